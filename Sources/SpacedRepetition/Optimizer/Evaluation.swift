#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How well a model foretells which reviews are recalled.
///
/// Scored are reviews on a later day than the card's last; each prediction replays the card's
/// whole history before it.
public struct Evaluation: Equatable, Sendable {
  /// How many reviews were scored. Without any, the other figures are 0, and `auc` is ½.
  public private(set) var reviews = 0
  /// The mean of −ln p over recalled and −ln(1 − p) over forgotten reviews. ≥ 0, less is better.
  public private(set) var logLoss = 0.0
  /// −ln p or −ln(1 − p) of each review, in the order of the histories.
  private(set) var losses: [Double] = []
  /// √(Σ n(mean p − mean y)²/Σ n) over bins of reviews alike in interval, count and lapses, as in
  /// the srs-benchmark. 0…1, less is better.
  public private(set) var binnedError = 0.0
  /// What `binnedError` would be, as a root mean square, if every prediction were exactly right:
  /// √(Σ mean of p(1 − p)/Σ n). Differences between models that are much smaller than this
  /// tell nothing. 0…½.
  public private(set) var binnedErrorByChance = 0.0
  /// The probability that a recalled review was given a higher p than a forgotten one, ties
  /// counting half. 0…1, more is better.
  public private(set) var auc = 0.5
  /// Predicted against true recall, the lowest predictions first: at most ten groups of about as
  /// many reviews each, at least 20 where there are that many. Equal predictions stay together, and
  /// then a group may be of any size.
  public private(set) var calibration: [Calibration] = []

  /// Reviews with predictions of about one size.
  public struct Calibration: Equatable, Sendable {
    /// The mean predicted probability of recall, 0…1.
    public var predicted: Double
    /// The share that was recalled, 0…1.
    public var recalled: Double
    /// How many they are, ≥ 1.
    public var reviews: Int

    /// - Parameters:
    ///   - predicted: 0…1.
    ///   - recalled: 0…1.
    public init(predicted: Double, recalled: Double, reviews: Int) {
      self.predicted = predicted
      self.recalled = recalled
      self.reviews = reviews
    }
  }

  /// - Parameter positions: which of the log's reviews are scored, by position; all if nil.
  public init(
    of model: FSRS6, on histories: [ReviewHistory], positions: Range<Int>? = nil
  ) {
    var predictions: [Prediction] = []
    for history in histories {
      var memory = Memory<MemoryTrace>.new
      var laterReviews = 0
      var lapses = 0
      for review in history.reviews {
        if case .reviewed(let trace) = memory, review.elapsedDays >= 1 {
          if positions?.contains(review.position) ?? true {
            let recall = model.retrievability(
              of: trace.stability, elapsedDays: Double(review.elapsedDays))
            predictions.append(
              Prediction(
                recall: recall, isRecalled: review.grade != .again,
                bin: Bin(days: review.elapsedDays, earlier: laterReviews, lapses: lapses)))
          }
          laterReviews += 1
          if review.grade == .again { lapses += 1 }
        }
        memory = .reviewed(
          model.next(memory, review.grade, after: .days(review.elapsedDays)))
      }
    }
    guard !predictions.isEmpty else { return }
    reviews = predictions.count
    losses = predictions.map(\.loss)
    logLoss = losses.reduce(0, +) / Double(reviews)
    (binnedError, binnedErrorByChance) = Self.binnedErrors(predictions)
    predictions.sort { $0.recall < $1.recall }
    auc = Self.auc(predictions)
    calibration = Self.calibration(predictions)
  }

  private struct Prediction {
    var recall: Double
    var isRecalled: Bool
    var bin: Bin

    var loss: Double { -log(max(isRecalled ? recall : 1 - recall, 1e-15)) }
  }

  /// ⌊log₃.₆₂ t⌋; ⌊log₁.₈₉ k⌋, k two more than the earlier reviews on later days; ⌊log₁.₇₃ lapses⌋
  /// of those forgotten, −1 without any.
  private struct Bin: Hashable {
    var interval: Int
    var count: Int
    var lapses: Int

    init(days: Int, earlier: Int, lapses: Int) {
      func step(_ value: Int, _ base: Double) -> Int {
        Int((log(Double(value)) / log(base)).rounded(.down))
      }
      interval = step(days, 3.62)
      count = step(earlier + 2, 1.89)
      self.lapses = lapses == 0 ? -1 : step(lapses, 1.73)
    }
  }

  private static func binnedErrors(
    _ predictions: [Prediction]
  ) -> (real: Double, byChance: Double) {
    var bins: [Bin: (excess: Double, variance: Double, count: Double)] = [:]
    for prediction in predictions {
      let recall = prediction.recall
      bins[prediction.bin, default: (0, 0, 0)].excess += recall - (prediction.isRecalled ? 1 : 0)
      bins[prediction.bin, default: (0, 0, 0)].variance += recall * (1 - recall)
      bins[prediction.bin, default: (0, 0, 0)].count += 1
    }
    // In order, so that the sums are the same every time.
    func error(_ squares: [Double]) -> Double {
      (squares.sorted().reduce(0, +) / Double(predictions.count)).squareRoot()
    }
    return (
      error(bins.values.map { $0.excess * $0.excess / $0.count }),
      error(bins.values.map { $0.variance / $0.count })
    )
  }

  private static func calibration(_ sorted: [Prediction]) -> [Calibration] {
    let groups = min(max(sorted.count / 20, 1), 10)
    var result: [Calibration] = []
    var start = 0
    for group in 1...groups {
      var end = max(start, sorted.count * group / groups)
      while end > start, end < sorted.count, sorted[end].recall == sorted[end - 1].recall {
        end += 1
      }
      guard end > start else { continue }
      let members = sorted[start..<end]
      let count = Double(members.count)
      result.append(
        Calibration(
          predicted: members.reduce(0) { $0 + $1.recall } / count,
          recalled: Double(members.count { $0.isRecalled }) / count, reviews: members.count))
      start = end
    }
    return result
  }

  private static func auc(_ sorted: [Prediction]) -> Double {
    let recalled = Double(sorted.count { $0.isRecalled })
    let forgotten = Double(sorted.count) - recalled
    guard recalled > 0, forgotten > 0 else { return 0.5 }
    var ranks = 0.0
    var start = 0
    while start < sorted.count {
      var end = start
      var tied = 0.0
      while end < sorted.count, sorted[end].recall == sorted[start].recall {
        if sorted[end].isRecalled { tied += 1 }
        end += 1
      }
      ranks += tied * Double(start + 1 + end) / 2
      start = end
    }
    return (ranks - recalled * (recalled + 1) / 2) / (recalled * forgotten)
  }
}
