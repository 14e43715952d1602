/// Reviews that another program kept, read from the records of a table.
///
/// Columns are found by name, in any order, and others are ignored: `card_id`, `review_rating`
/// (1 Again … 4 Easy), `review_time` (ISO 8601, without a zone UTC; or milliseconds since 1970);
/// or those of Anki's table `revlog`: `cid`, `ease`, `id` (milliseconds), and, where they are
/// there, `type` and `factor`.
public struct ReviewLog: Sendable {
  /// One answer.
  public struct Review: Hashable, Sendable {
    /// Cards are numbered in the order in which they first came up.
    public var card: Int
    /// How well the card was remembered.
    public var grade: Grade
    /// Since 1970 UTC.
    public var milliseconds: Int64
  }

  /// What is wrong with a record, as a part of a sentence: "the rating “7” is not 1, 2, 3 or 4".
  public struct Problem: Error, Equatable, Sendable {
    /// That part of a sentence.
    public let text: String
  }

  /// In the order of the file, each once.
  public private(set) var reviews: [Review] = []
  /// How many rows were left out since there is one already of the same card, time and rating.
  public private(set) var repeated = 0

  private let columns: Columns
  private var cards: [String: Int] = [:]
  private var known: Set<Review> = []

  private struct Columns {
    var count: Int
    var card: Int
    var rating: Int
    var time: Int
    /// Anki's, which marks what is no review.
    var anki: (type: Int?, factor: Int?)?
  }

  /// - Parameter header: the names of the columns.
  public init(header: [String]) throws(Problem) {
    let names = header.map { name in
      name.lowercased().filter { $0 != " " && $0 != "\t" }
    }
    func place(_ name: String) throws(Problem) -> Int? {
      let places = names.indices.filter { names[$0] == name }
      guard places.count < 2 else { throw Problem(text: "there are two columns \(name)") }
      return places.first
    }
    if let card = try place("card_id"), let rating = try place("review_rating"),
      let time = try place("review_time")
    {
      columns = Columns(count: names.count, card: card, rating: rating, time: time)
    } else if let card = try place("cid"), let rating = try place("ease"),
      let time = try place("id")
    {
      columns = Columns(
        count: names.count, card: card, rating: rating, time: time,
        anki: (try place("type"), try place("factor")))
    } else {
      let isAnki = names.contains("cid") || names.contains("ease")
      let wanted = isAnki ? ["id", "cid", "ease"] : ["card_id", "review_rating", "review_time"]
      let missing = wanted.filter { !names.contains($0) }.joined(separator: ", ")
      throw Problem(
        text: "it names no column \(missing), separated by commas, semicolons or tabs")
    }
  }

  /// Takes in a record, unless it is one of Anki's that is no review: with ease 0, set or
  /// rescheduled by hand (types 4 and 5), or of cramming (type 3 and factor 0).
  public mutating func add(_ fields: [String]) throws(Problem) {
    guard fields.count == columns.count else {
      throw Problem(text: "it has \(fields.count) fields, and the header \(columns.count)")
    }
    let rating = fields[columns.rating].trimmed
    if let anki = columns.anki {
      let type = try anki.type.map { place throws(Problem) in try Self.type(fields[place]) }
      if rating == "0" || type == 4 || type == 5 { return }
      if type == 3, let factor = anki.factor, fields[factor].trimmed == "0" { return }
    }
    guard let grade = Int(rating).flatMap(Grade.init(rawValue:)) else {
      throw Problem(text: "the rating “\(rating.shown)” is not 1, 2, 3 or 4")
    }
    let time = fields[columns.time].trimmed
    guard let milliseconds = Timestamp.milliseconds(time) else {
      throw Problem(
        text: "the time “\(time.shown)” is neither ISO 8601, like 2026-11-21T21:14:00Z, nor "
          + "milliseconds since 1970")
    }
    let name = fields[columns.card].trimmed
    guard !name.isEmpty else { throw Problem(text: "the card is missing") }
    guard name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw Problem(text: "the card “\(name.shown)” has a control character in it")
    }
    let card = cards[name] ?? cards.count
    cards[name] = card
    let review = Review(card: card, grade: grade, milliseconds: milliseconds)
    if known.insert(review).inserted { reviews.append(review) } else { repeated += 1 }
  }

  /// Whether all times, read as milliseconds, fall on a few weeks of early 1970, and read as seconds
  /// on the years from 1990 to 2100: they are seconds, of which nothing can be learned.
  public var isInSeconds: Bool {
    !reviews.isEmpty
      && reviews.allSatisfy { (631_152_000..<4_102_444_800).contains($0.milliseconds) }
  }

  /// The reviews by time, those of one time in the order of the file, each with its logical day.
  /// - Parameters:
  ///   - rolloverHour: when a day begins, 0…23.
  ///   - offsetMinutes: local time minus UTC.
  public func dated(
    rolloverHour: Int, offsetMinutes: Int
  ) -> [(card: Int, grade: Grade, day: Int, milliseconds: Int64)] {
    let order = reviews.indices.sorted {
      (reviews[$0].milliseconds, $0) < (reviews[$1].milliseconds, $1)
    }
    return order.map { index in
      let review = reviews[index]
      let moment = Moment(
        milliseconds: review.milliseconds, offsetMinutes: offsetMinutes,
        rolloverHour: rolloverHour)
      return (review.card, review.grade, moment.day, review.milliseconds)
    }
  }

  /// Minutes of an offset from UTC: hours after a sign, with minutes or without (±HH:MM, ±HHMM, ±HH,
  /// ±H), Z or 0, or minutes in three digits; nil for anything else, which could be either, and
  /// beyond 18 hours.
  public static func offsetMinutes(_ text: String) -> Int? {
    if text == "0" { return 0 }
    if text.drop(while: { "+-".contains($0) }).count == 3, let minutes = Int(text) {
      return minutes
    }
    let padded = text.utf8.count == 2 ? "\(text.prefix(1))0\(text.suffix(1))" : text
    return Timestamp.offset(padded).flatMap { (-1080...1080).contains($0) ? $0 : nil }
  }

  private static func type(_ field: String) throws(Problem) -> Int {
    guard let type = Int(field.trimmed), (0...5).contains(type) else {
      throw Problem(text: "the type “\(field.shown)” is not one of Anki's, 0 to 5")
    }
    return type
  }
}

extension String {
  fileprivate var trimmed: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// As much as fits in a sentence, without the control characters that would act on a terminal.
  fileprivate var shown: String {
    let visible = unicodeScalars.filter { $0.properties.generalCategory != .control }
    let text = String(String.UnicodeScalarView(visible))
    return text.count > 40 ? text.prefix(40) + "…" : text
  }
}
