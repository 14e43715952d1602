public import SpacedRepetition

/// Parameters fitted to a log's oldest 80 % and judged by its newest 20 %, in lines.
public struct FitReport {
  public let trial: Trial
  /// How many reviews the log has, all of them.
  public let reviews: Int
  /// How many more there were that repeat another, and were left out.
  public let repeated: Int
  /// What fitting took.
  public var seconds: Double { Double(trial.milliseconds) / 1000 }
  /// The whole log.
  let histories: [ReviewHistory]
  private let before: String

  /// - Parameters:
  ///   - log: the oldest first.
  ///   - repeated: how many reviews were left out of it, since they repeat another.
  ///   - model: what the fit is compared with, and `before` what that is called in the report.
  ///   - uptime: milliseconds on a clock that never jumps.
  ///   - progress: told how much is done, 0…1.
  public init<Card: Hashable>(
    of log: [(card: Card, grade: Grade, day: Int, milliseconds: Int64)], repeated: Int = 0,
    model: FSRS6, before: String, uptime: () -> Int64, progress: (Double) -> Void = { _ in }
  ) throws(Optimizer.Shortage) {
    histories = ReviewHistory.histories(of: log.lazy.map { ($0.card, $0.grade, $0.day) })
    let cut = ReviewHistory.olderCount(of: log.map(\.milliseconds), share: 0.8)
    trial = try Optimizer().trial(
      histories, cutAt: cut, from: model, uptime: uptime, progress: progress)
    reviews = log.count
    self.repeated = repeated
    self.before = before
  }

  public func lines(_ chart: Chart) -> [String] {
    var lines = [
      "Fitted to the oldest 80 % of \(Chart.grouped(reviews)) reviews in "
        + "\(Chart.decimals(seconds, 2)) s, judged by the \(Chart.grouped(trial.after.reviews)) "
        + "of the newest 20 % that came on a later day."
    ]
    if repeated > 0 {
      lines.append(
        "Left out: \(Chart.grouped(repeated)) with the card, time and rating of another.")
    }
    if trial.fit.scope == .firstStabilities {
      lines.append(
        "Only the first four of the 21 parameters were fitted: all need "
          + "\(Optimizer.fewestForAll) reviews on a later day, and there are \(trial.fit.reviews).")
    }
    lines += ["", "          log-loss  RMSE(bins)     AUC"]
    lines += [row(before, trial.before), row("fitted", trial.after)]
    lines += ["(Less is better, but for AUC, of which more is.)"]
    lines += [
      "", "How likely recall was said to be, with fitted parameters, and how often it came:",
    ]
    return lines + chart.lines(trial.after.calibration)
  }

  /// The fitted parameters, seven a line or as many as fit.
  public func parameters(columns: Int) -> [String] {
    let perLine = min(max(columns / 9, 1), 7)
    let texts = trial.fit.model.parameters.map { Chart.decimals($0, 4).padded(before: 8) }
    return stride(from: 0, to: texts.count, by: perLine).map { start in
      texts[start..<min(start + perLine, texts.count)].joined(separator: " ")
    }
  }

  private func row(_ name: String, _ score: Evaluation) -> String {
    name + Chart.decimals(score.logLoss, 4).padded(before: 18 - name.count)
      + Chart.decimals(score.binnedError, 4).padded(before: 12)
      + Chart.decimals(score.auc, 4).padded(before: 8)
  }
}
