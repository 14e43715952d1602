/// How large a set was published. Sources are in `Data/README.md` and in the files themselves.
struct PublishedSet {
  let id: String
  /// Places of the tree, level by level.
  var levels: [Int] = []
  /// The same below each root, in order.
  var branches: [[Int]] = []
  var points = 0
  var blends = 0
  var opposites = 0
  var needGroups: [Int] = []

  static let all = [
    PublishedSet(id: "roberts", levels: [7, 41, 82]),
    PublishedSet(
      id: "willcox", levels: [6, 36, 36], branches: Array(repeating: [6, 6], count: 6)),
    PublishedSet(id: "junto", levels: [6, 34, 68]),
    PublishedSet(id: "shaver-parrott", levels: [6, 25, 135]),
    // The last four blends are of opposites.
    PublishedSet(
      id: "plutchik", levels: [8, 24], branches: Array(repeating: [3], count: 8), blends: 28,
      opposites: 4),
    PublishedSet(id: "ekman", levels: [5, 46]),
    PublishedSet(id: "geneva", levels: [20]),
    PublishedSet(id: "plane-100", points: 100),
    PublishedSet(
      id: "quadrants-144", levels: [4, 144], branches: Array(repeating: [36], count: 4)),
    PublishedSet(id: "cowen-keltner", levels: [27]),
    // With "neutral".
    PublishedSet(id: "goemotions", levels: [28]),
    // Usually quoted as 48, without "pride" among the negative thoughts.
    PublishedSet(id: "earl", levels: [10, 49]),
    PublishedSet(
      id: "nvc", levels: [2, 25, 234], branches: [[14, 148], [11, 86]],
      needGroups: [28, 9, 3, 2, 7, 5, 21]),
    // 18, and four that are made of two others.
    PublishedSet(id: "occ", levels: [6, 18], blends: 4),
    // Of the 28 words of the study, those whose places are known.
    PublishedSet(id: "russell", points: 20),
    PublishedSet(
      id: "vanmuijen", levels: [6, 96], branches: Array(repeating: [16], count: 6)),
  ]
}
