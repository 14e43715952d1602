import Storage
import Testing

struct UndoTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The words that stand, here and after reopening with and without a snapshot.
  private func check(_ store: TrayStore, _ words: [String]) throws {
    #expect(store.state.words == words)
    #expect(try folder.open().state.words == words, "replayed")
    try store.saveSnapshot()
    #expect(try folder.open().state.words == words, "from the snapshot")
    try folder.remove("schedule.json")
  }

  @Test func anUndoTakesBackAndAnUndoOfItBringsBack() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(0))
    let awe = try store.pick("awe", at: .minute(1))
    try store.pick("hope", at: .minute(2))

    let undo = try store.undo(awe, at: .minute(3))
    #expect(undo == EventID(device: "desk", counter: 4))
    try check(store, ["joy", "hope"])
    let redo = try store.undo(undo, at: .minute(4))
    try check(store, ["joy", "awe", "hope"])
    try store.undo(redo, at: .minute(5))
    try check(store, ["joy", "hope"])
  }

  @Test func anUndoIsALineOfItsOwnAndRemovesNothing() throws {
    let store = try folder.open()
    let joy = try store.pick("joy", at: .minute(0))
    try store.undo(joy, at: .minute(1))
    let time = Stamp.minute(1).milliseconds
    #expect(
      try folder.lines("log/desk.jsonl") == [
        line("desk", 1, "joy", minute: 0),
        #"{"at":\#(time),"day":20000,"id":"desk:2","off":60,"undo":"desk:1","v":1}"#,
      ])
  }

  @Test(arguments: [false, true])
  func anEventFromBeforeCanBeUndoneAfterReopening(withSnapshot: Bool) throws {
    try folder.fill("joy", "awe", savingSnapshot: withSnapshot)
    let store = try folder.open()
    let undo = try store.undo(EventID(device: "desk", counter: 1), at: .minute(5))
    try check(store, ["awe"])

    let later = try folder.open()
    try later.undo(undo, at: .minute(6))
    try check(later, ["joy", "awe"])
  }

  @Test func anEventUndoneTwiceStaysUndoneUntilBothUndosAre() throws {
    let store = try folder.open()
    let joy = try store.pick("joy", at: .minute(0))
    let first = try store.undo(joy, at: .minute(1))
    let second = try store.undo(joy, at: .minute(2))
    try check(store, [])
    try store.undo(second, at: .minute(3))
    try check(store, [])
    try store.undo(first, at: .minute(4))
    try check(store, ["joy"])
  }

  @Test func anUndoOfNothingDoesNothing() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(0))
    try store.undo(EventID(device: "phone", counter: 9), at: .minute(1))
    try check(store, ["joy"])
  }

  @Test func anUndoMayComeBeforeWhatItNames() throws {
    let store = try folder.open()
    try store.undo(EventID(device: "phone", counter: 1), at: .minute(5))
    try folder.write(
      line("phone", 1, "awe", minute: 1) + "\n" + line("phone", 2, "calm", minute: 2) + "\n",
      to: "log/phone.jsonl")
    try store.refresh()
    try check(store, ["calm"])
  }

  /// The deed has the later time: the other device's clock was ahead.
  @Test(arguments: [false, true])
  func anUndoWaitsForWhatItNames(reopening: Bool) throws {
    var store = try folder.open()
    try store.undo(EventID(device: "phone", counter: 1), at: .minute(5))
    try store.saveSnapshot()
    if reopening { store = try folder.open() }
    try folder.write(line("phone", 1, "awe", minute: 9) + "\n", to: "log/phone.jsonl")
    try store.refresh()
    try check(store, [])
  }

  @Test func anotherDevicesEventCanBeUndone() throws {
    try folder.fill("awe", "calm", device: "phone")
    let store = try folder.open()
    try store.undo(EventID(device: "phone", counter: 1), at: .minute(5))
    try check(store, ["calm"])
  }

  /// Undo, undo of undo and so on, while the clock runs back an hour at every step.
  @Test func undosHoldWhenTheClockRunsBack() throws {
    let store = try folder.open()
    var last = try store.pick("joy", at: .minute(600))
    for step in 1...6 {
      last = try store.undo(last, at: .minute(600 - step * 60))
      try check(store, step.isMultiple(of: 2) ? ["joy"] : [])
    }
  }
}
