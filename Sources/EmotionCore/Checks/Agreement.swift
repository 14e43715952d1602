/// How two ratings of the same words go together.
struct Agreement {
  struct Pair: Equatable {
    let id: WordID
    let ours: Double
    let theirs: Double
  }

  /// Pearson's r; nil where one side does not vary.
  let correlation: Double?
  /// The words by how far apart the two are, each on its own scale of standard deviations.
  let furthest: [Pair]

  init(_ pairs: [Pair]) {
    let ours = Self.standardized(pairs.map(\.ours))
    let theirs = Self.standardized(pairs.map(\.theirs))
    guard let ours, let theirs else {
      correlation = nil
      furthest = []
      return
    }
    correlation = zip(ours, theirs).map { $0 * $1 }.reduce(0, +) / Double(pairs.count)
    let distances = zip(ours, theirs).map { abs($0 - $1) }
    furthest = zip(pairs, distances).sorted { ($0.1, $1.0.id) > ($1.1, $0.0.id) }.map(\.0)
  }

  /// "0.96"
  var text: String {
    guard let correlation else { return "none" }
    let hundredths = Int((abs(correlation) * 100).rounded())
    let sign = correlation < 0 ? "-" : ""
    return "\(sign)\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// With mean 0 and standard deviation 1; nil when all are the same.
  private static func standardized(_ values: [Double]) -> [Double]? {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / count
    guard variance > 0, variance.isFinite else { return nil }
    return values.map { ($0 - mean) / variance.squareRoot() }
  }
}
