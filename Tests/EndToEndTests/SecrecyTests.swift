import Foundation
import Testing

extension EndToEnd {
  /// Nobody else looks into the program's memory. `Tests/Proof/memory` looks for passphrases there.
  @Suite struct Secrecy {
    /// The two limits on core dumps, of this process or another.
    private static func coreLimits(_ process: String) throws -> [String] {
      let limits = try Sandbox.text("/proc/\(process)/limits").split(separator: "\n")
      let line = try #require(limits.first { $0.hasPrefix("Max core file size") })
      return line.split(separator: " ").dropFirst(4).prefix(2).map(String.init)
    }

    /// Where nobody may write core dumps at all, there's nothing to see.
    private static let mayDump = (try? coreLimits("self").last) ?? "0" != "0"

    @Test(.enabled(if: mayDump)) func noCoreDumpIsWritten() async throws {
      let sandbox = try Sandbox()
      let typed = Pipe()
      let output = sandbox.home + "/out"
      let child = try Child(
        [sandbox.home + "/bin/inkling", "name", "--plain"], environment: sandbox.environment,
        input: typed.fileHandleForReading, output: try Sandbox.newFile(output),
        errors: try Sandbox.newFile(output + ".err"))
      defer { child.terminate() }
      _ = try await Poll.until("a question") { try Sandbox.text(output).isEmpty ? nil : true }
      #expect(try Self.coreLimits("\(child.id)") == ["0", "0"])
    }
  }
}
