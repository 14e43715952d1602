import FoundationEssentials
import Storage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Several processes on one device, and several devices on one folder.
struct SharingTests {
  @Test func refreshingTellsWhetherAnythingCame() throws {
    let folder = try TemporaryFolder()
    let store = try folder.open()
    #expect(try !store.refreshed())
    try store.pick("joy", at: .minute(0))
    #expect(try !store.refreshed(), "what it wrote itself is no news")
    try folder.open().pick("awe", at: .minute(1))
    #expect(try store.refreshed())
    #expect(try !store.refreshed())
    try folder.write(line("phone", 1, "calm", minute: 0) + "\n", to: "log/phone.jsonl")
    #expect(try store.refreshed())
    try folder.remove("log/phone.jsonl")
    #expect(try store.refreshed())
    #expect(store.state.words == ["joy", "awe"])
  }

  /// A program that Ctrl-Z stopped in the middle of a save would keep all others waiting.
  @Test func whileItSavesItCannotBeStopped() throws {
    func waits() -> Bool {
      var mask = sigset_t()
      pthread_sigmask(SIG_BLOCK, nil, &mask)
      return sigismember(&mask, SIGTSTP) == 1
    }
    // The threads that tests run on have it wait anyway.
    var (stop, before) = (sigset_t(), sigset_t())
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &stop, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let folder = try TemporaryFolder()
    let store = try folder.open()
    #expect(!waits())
    try store.exclusively { () throws(StorageError) in
      #expect(waits())
      try store.pick("joy", at: .minute(0))
      #expect(waits())
    }
    #expect(!waits())
    #expect(throws: StorageError.self) {
      try store.exclusively { () throws(StorageError) in throw .notAFile(path: "") }
    }
    #expect(!waits())
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func twoProcessesTakeTurns() throws {
    let first = try folder.open()
    let second = try folder.open()
    var counters: [Int] = []
    for turn in 0..<6 {
      let store = turn.isMultiple(of: 2) ? first : second
      counters.append(try store.pick("word\(turn)", at: .minute(turn)).counter)
      #expect(store.state.words == (0...turn).map { "word\($0)" })
    }
    #expect(counters == [1, 2, 3, 4, 5, 6])
    try first.refresh()
    #expect(first.state == second.state)
    #expect(try folder.open().state == first.state)
    #expect(first.problems == [])
  }

  @Test func anUndoByTheOtherProcessIsSeen() throws {
    let first = try folder.open()
    let joy = try first.pick("joy", at: .minute(0))
    let second = try folder.open()
    try second.undo(joy, at: .minute(1))
    try first.refresh()
    #expect(first.state == Tray())
    #expect(try first.pick("awe", at: .minute(2)).counter == 3)
  }

