/// Tells which column looks as if it held something, so that an error can say what to try. Nothing is
/// ever taken from a guess.
struct ColumnGuess {
  let rows: ArraySlice<CheckInTable.Row>
  let lexicon: Lexicon

  /// - Parameters:
  ///   - rows: a few of them are looked at.
  init(rows: ArraySlice<CheckInTable.Row>, lexicon: Lexicon) {
    self.rows = rows.prefix(50)
    self.lexicon = lexicon
  }

  /// The column whose cells mostly are dates, or mostly words of the lexicon; nil when none does.
  func column(_ column: CheckInColumn, _ header: [String]) -> Int? {
    guard column == .date || column == .words else { return nil }
    let shares = header.indices.map { place -> Double in
      let cells = rows.filter { $0.fields.count > place }.map { $0.fields[place].tidied }
        .filter { !$0.isEmpty }
      let fitting = cells.count { column == .date ? isDay($0) : isWords($0) }
      return cells.isEmpty ? 0 : Double(fitting) / Double(cells.count)
    }
    guard let best = shares.max(), best >= 0.5 else { return nil }
    return shares.firstIndex(of: best)
  }

  func isDay(_ cell: String) -> Bool { WrittenTime(cell)?.date != nil }

  private func isWords(_ cell: String) -> Bool {
    let parts = cell.split { CheckInTable.separators.contains($0) }
    return !parts.isEmpty
      && parts.allSatisfy { lexicon.word(spelled: String($0).tidied) != nil }
  }
}
