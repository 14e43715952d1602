import SpacedRepetition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Fits parameters to the oldest 80 % of a log, and scores them on the newest 20 %.
enum Fitting {
  private static let share = 0.8

  /// The log and the hour of `--log PATH --rollover HOUR`; nil without `--log`.
  static func request(_ arguments: [String]) throws(Trouble) -> (path: String, hour: Int)? {
    func value(_ name: String) -> String? {
      guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
        return nil
      }
      return arguments[place + 1]
    }
    guard arguments.contains("--log") else { return nil }
    guard let path = value("--log") else { throw Trouble("--log wants a path.") }
    guard let hour = Int(value("--rollover") ?? "4"), (0..<24).contains(hour) else {
      throw Trouble("--rollover wants an hour of UTC, 0 to 23.")
    }
    return (path, hour)
  }

  static func show(path: String, rolloverHour: Int) throws(Trouble) {
    let log = try reviews(path)
    let histories = ReviewHistory.histories(
      of: log.lazy.map { review in
        let moment = Moment(
          milliseconds: review.milliseconds, offsetMinutes: 0, rolloverHour: rolloverHour)
        return (card: review.card, grade: review.grade, day: moment.day)
      })
    let older = ReviewHistory.olderCount(of: log.map(\.milliseconds), share: share)
    let training = histories.compactMap { $0.before(position: older) }
    let optimizer = Optimizer()
    var fit = optimizer.fit(training)
    let fitTimes = (0..<5).map { _ in duration { fit = optimizer.fit(training) } }
    var all = fit
    let wholeTimes = (0..<5).map { _ in duration { all = optimizer.fit(histories) } }

    var scores = Table("\(log.count.grouped) reviews", "log-loss", "RMSE(bins)", "AUC", "n")
    for (name, model) in [("defaults", FSRS6()), ("fitted", fit.model)] {
      let score = Evaluation(of: model, on: histories, positions: older..<log.count)
      scores.add(
        name, score.logLoss.text(5), score.binnedError.text(5), score.auc.text(4),
        score.reviews.grouped)
    }
    scores.show()
    var times = Table("fitting", "reviews", "scored", "seconds, median")
    times.add("oldest 80 %", older.grouped, fit.reviews.grouped, (fitTimes.median / 1e9).text(3))
    times.add("all", log.count.grouped, all.reviews.grouped, (wholeTimes.median / 1e9).text(3))
    times.show()
    print(fit.model.parameters.map { $0.text(4) }.joined(separator: " "))
  }

  private struct Review {
    var card: Int64
    var grade: Grade
    var milliseconds: Int64
  }

  /// The reviews of a file of card_id,review_rating,review_time lines, sorted by time.
  private static func reviews(_ path: String) throws(Trouble) -> [Review] {
    var reviews: [Review] = []
    for line in try lines(path).dropFirst() {
      let fields = line.split(separator: ",")
      guard fields.count >= 3, let card = Int64(fields[0]), let raw = Int(fields[1]),
        let grade = Grade(rawValue: raw), let time = milliseconds(fields[2])
      else { throw Trouble("\(path) has a line that is not a review: \(line)") }
      reviews.append(Review(card: card, grade: grade, milliseconds: time))
    }
    // Reviews of one time stay in the order of the file.
    return reviews.enumerated().sorted {
      ($0.element.milliseconds, $0.offset) < ($1.element.milliseconds, $1.offset)
    }.map(\.element)
  }

  private static func lines(_ path: String) throws(Trouble) -> [Substring] {
    guard let file = fopen(path, "r") else { throw Trouble("\(path) cannot be read.") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  }

  /// Milliseconds since 1970, from such a number or from "2024-03-29T20:32:32.250000+00:00", UTC.
  private static func milliseconds(_ text: Substring) -> Int64? {
    if let number = Int64(text) { return number }
    guard text.hasSuffix("+00:00") || text.hasSuffix("Z") else { return nil }
    let digits = text.split { !$0.isNumber }
    let numbers = digits.compactMap { Int($0) }
    guard numbers.count == digits.count, numbers.count >= 6 else { return nil }
    var time = tm()
    time.tm_year = Int32(numbers[0] - 1900)
    time.tm_mon = Int32(numbers[1] - 1)
    time.tm_mday = Int32(numbers[2])
    time.tm_hour = Int32(numbers[3])
    time.tm_min = Int32(numbers[4])
    time.tm_sec = Int32(numbers[5])
    let fraction = text.contains(".") ? Int64((digits[6] + "000").prefix(3)) ?? 0 : 0
    return Int64(timegm(&time)) * 1000 + fraction
  }
}