  /// Each has a store of its own, as a process has.
  @Test func eightAtTheSameMomentLoseNothing() async throws {
    let folder = folder.path
    let ids = try await withThrowingTaskGroup(of: [EventID].self) { group in
      for worker in 0..<8 {
        group.addTask {
          let store = try TrayStore(folder: folder, device: "desk", format: .tray())
          return try (0..<75).map { turn in
            if turn == worker { try store.saveSnapshot() }
            return try store.pick("w\(worker)-\(turn)", at: .minute(turn))
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(ids.map(\.counter).sorted() == Array(1...600))
    #expect(try self.folder.lines("log/desk.jsonl").count == 600)
    let store = try self.folder.open()
    let expected = (0..<8).flatMap { worker in (0..<75).map { "w\(worker)-\($0)" } }
    #expect(store.state.words.sorted() == expected.sorted())
    #expect(store.problems == [])
  }

  /// Three devices that never met, with interleaved, equal and undone events.
  private func threeLogs() -> [String: String] {
    let undo = line("phone", 3, "-", minute: 8)
      .replacing(#""grade":3,"#, with: "")
      .replacing(#""word":"-""#, with: #""undo":"desk:2""#)
    return [
      "log/desk.jsonl": line("desk", 1, "joy", minute: 0) + "\n"
        + line("desk", 2, "awe", minute: 4) + "\n" + line("desk", 3, "calm", minute: 6) + "\n",
      "log/phone.jsonl": line("phone", 1, "hope", minute: 2) + "\n"
        + line("phone", 2, "dread", minute: 6) + "\n" + undo + "\n",
      "log/attic.jsonl": line("attic", 1, "grief", minute: 6) + "\n"
        + line("attic", 2, "pride", minute: 6) + "\n",
    ]
  }

  private static let orders = [
    ["desk", "phone", "attic"], ["desk", "attic", "phone"], ["phone", "desk", "attic"],
    ["phone", "attic", "desk"], ["attic", "desk", "phone"], ["attic", "phone", "desk"],
  ]

  @Test(arguments: orders, [false, true])
  func logsMergedInAnyOrderGiveTheSameState(order: [String], savingSnapshots: Bool) throws {
    let store = try folder.open("laptop")
    for device in order {
      let name = "log/\(device).jsonl"
      try folder.write(try #require(threeLogs()[name]), to: name)
      try store.refresh()
      // Reading again what is known changes nothing.
      let before = store.state
      try store.refresh()
      #expect(store.state == before)
      if savingSnapshots { try store.saveSnapshot() }
      #expect(try folder.open("tablet").state == before)
    }
    #expect(
      store.state.entries == [
        "desk:1 joy 3 on 20000", "phone:1 hope 3 on 20000", "attic:1 grief 3 on 20000",
        "attic:2 pride 3 on 20000", "desk:3 calm 3 on 20000", "phone:2 dread 3 on 20000",
      ])
  }

  @Test func theDayComesBeforeTheTime() throws {
    // Far to the east, it is tomorrow already.
    try folder.open().append(
      Pick(word: "tomorrow", grade: 3),
      at: Stamp(milliseconds: 1000, offsetMinutes: 840, day: 20_001))
    let store = try folder.open("phone")
    try store.pick("today", at: Stamp(milliseconds: 2000, offsetMinutes: -600, day: 20_000))
    #expect(store.state.words == ["today", "tomorrow"])
    #expect(try folder.open().state == store.state)
  }

  /// What a device did second stays second, whatever its clock says.
  @Test func aDevicesEventsKeepTheirOrderWhenItsClockRunsBack() throws {
    let store = try folder.open()
    for (word, minute) in [("joy", 60), ("awe", 5), ("calm", 30)] {
      try store.pick(word, at: .minute(minute))
    }
    let phone = line("phone", 1, "hope", minute: 40) + "\n" + line("phone", 2, "rage", minute: 61)
    try folder.write(phone + "\n", to: "log/phone.jsonl")
    try store.refresh()
    #expect(store.state.words == ["hope", "joy", "awe", "calm", "rage"])
    #expect(try folder.open().state == store.state)
    #expect(store.newest == .minute(61))
  }

  /// Programs that synchronize folders leave such copies when they meet a conflict.
  @Test(arguments: [false, true])
  func aCopyOfALogUnderAnotherNameChangesNothing(withSnapshot: Bool) throws {
    try folder.fill("joy", "awe", savingSnapshot: withSnapshot)
    let store = try folder.open()
    let copy = "log/desk.sync-conflict-20260329.jsonl"
    try folder.write(try folder.bytes("log/desk.jsonl"), to: copy)
    try store.refresh()
    #expect(store.state.words == ["joy", "awe"])
    #expect(try folder.open().state.words == ["joy", "awe"])

    #expect(try store.pick("hope", at: .minute(5)).counter == 3)
    #expect(store.state.words == ["joy", "awe", "hope"])
  }

  /// Only the copy is new: its last event is the newest that is known.
  @Test func aCopyOfTheLastEventIsNotFoldedAgain() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(0))
    try folder.write(try folder.bytes("log/desk.jsonl"), to: "log/copy.jsonl")
    try store.refresh()
    #expect(store.state.words == ["joy"])
  }

  /// The log and its copy are both new, and both later than everything known.
  @Test func twoCopiesThatComeTogetherAreFoldedOnce() throws {
    let store = try folder.open()
    try store.pick("joy", at: .minute(0))
    let later = line("phone", 1, "awe", minute: 1) + "\n"
    try folder.write(later, to: "log/phone.jsonl")
    try folder.write(later, to: "log/phone copy.jsonl")
    try store.refresh()
    #expect(store.state.words == ["joy", "awe"])
  }
}
