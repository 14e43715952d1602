import ArgumentParser
import EmotionCore

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check that what Inkling knows is sound.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Check the words, and all that is said of them, against their rules.")
  var content = false

  func run() throws {
    guard content else {
      throw Failure(
        sentence: "doctor checks the content so far, and nothing else: use “inkling doctor "
          + "--content”.", code: 2)
    }
    let check = ContentCheck(try Session(options).library)
    let problems = check.problems()
    guard problems.isEmpty else {
      for problem in problems { print(problem) }
      throw ExitCode(1)
    }
    print("The content is sound: \(check.extent).")
  }
}
