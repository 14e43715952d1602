import SpacedRepetition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Fits parameters to the oldest 80 % of a log, and scores them on the newest 20 %.
enum Fitting {
  private static let share = 0.8

  /// What `--log PATH --rollover HOUR --truth PATH` say; nil without `--log`.
  static func request(
    _ arguments: [String]
  ) throws(Trouble) -> (path: String, hour: Int, truth: String?)? {
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
    return (path, hour, value("--truth"))
  }

  static func show(path: String, rolloverHour: Int, truth: String?) throws {
    let log = try reviews(path, rolloverHour)
    let histories = ReviewHistory.histories(of: log.lazy.map { ($0.card, $0.grade, $0.day) })
    let older = ReviewHistory.olderCount(of: log.map(\.milliseconds), share: share)
    let training = histories.compactMap { $0.before(position: older) }
    let optimizer = Optimizer()
    let (fit, fitTime) = timed { optimizer.fit(training) }
    let (all, wholeTime) = timed { optimizer.fit(histories) }

    var scores = Table(
      "\(log.count.grouped) reviews", "log-loss", "RMSE(bins)", "by chance", "AUC", "n")
    for (name, model) in [("defaults", FSRS6()), ("fitted", fit.model)] {
      let score = Evaluation(of: model, on: histories, positions: older..<log.count)
      scores.add(
        name, score.logLoss.text(5), score.binnedError.text(5), score.binnedErrorByChance.text(5),
        score.auc.text(4), score.reviews.grouped)
    }
    scores.show()
    var times = Table("fitting", "reviews", "scored", "seconds", "of CPU, medians")
    times.add(
      "oldest 80 %", older.grouped, fit.reviews.grouped, fitTime.wall.text(3), fitTime.cpu.text(3))
    times.add(
      "all", log.count.grouped, all.reviews.grouped, wholeTime.wall.text(3), wholeTime.cpu.text(3))
    times.show()
    print("Most memory this process ever had: \(try MemoryUse.peak().text(1)) MB\n")
    if let truth { try showRecovery(truth, all.model, on: histories) }
    print(fit.model.parameters.map { $0.text(4) }.joined(separator: " "))
  }

  /// The medians of seven runs, in seconds; those of the CPU hold on a busy machine too.
  private static func timed(
    _ body: () -> Optimizer.Fit
  ) -> (fit: Optimizer.Fit, time: (wall: Double, cpu: Double)) {
    var fit = body()
    var walls: [Double] = []
    var cpus: [Double] = []
    for _ in 0..<7 {
      let start = clock()
      walls.append(duration { fit = body() } / 1e9)
      cpus.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    return (fit, (walls.median, cpus.median))
  }

  /// Each parameter: the truth that a simulated log was made with, what was fitted, how far it may
  /// be off, and how many of these standard errors it is.
  private static func showRecovery(
    _ path: String, _ model: FSRS6, on histories: [ReviewHistory]
  ) throws(Trouble) {
    let text = try lines(path).joined()
    let truth = text.split { !"+-.eE0123456789".contains($0) }.compactMap { Double($0) }
    guard truth.count == 21 else { throw Trouble("\(path) does not hold 21 numbers.") }
    guard let errors = Optimizer().standardErrors(of: model, on: histories) else {
      throw Trouble("The fit has no minimum to tell standard errors from.")
    }
    var table = Table("parameter", "true", "fitted", "error", "σ", "z", "told by")
    let deviations = Optimizer.deviations(around: model)
    var squares: [Double] = []
    for (index, value) in model.parameters.enumerated() {
      let z = (value - truth[index]) / errors[index]
      // Less than a third of the variance between people is left.
      let isTold = errors[index] * errors[index] < deviations[index] * deviations[index] / 3
      if isTold { squares.append(z * z) }
      table.add(
        "w\(index)", truth[index].text(4), value.text(4), errors[index].text(4),
        deviations[index].text(3), z.text(2), isTold ? "reviews" : "prior")
    }
    table.show()
    let mean = squares.reduce(0, +) / Double(max(squares.count, 1))
    let largest = (squares.max() ?? 0).squareRoot()
    print(
      "\(squares.count) told by the reviews: largest |z| \(largest.text()), root mean square "
        + "\(mean.squareRoot().text())\n")
  }

  /// The reviews of a file of card_id,review_rating,review_time lines, sorted by time.
  private static func reviews(
    _ path: String, _ rolloverHour: Int
  ) throws(Trouble) -> [(card: Int, grade: Grade, day: Int, milliseconds: Int64)] {
    func fields(_ line: Substring) -> [String] {
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let lines = try lines(path)
    do throws(ReviewLog.Problem) {
      var log = try ReviewLog(header: fields(lines.first ?? ""))
      for line in lines.dropFirst() { try log.add(fields(line)) }
      return log.dated(rolloverHour: rolloverHour, offsetMinutes: 0)
    } catch { throw Trouble("\(path): \(error.text).") }
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
}
