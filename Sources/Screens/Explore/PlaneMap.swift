import EmotionCore
import Terminal

/// The words on a map: pleasant to the right, stirred up at the top.
struct PlaneMap: Scene {
  enum Action {
    case go(Direction)
    case open
    case lens
    case back
  }

  enum Direction {
    case left
    case right
    case up
    case down
  }

  /// A word and where it stands, −1…1 each way.
  struct Place: Equatable {
    let word: WordID
    let pleasantness: Double
    let energy: Double
  }

  let purpose: Explore.Purpose
  /// 0 all words by their own coordinates; then the taxonomies that are planes.
  private(set) var lens = 0
  private(set) var chosen: WordID?

  init(purpose: Explore.Purpose, at word: WordID? = nil) {
    self.purpose = purpose
    chosen = word
  }

  var isWide: Bool { true }

  func bindings(_ world: World) -> [Binding<Action>] {
    func go(_ key: Key, _ letter: Character, _ direction: Direction, _ help: String)
      -> Binding<Action>
    {
      Binding(
        [key, .character(letter)], shown: "←↑↓→", label: "move", help: help,
        inFooter: direction == .right, action: .go(direction))
    }
    return [
      go(.right, "l", .right, "To a more pleasant word."),
      go(.left, "h", .left, "To a less pleasant word."),
      go(.up, "k", .up, "To a word with more energy."),
      go(.down, "j", .down, "To a word with less energy."),
      Binding(
        [.enter], label: purpose == .cue ? "this one" : "open",
        help: purpose == .cue ? "Add the word as a cue." : "The word's page.", action: .open),
      Binding([.character("w")], label: "map", help: "Another map.", action: .lens),
      Binding([.escape, .character("q")], label: "back", help: "Leave the map.", action: .back),
    ]
  }

  func places(_ world: World) -> [Place] {
    let planes = world.library.taxonomies.compactMap(\.plane)
    if lens > 0, !planes.isEmpty {
      return planes[(lens - 1) % planes.count].compactMap { point in
        point.word.map {
          Place(word: $0, pleasantness: point.pleasantness, energy: point.energy)
        }
      }
    }
    return world.library.lexicon.words.map {
      Place(word: $0.id, pleasantness: $0.pleasantness, energy: $0.energy)
    }
  }

  /// Where one is: the chosen word, or the one nearest the middle.
  func current(_ places: [Place]) -> Place? {
    places.first { $0.word == chosen }
      ?? places.min {
        $0.pleasantness * $0.pleasantness + $0.energy * $0.energy
          < $1.pleasantness * $1.pleasantness + $1.energy * $1.energy
      }
  }

  mutating func handle(_ action: Action, _ world: inout World) -> [Command] {
    let places = places(world)
    switch action {
    case .go(let direction):
      if let current = current(places) {
        chosen = Self.next(from: current, direction, among: places)?.word ?? current.word
      }
    case .open:
      guard let current = current(places) else { return [] }
      return purpose == .cue
        ? [.choose(.word(current.word))] : [.open(.word(WordPage(current.word)))]
    case .lens:
      lens = (lens + 1) % (world.library.taxonomies.count { $0.plane != nil } + 1)
      chosen = current(self.places(world))?.word
    case .back: return [.close]
    }
    return []
  }

  /// The nearest place in a direction; what lies off to the side counts as further away.
  static func next(
    from place: Place, _ direction: Direction, among places: [Place]
  ) -> Place? {
    func cost(_ other: Place) -> Double? {
      let right = other.pleasantness - place.pleasantness
      let up = other.energy - place.energy
      let (ahead, aside) =
        switch direction {
        case .left: (-right, up)
        case .right: (right, up)
        case .up: (up, right)
        case .down: (-up, right)
        }
      return ahead > 0.001 && abs(aside) <= 3 * ahead + 0.02
        ? ahead * ahead + 4 * aside * aside : nil
    }
    return places.compactMap { other in cost(other).map { (other, $0) } }
      .min { ($0.1, $0.0.word) < ($1.1, $1.0.word) }?.0
  }
}
