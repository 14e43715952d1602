import Foundation
import Testing

extension EndToEnd {
  /// One run with sudo leaves files behind that are somebody else's.
  @Suite(.enabled(if: Somebody.canRun)) struct OtherOwners {
    /// Runs the program as somebody who isn't root.
    private func run(
      _ sandbox: borrowing Sandbox, _ arguments: String...
    ) throws -> Outcome {
      try Tool.run(
        Somebody.prefix + [sandbox.home + "/bin/inkling"] + arguments,
        environment: sandbox.environment)
    }

    private func take(_ path: String, mode: Int) throws {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private func filled() async throws -> Sandbox {
      let sandbox = try Sandbox()
      try await sandbox.nameOverwhelmed()
      try Somebody.give(sandbox.home)
      return sandbox
    }

    @Test func aSnapshotThatCannotBeReadIsMadeAgain() async throws {
      let sandbox = try await filled()
      let before = try run(sandbox, "due", "--json")
      let path = sandbox.data + "/schedule.json"
      for repair in [false, true] {
        try take(path, mode: 0)
        let told = try run(sandbox, repair ? "doctor" : "due", repair ? "--repair" : "--json")
        #expect(told.status == 0)
        #expect(told.errors.isEmpty)
        if !repair { #expect(told.output == before.output) }
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
      }
    }

    @Test func theDoctorTellsThatNothingCanBeSaved() async throws {
      let sandbox = try await filled()
      let log = sandbox.data + "/log/" + (try #require(try sandbox.logs().first).name)
      for (path, mode) in [(sandbox.data + "/lock", 0), (log, 0o400)] {
        try take(path, mode: mode)
        let told = try run(sandbox, "doctor", "--repair")
        #expect(told.status == 1)
        #expect(told.output.contains("Problem: Nothing can be saved here, only read."))
        #expect(told.output.contains("\(path): permission was denied."))
        #expect(!told.output.contains("All is well"))
        try take(path, mode: 0o600)
        #expect(try run(sandbox, "doctor").output.hasPrefix("All is well"))
      }
    }
  }
}

/// Somebody who isn't root, to whom permissions mean something.
private enum Somebody {
  private static let isRoot = geteuid() == 0

  /// Runs a program as them.
  static let prefix =
    isRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  /// They may have no way to the program that's tested.
  static var canRun: Bool {
    guard let program = try? Tool.inkling() else { return false }
    let outcome = try? Tool.run(
      prefix + [program, "--version"], environment: ["PATH": "/usr/bin:/bin"])
    return outcome?.status == 0
  }

  static func give(_ folder: String) throws {
    guard isRoot else { return }
    _ = try Tool.run(
      ["chown", "-R", "65534:65534", folder], environment: ["PATH": "/usr/bin:/bin"])
  }
}
