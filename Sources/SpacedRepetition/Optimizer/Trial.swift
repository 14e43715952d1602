/// A fit put to the test: fitted to the older reviews of a log, judged by the newer ones, which it
/// never saw.
public struct Trial: Equatable, Sendable {
  /// What was fitted to the older reviews.
  public let fit: Optimizer.Fit
  /// How well the parameters from before foretell the newer reviews.
  public let before: Evaluation
  /// How well the fitted ones do.
  public let after: Evaluation
  /// What fitting took, by the clock that was given.
  public let milliseconds: Int64

  /// By how much the log-loss of the newer reviews is less with the fitted parameters, in nats;
  /// below 0 where it is more.
  public var gain: Double { before.logLoss - after.logLoss }

  /// The standard error of `gain`: how far chance alone may move it; infinite for one review.
  public var gainError: Double {
    let gains = zip(before.losses, after.losses).map { $0 - $1 }
    let squares = gains.reduce(0) { $0 + ($1 - gain) * ($1 - gain) }
    let count = Double(gains.count)
    return count > 1 ? (squares / (count - 1) / count).squareRoot() : .infinity
  }

  /// Whether the fitted parameters foretell the newer reviews better: by more than the standard error
  /// of that, and with no fewer reviews to judge by than a fit needs.
  ///
  /// Of 600 simulated learners (15 to 300 cards, memories 0.7 σ from the defaults) 47 would keep
  /// parameters worse than the old, and 82 if any gain were enough, for an eighth of all that is gained.
  public var isBetter: Bool {
    fit.isBetter && after.reviews >= Optimizer.fewestReviews && gain > gainError
  }
}

extension Optimizer {
  /// There are not enough reviews to fit to, or none to judge by.
  public struct Shortage: Error, Equatable, Sendable {
    /// Scored reviews (on a later day than the card's last) in the older part.
    public let older: Int
    /// Those in the newer part.
    public let newer: Int
  }

  /// Fits to the reviews before `position`, and compares on the rest.
  /// - Parameters:
  ///   - position: where in the log the newer reviews begin; see `ReviewHistory.olderCount`.
  ///   - model: what the fit is compared with.
  ///   - uptime: milliseconds on a clock that never jumps.
  ///   - progress: as for `fit`.
  public func trial(
    _ histories: [ReviewHistory], cutAt position: Int, from model: FSRS6 = FSRS6(),
    uptime: () -> Int64 = { 0 }, progress: (Double) -> Void = { _ in }
  ) throws(Shortage) -> Trial {
    let older = histories.compactMap { $0.before(position: position) }
    let newer = position..<Int.max
    let before = Evaluation(of: model, on: histories, positions: newer)
    let scored = older.reduce(0) { $0 + $1.scored.count }
    guard scored >= Self.fewestReviews, before.reviews > 0 else {
      throw Shortage(older: scored, newer: before.reviews)
    }
    let start = uptime()
    let fit = fit(older, from: model, progress: progress)
    let milliseconds = uptime() - start
    return Trial(
      fit: fit, before: before,
      after: Evaluation(of: fit.model, on: histories, positions: newer),
      milliseconds: milliseconds)
  }

  /// The parameters to go on with after a trial: fitted to all reviews, varying no more than the
  /// trial did. Nil where the old ones should be kept, since new ones did not foretell the newer
  /// reviews better or do not fit better now.
  public func refit(
    _ histories: [ReviewHistory], after trial: Trial, from model: FSRS6 = FSRS6(),
    progress: (Double) -> Void = { _ in }
  ) -> FSRS6? {
    guard trial.isBetter else { return nil }
    let fit = fit(histories, from: model, varying: trial.fit.scope, progress: progress)
    return fit.isBetter ? fit.model : nil
  }
}
