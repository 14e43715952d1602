import Dispatch
import Subprocess
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The git that is installed.
public enum GitProcess {
  /// Blocks until git has ended. Not to be called on a thread of Swift's own pool, which would
  /// then be one short while it waits for the work below.
  /// - Parameters:
  ///   - patience: in seconds.
  ///   - slow: called once when git takes longer than that.
  public static func run(
    _ call: GitCall, patience: Double = 10, slow: () -> Void = {}
  ) throws(SyncFailure) -> GitAnswer {
    guard Descriptors.areLeft(neededDescriptors) else { throw .noDescriptors }
    // A git that dies before it has read everything must not take this program along. The child
    // starts with every signal as it usually is.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    let pending = Pending()
    Task {
      let result = await finish(call)
      pending.result.withLock { $0 = result }
      pending.done.signal()
    }
    if pending.done.wait(timeout: .now() + patience) == .timedOut {
      slow()
      pending.done.wait()
    }
    guard let result = pending.result.withLock({ $0 }) else { throw .noAnswer }
    return try result.get()
  }

  /// A run opens fewer files than this at once: pipes, and what the library that starts it waits with.
  /// Where they can't be opened, that library crashes or waits for ever.
  private static let neededDescriptors = 32

  private final class Pending: Sendable {
    let result = Mutex<Result<GitAnswer, SyncFailure>?>(nil)
    let done = DispatchSemaphore(value: 0)
  }

  private static func finish(_ call: GitCall) async -> Result<GitAnswer, SyncFailure> {
    let variables = Dictionary(
      uniqueKeysWithValues: call.environment.map { (Environment.Key(stringLiteral: $0), $1) })
    let input = Given(bytes: call.input)
    do {
      let ended = try await Subprocess.run(
        .name("git"), arguments: Arguments(call.arguments),
        environment: .custom(variables), input: input,
        output: .bytes(limit: 1 << 31), error: .bytes(limit: 1 << 24))
      let status = status(ended.terminationStatus)
      guard status != 0 || input.cut.withLock({ !$0 }) else { return .failure(.noAnswer) }
      return .success(
        GitAnswer(
          status: status, output: ended.standardOutput,
          errors: String(decoding: ended.standardError, as: UTF8.self)))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .failure(.noGit)
    } catch {
      return .failure(.noAnswer)
    }
  }

  /// Gives git its input. Where it dies before it has read everything, the way it ended tells: an error
  /// here would have the library leave the pipe open, and crash over that.
  private final class Given: InputProtocol {
    private let bytes: [UInt8]
    /// Set when git closed the pipe before it had read everything.
    let cut = Mutex(false)

    init(bytes: [UInt8]) { self.bytes = bytes }

    func write(with writer: StandardInputWriter) async throws {
      do { _ = try await writer.write(bytes) } catch { cut.withLock { $0 = true } }
    }
  }

  private static func status(_ status: TerminationStatus) -> Int32 {
    switch status {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}
