public import SpacedRepetition

/// Fits the scheduler to a person's own reviews, and asks before anything changes.
public struct FitTalk {
  /// Prints a line.
  public var say: (String) -> Void
  /// Asks a question and reads a line; nil at the end of the input.
  public var ask: (String) -> String?
  /// Shows how much is done, 0…1.
  public var progress: (Double) -> Void
  /// Milliseconds on a clock that never jumps.
  public var uptime: () -> Int64

  public init(
    say: @escaping (String) -> Void, ask: @escaping (String) -> String?,
    progress: @escaping (Double) -> Void, uptime: @escaping () -> Int64
  ) {
    self.say = say
    self.ask = ask
    self.progress = progress
    self.uptime = uptime
  }

  /// - Parameters:
  ///   - reviews: all there are, the oldest first.
  ///   - model: what the scheduler goes by now.
  /// - Returns: the parameters to keep from now on; nil to leave them as they are.
  public func run<Card: Hashable>(
    _ reviews: [(card: Card, grade: Grade, day: Int, milliseconds: Int64)], model: FSRS6,
    chart: Chart
  ) throws(Optimizer.Shortage) -> [Double]? {
    let report = try FitReport(
      of: reviews, model: model, before: "before", uptime: uptime
    ) { progress($0 / 2) }
    let trial = report.trial
    let offered = Optimizer().refit(report.histories, after: trial, from: model) {
      progress(0.5 + $0 / 2)
    }
    progress(1)
    for line in report.lines(chart) { say(line) }
    say("")
    guard let offered else {
      say(Self.refusal(trial) + ": nothing was changed.")
      return nil
    }
    say("The parameters to keep were then fitted in the same way to all your reviews.")
    let answer = ask("Keep these parameters? [y/N] ")?.filter { !$0.isWhitespace }.lowercased()
    guard answer == "y" || answer == "yes" else {
      say("Nothing was changed.")
      return nil
    }
    return offered.parameters
  }

  /// Why nothing is offered.
  private static func refusal(_ trial: Trial) -> String {
    if trial.isBetter {
      return "Fitted to all your reviews, the parameters do not fit better than the old ones"
    }
    if trial.fit.isBetter, trial.gain > 0 {
      return
        "The fitted parameters foretell your newer reviews better than the old ones, but by so "
        + "little, or of so few, that it may be chance"
    }
    return "The fitted parameters do not foretell your newer reviews better than the old ones"
  }
}
