/// Reviews that another program kept, read from the records of a table.
///
/// Columns are found by name, in any order, and others are ignored: `card_id`, `review_rating`
/// (1 Again … 4 Easy), `review_time` (ISO 8601, without a zone UTC; or milliseconds since 1970);
/// or those of Anki's table `revlog`: `cid`, `ease`, `id` (milliseconds), and, where they are
/// there, `type` and `factor`. Where there are columns `timezone` (a name like Europe/Berlin, or an
/// offset like +01:00) and `day_start` (an hour), days are counted by them.
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
  /// The way in which days are counted for each review, and all the ways there are.
  private var waysOfReviews: [Int] = []
  private var ways: [DayCount] = []
  private let offsetIn: @Sendable (_ zone: String, _ milliseconds: Int64) -> Int?
  private var cards: [String: Int] = [:]
  private var known: Set<Review> = []

  private struct Columns {
    var count: Int
    var card: Int
    var rating: Int
    var time: Int
    /// Anki's, which marks what is no review.
    var anki: (type: Int?, factor: Int?)?
    var zone: Int?
    var dayStart: Int?
  }

  /// A way to count days; nil for what the file doesn't say.
  private struct DayCount: Hashable, Sendable {
    var zone: Zone?
    var startHour: Int?

    enum Zone: Hashable, Sendable {
      case offset(minutes: Int)
      case named(String)
    }
  }

  /// - Parameters:
  ///   - header: the names of the columns.
  ///   - offsetIn: local time minus UTC, in minutes, in a zone of that name at a time in milliseconds
  ///     since 1970 UTC; nil for a name that is none.
  public init(
    header: [String],
    offsetIn: @escaping @Sendable (_ zone: String, _ milliseconds: Int64) -> Int? = { _, _ in nil }
  ) throws(Problem) {
    self.offsetIn = offsetIn
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
      columns = Columns(
        count: names.count, card: card, rating: rating, time: time, zone: try place("timezone"),
        dayStart: try place("day_start"))
    } else if let card = try place("cid"), let rating = try place("ease"),
      let time = try place("id")
    {
      columns = Columns(
        count: names.count, card: card, rating: rating, time: time,
        anki: (try place("type"), try place("factor")), zone: try place("timezone"),
        dayStart: try place("day_start"))
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
    let way = try way(fields)
    guard known.insert(review).inserted else {
      repeated += 1
      return
    }
    reviews.append(review)
    // A log is of one place for years.
    let isAsLast = waysOfReviews.last.map { ways[$0] == way } ?? false
    let place = isAsLast ? waysOfReviews.last : ways.firstIndex(of: way)
    waysOfReviews.append(place ?? ways.count)
    if place == nil { ways.append(way) }
  }

  private func way(_ fields: [String]) throws(Problem) -> DayCount {
    var way = DayCount()
    if let text = columns.zone.map({ fields[$0].trimmed }), !text.isEmpty {
      if let minutes = Self.offsetMinutes(Self.withoutUTC(text)) {
        way.zone = .offset(minutes: minutes)
      } else if offsetIn(text, 0) != nil {
        way.zone = .named(text)
      } else {
        throw Problem(
          text: "the timezone “\(text.shown)” is not known here, like Europe/Berlin or +01:00")
      }
    }
    if let text = columns.dayStart.map({ fields[$0].trimmed }), !text.isEmpty {
      let isExact = text.hasSuffix(".0") || text.hasSuffix(":00")
      guard let hour = Int(isExact ? text.prefix { $0.isNumber } : text[...]),
        (0...23).contains(hour)
      else {
        throw Problem(text: "the day_start “\(text.shown)” is not an hour from 0 to 23")
      }
      way.startHour = hour
    }
    return way
  }

  /// "+01:00" of "UTC+01:00".
  private static func withoutUTC(_ text: String) -> String {
    let isNamed = ["UTC", "GMT"].contains(text.prefix(3).uppercased())
    return isNamed ? text.count == 3 ? "0" : String(text.dropFirst(3)) : text
  }

  /// Whether all times, read as milliseconds, fall on a few weeks of early 1970, and read as seconds
  /// on the years from 1990 to 2100: they are seconds, of which nothing can be learned.
  public var isInSeconds: Bool {
    !reviews.isEmpty
      && reviews.allSatisfy { (631_152_000..<4_102_444_800).contains($0.milliseconds) }
  }

  /// The reviews by time, those of one time in the order of the file, each with its logical day.
  /// - Parameters:
  ///   - rolloverHour: when a day begins, 0…23; nil for what the file says, and 4 where it does not.
  ///   - offsetMinutes: local time minus UTC; nil for what the file says, and 0 where it does not.
  public func dated(
    rolloverHour: Int?, offsetMinutes: Int?
  ) -> [(card: Int, grade: Grade, day: Int, milliseconds: Int64)] {
    let order = reviews.indices.sorted {
      (reviews[$0].milliseconds, $0) < (reviews[$1].milliseconds, $1)
    }
    let places = ways.map { way in
      var zone = way.zone ?? .offset(minutes: 0)
      if let offsetMinutes { zone = .offset(minutes: offsetMinutes) }
      return LocalTime(rolloverHour: rolloverHour ?? way.startHour ?? 4) { milliseconds in
        switch zone {
        case .offset(let minutes): minutes
        case .named(let name): offsetIn(name, milliseconds) ?? 0
        }
      }
    }
    return order.map { index in
      let review = reviews[index]
      let moment = places[waysOfReviews[index]].moment(review.milliseconds)
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
