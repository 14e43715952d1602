import Foundation

/// Asks again and again until something is so. Never waits longer than it must, and gives up after
/// a deadline that no healthy machine meets.
enum Poll {
  static let deadline = Duration.seconds(20)

  struct TimedOut: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameters:
  ///   - what: what is waited for, told when it does not come.
  ///   - found: what to tell was there instead.
  ///   - probe: the answer, nil while there is none yet.
  static func until<Answer>(
    _ what: String, found: () -> String = { "" }, _ probe: () throws -> Answer?
  ) async throws -> Answer {
    let clock = ContinuousClock()
    let end = clock.now + deadline
    while true {
      if let answer = try probe() { return answer }
      guard clock.now < end else {
        throw TimedOut(description: "Waited \(deadline) in vain for \(what). Found:\n\(found())")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}
