import EmotionCore
import SpacedRepetition

@testable import Storage

/// What three devices whose clocks jump may do: deeds, settings, undos and replacements of anything,
/// and deletions; and what comes of it.
struct Devices<Deed: Codable & Sendable & Equatable, State> {
  let format: StoreFormat<Deed, State>
  let deed: (_ counter: Int, inout SplitMix64) -> Deed
  let setting: (inout SplitMix64) -> Deed
  let isSame: (State, State) -> Bool

  func settled(_ events: [Event<Deed>]) -> Folded<Deed, State> {
    var history = History(isSetting: format.isSetting)
    for event in events { history.add(event) }
    _ = history.settle()
    return Folded(history, format)
  }

  func folded(_ events: [Event<Deed>]) -> State { settled(events).state }

  /// What each device did, in its order.
  func random(_ random: inout SplitMix64) -> [[Event<Deed>]] {
    let devices = ["attic", "desk", "phone"]
    return devices.map { device in
      // In thirds of a day.
      var clock = 60_000 + Int.random(in: 0...5, using: &random)
      return (1...Int.random(in: 1...7, using: &random)).map { counter in
        clock += Int.random(in: -3...5, using: &random)
        let other = EventID(
          device: devices.randomElement(using: &random) ?? "",
          counter: Int.random(in: 1...8, using: &random))
        let body: Event<Deed>.Body =
          switch Int.random(in: 0..<8, using: &random) {
          case 0, 1: .undo(other)
          case 2: .deed(setting(&random))
          case 3: .gone
          default: .deed(deed(counter, &random))
          }
        return Event(
          id: EventID(device: device, counter: counter),
          stamp: Stamp(
            milliseconds: Int64(clock) * 28_800_000, offsetMinutes: 0,
            day: clock / 3 + Int.random(in: 0...1, using: &random)),
          body: body,
          replaces: Int.random(in: 0..<5, using: &random) == 0 ? other : nil)
      }
    }
  }

  /// The rules once more, in the plainest way: what one device that had done it all would hold.
  func plainly(_ logs: [[Event<Deed>]]) -> State {
    let undos = logs.joined().filter { $0.undone != nil }
    func stands(_ id: EventID, _ above: [EventID] = []) -> Bool {
      !undos.contains { undo in
        undo.undone == id && !above.contains(undo.id) && stands(undo.id, above + [id])
      }
    }
    var placed: [(order: Order, event: Event<Deed>)] = []
    for log in logs {
      for (index, event) in log.enumerated() {
        let latest = log[...index].map { ($0.stamp.day, $0.stamp.milliseconds) }.max(by: <)
        guard let latest else { continue }
        let stamp = Stamp(milliseconds: latest.1, offsetMinutes: 0, day: latest.0)
        placed.append((Order(event.id, stamp, after: nil), event))
      }
    }
    let ordered = placed.sorted { $0.order < $1.order }.map(\.event)
    let standing = ordered.filter { event in
      event.deed != nil && stands(event.id) && !isReplaced(event, ordered)
    }
    var state = format.empty
    for onlySettings in [true, false] {
      for event in standing {
        guard let deed = event.deed, onlySettings == format.isSetting(deed) else { continue }
        format.fold(&state, deed, event.id, event.stamp)
      }
    }
    return state
  }
}

extension Devices {
  /// Another event replaced this one, or this one and a newer one go back to the same event.
  private func isReplaced(_ event: Event<Deed>, _ ordered: [Event<Deed>]) -> Bool {
    /// The first event of those that replaced each other; nil where they go round in a circle.
    func origin(of event: Event<Deed>) -> EventID? {
      var (id, seen) = (event.replaces, Set([event.id]))
      while let named = id, seen.insert(named).inserted {
        guard let next = ordered.first(where: { $0.id == named })?.replaces else { return named }
        id = next
      }
      return nil
    }
    func isNamed(_ event: Event<Deed>) -> Bool { ordered.contains { $0.replaces == event.id } }
    if isNamed(event) { return true }
    guard event.replaces != nil, let first = origin(of: event) else { return false }
    let rivals = ordered.filter { $0.replaces != nil && !isNamed($0) && origin(of: $0) == first }
    return rivals.last?.id != event.id
  }
}

extension Devices where Deed == Mark, State == Marks {
  static var marks: Self {
    Devices(
      format: .marks(), deed: { counter, _ in .mark(counter) },
      setting: { .weight(Int.random(in: 2...9, using: &$0)) }, isSame: ==)
  }
}

extension Devices where Deed == EmotionCore.Deed, State == Ledger {
  /// Practice and naming of a few words, so that they meet.
  static var ledgers: Self {
    let words = ["sad", "glad", "torn"]
    return Devices(
      format: StoreFormat(
        empty: Ledger(), stateVersion: Ledger.version,
        fold: { ledger, deed, id, stamp in
          let moment = Moment(
            milliseconds: stamp.milliseconds, offsetMinutes: stamp.offsetMinutes, day: stamp.day)
          ledger.apply(deed, id: id.description, at: moment)
        },
        encodeState: { LedgerCodec.encode($0) }, decodeState: { LedgerCodec.decode($0) },
        isSetting: \.isSetting),
      deed: { counter, dice in
        let word = words[Int.random(in: 0..<3, using: &dice)]
        switch Int.random(in: 0..<8, using: &dice) {
        case 0: return .checkedIn(CheckIn(feelings: [.init(id: word, word: word)], said: "low"))
        case 1: return .removed(Removal(entry: "desk:\(counter - 1)"))
        case 2:
          let checkIn = CheckIn(feelings: [.init(id: word, word: word, strength: 5)])
          return .amended(Amendment(entry: "phone:\(counter - 1)", checkIn: checkIn))
        case 3: return .kept(Keeping(word: word))
        default:
          let card = CardKey(word: word, skill: Bool.random(using: &dice) ? .recall : .recognize)
          let grade = Grade.allCases[Int.random(in: 0..<4, using: &dice)]
          return .reviewed(
            Review(
              card: card, grade: grade, milliseconds: 1000 * counter,
              instead: grade == .again ? "torn" : nil))
        }
      },
      setting: { dice in
        .planned(
          Plan(
            retention: [nil, 0.8, 0.95][Int.random(in: 0..<3, using: &dice)],
            lighter: Bool.random(using: &dice) ? [5, 6] : nil))
      },
      isSame: { $0 == $1 && LedgerCodec.encode($0) == LedgerCodec.encode($1) })
  }
}
