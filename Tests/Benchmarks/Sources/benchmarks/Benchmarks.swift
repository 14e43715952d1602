#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Measures Inkling and prints tables. The argument, if any, is the program to measure.
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
    try SourceLines.show(workshop.package)
  }
}
