/// w0–w3, of which most people's reviews test only some: few begin a card with Hard or Easy.
enum FirstStabilities {
  /// The indices of w0–w3 whose cards have a scored review.
  static func tested(_ histories: [ReviewHistory]) -> Set<Int> {
    var tested = Set<Int>()
    for history in histories {
      guard let first = history.reviews.first else { continue }
      let index = first.grade.rawValue - 1
      guard !tested.contains(index) else { continue }
      if history.reviews.dropFirst().contains(where: { $0.elapsedDays >= 1 }) {
        tested.insert(index)
      }
    }
    return tested
  }

  /// `w` with each untested first stability moved from its default by the factor its tested
  /// neighbors moved by, the geometric mean of two, and kept between them, so that fitting Good
  /// alone does not leave Hard above it.
  static func filled(_ w: [Double], tested: Set<Int>) -> [Double] {
    var filled = w
    for index in 0..<4 where !tested.contains(index) {
      let below = (0..<index).last { tested.contains($0) }
      let above = (index + 1..<4).first { tested.contains($0) }
      let neighbors = [below, above].compactMap { $0 }
      guard !neighbors.isEmpty else { continue }
      let factors = neighbors.map { w[$0] / FSRS6.defaultParameters[$0] }
      let product = factors.reduce(1, *)
      let factor = factors.count == 2 ? product.squareRoot() : product
      var value = FSRS6.defaultParameters[index] * factor
      if let below, let above {
        value = min(max(value, min(w[below], w[above])), max(w[below], w[above]))
      }
      let bounds = FSRS6.parameterBounds[index]
      filled[index] = min(max(value, bounds.lowerBound), bounds.upperBound)
    }
    return filled
  }
}
