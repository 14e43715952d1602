import Dispatch
import Subprocess
import Synchronization

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

  private final class Pending: Sendable {
    let result = Mutex<Result<GitAnswer, SyncFailure>?>(nil)
    let done = DispatchSemaphore(value: 0)
  }

  private static func finish(_ call: GitCall) async -> Result<GitAnswer, SyncFailure> {
    let variables = Dictionary(
      uniqueKeysWithValues: call.environment.map { (Environment.Key(stringLiteral: $0), $1) })
    do {
      let ended = try await Subprocess.run(
        .name("git"), arguments: Arguments(call.arguments),
        environment: .custom(variables), input: .array(call.input),
        output: .bytes(limit: 1 << 31), error: .bytes(limit: 1 << 24))
      return .success(
        GitAnswer(
          status: status(ended.terminationStatus), output: ended.standardOutput,
          errors: String(decoding: ended.standardError, as: UTF8.self)))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .failure(.noGit)
    } catch {
      return .failure(.noAnswer)
    }
  }

  private static func status(_ status: TerminationStatus) -> Int32 {
    switch status {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}
