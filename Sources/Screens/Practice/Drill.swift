import EmotionCore
import Terminal

/// A contrast drill on the screen.
struct Drill: Equatable {
  let drill: ContrastDrill
  private(set) var index = 0
  var row = 0
  /// The answer to the question on the screen, once there is one.
  private(set) var chosen: WordID?
  private(set) var right = 0

  init(_ drill: ContrastDrill) { self.drill = drill }

  var options: [WordID] { [drill.word, drill.rival] }
  var question: ContrastDrill.Question { drill.questions[index] }

  mutating func choose(_ number: Int) {
    guard chosen == nil, options.indices.contains(number) else { return }
    row = number
    chosen = options[number]
    if chosen == question.answer { right += 1 }
  }

  /// - Returns: whether there is another question.
  mutating func goOn() -> Bool {
    guard index + 1 < drill.questions.count else { return false }
    index += 1
    chosen = nil
    return true
  }

  /// How many questions were answered.
  var answered: Int { index + (chosen == nil ? 0 : 1) }
}

extension Leech {
  /// "This one keeps slipping: you often say calm instead."
  func explanation(_ world: World) -> String {
    switch mixUps {
    case 0: "This one keeps slipping. Its closest neighbor is \(world.text(rival))."
    case 1: "This one keeps slipping: you said \(world.text(rival)) instead."
    default: "This one keeps slipping: you often say \(world.text(rival)) instead."
    }
  }
}
