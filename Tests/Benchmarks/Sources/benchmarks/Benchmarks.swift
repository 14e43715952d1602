#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Measures Inkling and prints tables. The argument, if any, is the program to measure;
/// `--log PATH --rollover HOUR` measures the fit to a review log instead, and with `--truth JSON`,
/// the 21 parameters a simulated one was made with, how well they are recovered; `--scheduling`
/// measures the scheduler alone; `--million`, before the program if any, what a million reviews
/// cost.
@main
struct Benchmarks {
  static func main() {
    do {
      try measure()
    } catch {
      print("benchmarks: \(error)")
      exit(1)
    }
  }

  private static func measure() throws {
    if let log = try Fitting.request(CommandLine.arguments) {
      try Fitting.show(path: log.path, rolloverHour: log.hour, truth: log.truth)
      return
    }
    if CommandLine.arguments.contains("--scheduling") {
      Scheduling.show()
      return
    }
    if CommandLine.arguments.dropFirst().first == "--million" {
      return try Million.show(try Workshop(inkling: CommandLine.arguments.dropFirst(2).first))
    }
    if CommandLine.arguments.contains("--learning") {
      Learning.show(settings: CommandLine.arguments.contains("--settings"))
      return
    }
    let workshop = try Workshop(inkling: CommandLine.arguments.dropFirst().first)
    print("\(workshop.inkling)\n")
    var paint = try FirstPaint(workshop)
    try paint.measure()
    paint.show()
    try Keys.show(workshop)
    try MemoryUse.show(workshop)
    try BinarySize.show(workshop)
    Decoding.show()
    Scheduling.show()
    Queueing.show()
    try SourceLines.show(workshop.package)
  }
}
