import EmotionCore
import Terminal

extension PlaneMap {
  func content(_ world: World, _ area: Area) -> Content {
    let places = places(world)
    let current = current(places)
    let rows = area.rows - 4
    var map = Map(columns: area.columns, rows: rows)
    map.axes()
    for place in places { map.dot(place) }
    if let current {
      let byDistance = places.filter { $0.word != current.word }
        .sorted { distance($0, current) < distance($1, current) }
      map.label(current, world.text(current.word), .chosen)
      for place in byDistance.prefix(60) { map.label(place, world.text(place.word), .plain) }
    }
    // Each end of an axis says what lies that way.
    let (up, down, left, right) =
      area.isCompact
      ? ("more energy", "less", "bad", "good")
      : ("a lot of energy", "hardly any energy", "feels bad", "feels good")
    let middle = area.columns / 2
    let bottom = Line("← \(left)", .faint).fitted(middle) + Line("↓ \(down)", .faint)
    var lines =
      [Line("↑ \(up)", .faint).indented(middle)] + map.lines
      + [bottom.justified(with: Line("\(right) →", .faint), columns: area.columns)]
    if let current, let word = world.library.lexicon[current.word] {
      lines += Wrap.lines(
        word.meaning, columns: area.columns, lead: Line("\(word.word): ", .strong), hang: 0
      ).cut(to: 2, columns: area.columns)
    }
    return Content(
      title: Line([Span("Explore", .strong), Span(" › the plane", .faint)]),
      aside: Line(name(world, places.count, area), .faint), lines: lines)
  }

  private func name(_ world: World, _ count: Int, _ area: Area) -> String {
    let planes = world.library.taxonomies.filter { $0.plane != nil }
    let name = lens == 0 || planes.isEmpty ? "all words" : planes[(lens - 1) % planes.count].name
    return area.isCompact ? "\(count) words" : "\(name), \(count)"
  }

  private func distance(_ left: Place, _ right: Place) -> Double {
    let x = left.pleasantness - right.pleasantness
    let y = left.energy - right.energy
    return x * x + y * y
  }

  /// A grid of characters on which labels are put where there is room.
  private struct Map {
    private var cells: [[(Character, Style)]]
    private var taken: [[Bool]]
    private let columns: Int
    private let rows: Int

    init(columns: Int, rows: Int) {
      self.columns = max(columns, 1)
      self.rows = max(rows, 1)
      cells = Array(
        repeating: Array(repeating: (" ", .plain), count: self.columns), count: self.rows)
      taken = Array(repeating: Array(repeating: false, count: self.columns), count: self.rows)
    }

    private func cell(_ place: Place) -> (row: Int, column: Int) {
      let column = Int(((place.pleasantness + 1) / 2 * Double(columns - 1)).rounded())
      let row = Int(((1 - place.energy) / 2 * Double(rows - 1)).rounded())
      return (min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
    }

    mutating func axes() {
      for row in 0..<rows { cells[row][columns / 2] = ("│", .faint) }
      for column in 0..<columns { cells[rows / 2][column] = ("─", .faint) }
    }

    mutating func dot(_ place: Place) {
      let (row, column) = cell(place)
      cells[row][column] = ("·", .faint)
    }

    /// Writes a word at its place, moved left at the edge; not where another word stands. A space on
    /// each side keeps it apart from dots and axes.
    mutating func label(_ place: Place, _ text: String, _ style: Style) {
      let (row, wanted) = cell(place)
      let start = max(0, min(wanted, columns - text.count))
      let end = min(start + text.count, columns)
      let around = max(0, start - 1)..<min(end + 1, columns)
      guard !taken[row][around].contains(true) else { return }
      for column in around { cells[row][column] = (" ", .plain) }
      for (column, character) in zip(start..<end, text) {
        cells[row][column] = (character, style)
        taken[row][column] = true
      }
    }

    var lines: [Line] {
      cells.map { row in Line(row.map { Span(String($0.0), $0.1) }) }
    }
  }
}
