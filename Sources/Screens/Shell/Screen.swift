import EmotionCore
import Terminal

/// The screens there are. One line a screen; everything else is in their folders.
enum Screen {
  case home(Home)
  case name(Name)
  case body(BodyPicker)
  case practice(Practice)
  case explore(Explore)
  case plane(PlaneMap)
  case word(WordPage)
  case journal(JournalScreen)
  case entry(EntryScreen)
  case unlock(Unlock)
  case help(Help)
  case care(CarePage)

  /// Runs `body` on whichever screen it is, and keeps what that changes.
  private mutating func modify<Result>(_ body: (inout any Scene) -> Result) -> Result {
    var scene = self.scene
    let result = body(&scene)
    self = Screen(scene) ?? self
    return result
  }

  private var scene: any Scene {
    switch self {
    case .home(let scene): scene
    case .name(let scene): scene
    case .body(let scene): scene
    case .practice(let scene): scene
    case .explore(let scene): scene
    case .plane(let scene): scene
    case .word(let scene): scene
    case .journal(let scene): scene
    case .entry(let scene): scene
    case .unlock(let scene): scene
    case .help(let scene): scene
    case .care(let scene): scene
    }
  }

  private init?(_ scene: any Scene) {
    switch scene {
    case let scene as Home: self = .home(scene)
    case let scene as Name: self = .name(scene)
    case let scene as BodyPicker: self = .body(scene)
    case let scene as Practice: self = .practice(scene)
    case let scene as Explore: self = .explore(scene)
    case let scene as PlaneMap: self = .plane(scene)
    case let scene as WordPage: self = .word(scene)
    case let scene as JournalScreen: self = .journal(scene)
    case let scene as EntryScreen: self = .entry(scene)
    case let scene as Unlock: self = .unlock(scene)
    case let scene as Help: self = .help(scene)
    case let scene as CarePage: self = .care(scene)
    default: return nil
    }
  }

  var typing: Typing { scene.typing }
  var isWide: Bool { scene.isWide }
  var unfinished: Deed? { scene.unfinished }
  var typed: Typed? { scene.typed }

  func hints(_ world: World) -> [KeyHint] {
    func hints(_ scene: some Scene) -> [KeyHint] { scene.bindings(world).map(\.hint) }
    return hints(scene)
  }

  func content(_ world: World, _ area: Area) -> Content { scene.content(world, area) }

  /// Handles a key by the bindings, then as typing.
  /// - Returns: nil when the key means nothing here.
  mutating func press(_ key: Key, isAlone: Bool, _ world: inout World) -> [Command]? {
    func press(_ scene: inout some Scene, _ world: inout World) -> [Command]? {
      let isText = if case .character = key { scene.typing == .text } else { false }
      if !isText, let binding = scene.bindings(world).first(where: { $0.keys.contains(key) }) {
        guard isAlone || !binding.asksAlone else {
          return [.notice("Press \(key.name) once more to \(binding.label).")]
        }
        return scene.handle(binding.action, &world)
      }
      return scene.typing == .none ? nil : scene.type(key, &world)
    }
    return modify { press(&$0, &world) }
  }

  mutating func paste(_ text: String, _ world: inout World) -> [Command] {
    modify { $0.paste(text, &world) }
  }

  mutating func saved(_ id: String, _ world: inout World) -> [Command] {
    modify { $0.saved(id, &world) }
  }

  mutating func receive(_ cue: Cue, _ world: inout World) -> [Command] {
    modify { $0.receive(cue, &world) }
  }

  mutating func heard() { modify { $0.heard() } }

  mutating func resume(_ world: inout World) { modify { $0.resume(&world) } }
}
