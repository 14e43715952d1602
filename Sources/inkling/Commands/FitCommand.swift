import ArgumentParser
import CTerminal
import EmotionCore
import Screens
import SpacedRepetition
import Storage

struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit the scheduler to your reviews, or to those of another program.",
    discussion: """
      Parameters are fitted to the oldest 80 % of the reviews and judged by the newest 20 %. Those \
      of your own reviews are kept only if you say so. With --log nothing is ever kept: the file \
      is a CSV with the columns card_id, review_rating (1 to 4) and review_time (ISO 8601 or \
      milliseconds since 1970), or those of Anki's table revlog, separated by commas, semicolons or \
      tabs. Columns timezone (Europe/Berlin, or +01:00) and day_start (an hour) say how days are \
      counted, unless --utc-offset and --rollover do. --json keeps nothing either; \
      “before” are the defaults with --log, and your present parameters without.
      """)

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Print JSON, and keep nothing.")
  var json = false

  @Option(help: "Fit to the reviews in this CSV file.", completion: .file(extensions: ["csv"]))
  var log: String?

  @Option(help: "The hour at which days begin in the file, 0 to 23; 4 if it says none.")
  var rollover: Int?

  @Option(
    parsing: .unconditional,
    help: """
      Its local time minus UTC: hours, like +5 or -03:30, up to 18; 0 if it says none.
      """)
  var utcOffset: String?

  typealias Reviews = [(card: Int, grade: Grade, day: Int, milliseconds: Int64)]

  struct Answer: Encodable {
    let parameters: [Double]
    let before: Score
    let after: Score
    let reviews: Int
    let testReviews: Int
    let seconds: Double
    /// Rows of the file that were left out, since they repeat another.
    let repeated: Int

    private enum CodingKeys: String, CodingKey {
      case parameters, before, after, reviews
      case testReviews = "test_reviews"
      case seconds, repeated
    }

    struct Score: Encodable {
      let logLoss: Double
      let binnedError: Double
      let auc: Double

      init(_ evaluation: Evaluation) {
        logLoss = evaluation.logLoss
        binnedError = evaluation.binnedError
        auc = evaluation.auc
      }

      private enum CodingKeys: String, CodingKey {
        case logLoss = "log_loss"
        case binnedError = "rmse_bins"
        case auc
      }
    }

    init(_ report: FitReport) {
      parameters = report.trial.fit.model.parameters
      before = Score(report.trial.before)
      after = Score(report.trial.after)
      reviews = report.reviews
      testReviews = report.trial.after.reviews
      seconds = report.seconds
      repeated = report.repeated
    }
  }

  func validate() throws {
    if log == nil, rollover != nil || utcOffset != nil {
      throw ValidationError("--rollover and --utc-offset are about a file: name it with --log.")
    }
    if let rollover, !(0...23).contains(rollover) {
      throw ValidationError("--rollover wants an hour from 0 to 23.")
    }
    if let utcOffset, ReviewLog.offsetMinutes(utcOffset) == nil {
      throw ValidationError(
        "--utc-offset wants a sign and hours, up to 18, with minutes or without, like +5 or -03:30, "
          + "or minutes in three digits, like -210."
      )
    }
  }

  func run() throws {
    let session = try Session(options)
    if let log {
      let (reviews, repeated) = try reviews(in: log)
      let report = try report(
        on: reviews, repeated: repeated, of: FSRS6(), "defaults", session)
      if json { return try Output.json(Answer(report)) }
      for line in report.lines(chart) + ["", "The fitted parameters:"]
        + report.parameters(columns: Output.columns ?? 80)
      {
        Output.say(line)
      }
      let isBetter = report.trial.after.logLoss < report.trial.before.logLoss
      Output.say("")
      Output.say(
        isBetter
          ? "They foretell the newest reviews better than the defaults do."
          : "They foretell the newest reviews no better than the defaults: keep to those.")
      return
    }
    let store = try session.openStore()
    for problem in store.problems { Output.complain(problem) }
    let reviews = try session.ownReviews(store)
    let model = session.model(store.state)
    if json {
      return try Output.json(Answer(try report(on: reviews, of: model, "before", session)))
    }
    try fitOwn(reviews, model, session) { parameters throws(Failure) in
      try session.keep(parameters, in: store)
    }
  }

  private func fitOwn(
    _ reviews: [Session.OwnReview], _ model: FSRS6, _ session: Session,
    keep: ([Double]) throws(Failure) -> Void
  ) throws(Failure) {
    let talk = FitTalk(
      say: { Output.say($0) },
      ask: { question in
        Output.ask(question)
        return readLine()
      },
      progress: progress(), uptime: session.clock.uptime)
    let parameters: [Double]?
    do throws(Optimizer.Shortage) {
      parameters = try talk.run(reviews, model: model, chart: chart)
    } catch { throw failure(error) }
    guard let parameters else { return }
    try keep(parameters)
    Output.say("Kept: from now on, intervals go by these parameters.")
  }

  private var chart: Chart {
    // The marks need 74 columns.
    let isNarrow = (Output.columns ?? 80) < 74
    return Chart(options.plain || isNarrow ? .figures : Output.isASCII ? .ascii : .unicode)
  }

  /// A bar on a terminal that goes away when it is full, or a line.
  private func progress() -> (Double) -> Void {
    guard ct_is_terminal(1), !options.plain else {
      var isTold = false
      return { _ in
        guard !isTold else { return }
        isTold = true
        print(Output.isASCII ? "Fitting ..." : "Fitting …")
      }
    }
    let chart = chart
    return { fraction in
      let bar = chart.bar(fraction)
      let blank = String(repeating: " ", count: bar.count)
      print("\r\(bar)" + (fraction < 1 ? "" : "\r\(blank)\r"), terminator: "")
      Output.flush()
    }
  }

  private func report<Card: Hashable>(
    on reviews: [(card: Card, grade: Grade, day: Int, milliseconds: Int64)], repeated: Int = 0,
    of model: FSRS6, _ name: String, _ session: Session
  ) throws(Failure) -> FitReport {
    do throws(Optimizer.Shortage) {
      return try FitReport(
        of: reviews, repeated: repeated, model: model, before: name, uptime: session.clock.uptime)
    } catch { throw failure(error) }
  }

  private func failure(_ shortage: Optimizer.Shortage) -> Failure {
    Failure(
      sentence: "Fitting needs at least \(Optimizer.fewestReviews) reviews that came on a later "
        + "day than the card's last among the oldest 80 %, and one among the newest 20 %: "
        + (log.map { "\($0) has \(shortage.older) and \(shortage.newer)." }
          ?? "you have \(shortage.older) and \(shortage.newer), so practice on a few more days "
          + "first."))
  }

  private func reviews(in path: String) throws(Failure) -> (Reviews, repeated: Int) {
    let bytes: [UInt8]
    do throws(GivenFile.Problem) { bytes = try GivenFile.read(path) } catch {
      throw Failure(sentence: error.description)
    }
    var line = 1
    func unusable(_ text: String) -> Failure {
      Failure(sentence: "\(path), line \(line): \(text); correct it and try again.")
    }
    var reader = CSVReader(bytes, separator: CSVReader.separator(of: bytes))
    func nextFields() throws(Failure) -> [String]? {
      do throws(CSVReader.Problem) {
        let record = try reader.next()
        line = record?.line ?? line
        return record?.fields
      } catch {
        line = error.line
        throw unusable("it \(error.text)")
      }
    }
    guard let header = try nextFields() else {
      throw Failure(sentence: "\(path) is empty: name a CSV file with reviews.")
    }
    func sound<Value>(
      _ body: () throws(ReviewLog.Problem) -> Value
    ) throws(Failure) -> Value {
      do throws(ReviewLog.Problem) { return try body() } catch { throw unusable(error.text) }
    }
    let zones = ZoneClock()
    var log = try sound { () throws(ReviewLog.Problem) in
      try ReviewLog(header: header, offsetIn: { zones.offset(in: $0, at: $1) })
    }
    while let fields = try nextFields() {
      try sound { () throws(ReviewLog.Problem) in try log.add(fields) }
    }
    guard !log.isInSeconds else {
      throw Failure(
        sentence: "The times in \(path) look like seconds since 1970, and milliseconds are wanted: "
          + "add three zeros to each and try again.")
    }
    let offset = utcOffset.flatMap(ReviewLog.offsetMinutes)
    return (log.dated(rolloverHour: rollover, offsetMinutes: offset), log.repeated)
  }
}
