/// Many histories as one tree, the beginnings they share stored once, with what each answer weighs.
///
/// FSRS-6 gives equal memories to equal histories, so a tree of 100,000 reviews is fitted with as
/// much work as it has different beginnings. A node comes after its parent.
struct ReviewTree {
  struct Node {
    /// The answer before; −1 for a card's first.
    var parent: Int32
    /// 1…4.
    var grade: Int32
    var elapsedDays: Double
    /// The sum of the weights of the reviews that are this answer; 0 where none is scored.
    var weight: Double
    var hasChildren: Bool
  }

  private(set) var nodes: [Node] = []

  /// - Parameters:
  ///   - weights: by position in the log. Nil weighs every review 1.
  ///   - firstIntervalOnly: whether a card's history ends with its first review on a later day.
  init(_ histories: [ReviewHistory], weights: [Int: Double]?, firstIntervalOnly: Bool = false) {
    var places: [UInt64: Int32] = [:]
    let count = histories.reduce(0) { $0 + $1.reviews.count }
    places.reserveCapacity(count)
    nodes.reserveCapacity(count)
    for history in histories {
      var parent: Int32 = -1
      for review in history.reviews {
        let days = parent < 0 ? 0 : min(review.elapsedDays, 1 << 29)
        let key =
          UInt64(parent + 1) << 32 | UInt64(days) << 2 | UInt64(review.grade.rawValue - 1)
        let isScored = days >= 1
        let weight = isScored ? weights.map { $0[review.position] ?? 0 } ?? 1 : 0
        if let place = places[key] {
          nodes[Int(place)].weight += weight
          parent = place
        } else {
          let place = Int32(nodes.count)
          places[key] = place
          if parent >= 0 { nodes[Int(parent)].hasChildren = true }
          nodes.append(
            Node(
              parent: parent, grade: Int32(review.grade.rawValue), elapsedDays: Double(days),
              weight: weight, hasChildren: false))
          parent = place
        }
        if firstIntervalOnly, isScored { break }
      }
    }
  }
}
