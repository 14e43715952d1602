/// What every entry of `Data/support.json` keeps to. A number that nobody answers is worse than none.
extension ContentCheck {
  static let ways: Set = ["call", "text", "WhatsApp"]
  /// How long a number is trusted after it was checked, in days.
  static let supportIsTrusted = 365

  func supportProblems() -> [ContentProblem] {
    var found = Findings()
    let twice = repeated(support.map(\.element.country))
    for entry in support {
      let country = entry.element
      found.look(at: entry.file, country.country)
      found.require(
        country.country.utf8.count == 2 && country.country == country.country.uppercased(),
        "country", "is not two capital letters")
      found.require(!twice.contains(country.country), "country", "stands twice")
      found.require(!country.name.isEmpty, "name", "is empty")
      found.require(Self.isNumber(country.emergency), "emergency", "is not a number to call")
      found.require(!country.lines.isEmpty, "lines", "is empty: leave the country out")
      for line in country.lines { require(line, &found) }
    }
    return found.problems
  }

  private func require(_ line: CrisisLine, _ found: inout Findings) {
    let field = "lines.\(line.number)"
    found.require(Self.isNumber(line.number), field, "is not a number to call")
    found.require(
      !line.how.isEmpty && Set(line.how).isSubset(of: Self.ways), field,
      "is reached by \(line.how), not by call, text or WhatsApp")
    for (name, text) in [
      ("name", line.name), ("hours", line.hours), ("languages", line.languages),
      ("seen", line.seen),
    ] {
      found.require(!text.isEmpty, "\(field).\(name)", "is empty")
    }
    found.require(
      line.source.hasPrefix("https://"), "\(field).source", "is not the organization's own page")
    guard let checked = CalendarDay(iso: line.checked)?.daysSince1970 else {
      return found.require(false, "\(field).checked", "is not a date like 2026-12-01")
    }
    guard let today else { return }
    found.require(
      today - checked <= Self.supportIsTrusted, "\(field).checked",
      "is more than a year ago: look the number up at \(line.source), and date it anew")
  }

  private static func isNumber(_ text: String) -> Bool {
    text.contains { $0.isNumber }
      && text.utf8.allSatisfy {
        $0 == UInt8(ascii: " ") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      }
  }
}
