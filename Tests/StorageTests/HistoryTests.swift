import EmotionCore
import Testing

@testable import Storage

/// Merging in memory: three devices whose clocks jump, with undos of anything and settings; of toy
/// deeds, where every one can be seen in the state, and of real ones.
struct HistoryTests {
  private let marks = Devices.marks
  private let ledgers = Devices.ledgers

  private func folded(_ events: [Event<Mark>]) -> Marks { marks.folded(events) }

  @Test func mergingCommutesAndIsWhatOneDeviceWouldHold() {
    checkMerging(marks, rounds: 10_000)
    checkMerging(ledgers, rounds: 1500)
  }

  private func checkMerging<Deed, State>(_ devices: Devices<Deed, State>, rounds: Int) {
    var dice = SplitMix64(seed: 1)
    for number in 0..<rounds {
      let logs = devices.random(&dice)
      let all = logs.flatMap(\.self)
      let merged = devices.folded(all)
      let others = [
        devices.plainly(logs), devices.folded(all.shuffled(using: &dice)),
        devices.folded(all + all.shuffled(using: &dice)),
        devices.folded(logs.reversed().flatMap(\.self)),
      ]
      let isRight = others.allSatisfy { devices.isSame($0, merged) }
      #expect(isRight, "\(number)")
      if !isRight { return }
    }
  }

  @Test func foldingPieceByPieceIsWhatAReplayGives() {
    #expect(checkPieces(marks, rounds: 10_000) > 5000)
    #expect(checkPieces(ledgers, rounds: 1500) > 750)
  }

  /// Events arrive in pieces, each device's in its order; each piece is folded on top where that
  /// is allowed, and all is replayed where not. Now and then the program ends in between, and what it
  /// saved is read again.
  /// - Returns: how many pieces were folded on top.
  private func checkPieces<Deed, State>(_ devices: Devices<Deed, State>, rounds: Int) -> Int {
    var dice = SplitMix64(seed: 2)
    var taken = 0
    for number in 0..<rounds {
      var logs = devices.random(&dice).map { $0[...] }
      var known: [Event<Deed>] = []
      var piecewise = Folded<Deed, State>(empty: devices.format.empty)
      while let index = logs.indices.filter({ !logs[$0].isEmpty }).randomElement(using: &dice) {
        let piece = logs[index].prefix(Int.random(in: 1...3, using: &dice))
        logs[index] = logs[index].dropFirst(piece.count)
        known += piece
        if piecewise.take(Array(piece), devices.format) {
          taken += 1
        } else {
          piecewise = devices.settled(known)
        }
        if Int.random(in: 0..<4, using: &dice) == 0 {
          let read = devices.format.encodeState(piecewise.state).withUnsafeBytes {
            devices.format.decodeState($0)
          }
          if let read { piecewise.state = read } else { Issue.record("\(number)") }
        }
      }
      let isRight = devices.isSame(piecewise.state, devices.folded(known))
      #expect(isRight, "\(number)")
      if !isRight { return taken }
    }
    return taken
  }

  /// A deed done and taken back, at once and after a replay.
  @Test func whatIsTakenBackHasNeverBeen() {
    checkUndo(marks, rounds: 10_000)
    checkUndo(ledgers, rounds: 1500)
  }

  private func checkUndo<Deed, State>(_ devices: Devices<Deed, State>, rounds: Int) {
    var dice = SplitMix64(seed: 4)
    var changed = 0
    for number in 0..<rounds {
      let before = devices.random(&dice).flatMap(\.self)
      func event(_ counter: Int, _ body: Event<Deed>.Body) -> Event<Deed> {
        Event(
          id: EventID(device: "tablet", counter: counter),
          stamp: Stamp(
            milliseconds: 20_100 * 86_400_000 + Int64(counter), offsetMinutes: 0, day: 20_100),
          body: body)
      }
      let deed = event(1, .deed(devices.deed(7, &dice)))
      let undo = event(2, .undo(deed.id))
      var live = devices.settled(before)
      let expected = live.state
      let isTaken = live.take([deed], devices.format)
      let isChanged = !devices.isSame(live.state, expected)
      let isUndone = live.take([undo], devices.format)
      let isRight =
        isTaken && isUndone && devices.isSame(live.state, expected)
        && devices.isSame(devices.folded([undo, deed] + before), expected)
      #expect(isRight, "\(number)")
      if isChanged { changed += 1 }
      if !isRight { return }
    }
    #expect(changed > rounds / 2)
  }

  /// A deed done and replaced, at once and after a replay: what was there first has never been.
  @Test func whatIsReplacedHasNeverBeen() {
    checkReplacement(marks, rounds: 10_000)
    checkReplacement(ledgers, rounds: 1500)
  }

  private func checkReplacement<Deed, State>(_ devices: Devices<Deed, State>, rounds: Int) {
    var dice = SplitMix64(seed: 5)
    for number in 0..<rounds {
      let before = devices.random(&dice).flatMap(\.self)
      func event(_ counter: Int, replaces old: EventID? = nil) -> Event<Deed> {
        Event(
          id: EventID(device: "tablet", counter: counter),
          stamp: Stamp(
            milliseconds: 20_100 * 86_400_000 + Int64(counter), offsetMinutes: 0, day: 20_100),
          body: .deed(devices.deed(counter, &dice)), replaces: old)
      }
      let first = event(1)
      let second = event(2, replaces: first.id)
      let third = event(3, replaces: second.id)
      var live = devices.settled(before)
      let isTaken =
        live.take([first], devices.format) && live.take([second], devices.format)
        && live.take([third], devices.format)
      let alone = Event(id: third.id, stamp: third.stamp, body: third.body)
      let expected = devices.folded(before + [alone])
      // Taken back, it takes what it stands for along.
      let undo = Event<Deed>(
        id: EventID(device: "tablet", counter: 4), stamp: third.stamp, body: .undo(third.id))
      let isRight =
        isTaken && devices.isSame(live.state, expected)
        && devices.isSame(devices.folded([third, first, second] + before), expected)
        && live.take([undo], devices.format)
        && devices.isSame(live.state, devices.folded(before))
        && devices.isSame(
          devices.folded([undo, third, first, second] + before), devices.folded(before))
      #expect(isRight, "\(number)")
      if !isRight { return }
    }
  }

  /// Undos may name each other in a circle, or follow each other without end.
  @Test func chainsAndCirclesOfUndosAreNoTrouble() {
    func undo(_ counter: Int, _ named: Int) -> Event<Mark> {
      Event(
        id: EventID(device: "desk", counter: counter), stamp: .minute(counter),
        body: .undo(EventID(device: "desk", counter: named)))
    }
    let first = Event<Mark>(
      id: EventID(device: "desk", counter: 1), stamp: .minute(0), body: .deed(.mark(1)))
    #expect(folded([first, undo(2, 3), undo(3, 2), undo(4, 4)]).entries == ["desk:1 1"])
    let chain = (2...100_001).map { undo($0, $0 - 1) }
    #expect(folded([first] + chain).entries == ["desk:1 1"])
    #expect(folded([first] + chain.dropLast()).entries == [])
  }

  @Test func soAreChainsAndCirclesOfReplacements() {
    func mark(_ counter: Int, replaces named: Int?) -> Event<Mark> {
      Event(
        id: EventID(device: "desk", counter: counter), stamp: .minute(counter),
        body: .deed(.mark(1)), replaces: named.map { EventID(device: "desk", counter: $0) })
    }
    let circle = [mark(2, replaces: 3), mark(3, replaces: 2), mark(4, replaces: 4)]
    #expect(folded([mark(1, replaces: nil)] + circle).entries == ["desk:1 1"])
    let chain = (2...100_001).map { mark($0, replaces: $0 - 1) }
    #expect(folded([mark(1, replaces: nil)] + chain).entries == ["desk:100001 1"])
    // Of many that replaced the same one, the newest.
    let star = (2...100_001).map { mark($0, replaces: 1) }
    #expect(folded(star).entries == ["desk:100001 1"])
  }

  private func mark(_ number: Int, minute: Int, body: Event<Mark>.Body? = nil) -> Event<Mark> {
    Event(
      id: EventID(device: "desk", counter: 1), stamp: .minute(minute),
      body: body ?? .deed(.mark(number)))
  }

  /// A copied folder: two machines gave out the same number for different deeds.
  @Test func differentEventsUnderOneIdAreAllKept() {
    let events = [mark(1, minute: 5), mark(2, minute: 3), mark(3, minute: 9), mark(2, minute: 3)]
    var dice = SplitMix64(seed: 3)
    let expected = folded(events).entries
    #expect(expected.map { $0.split(separator: " ").last } == ["2", "1", "3"])
    #expect(expected.first == "desk:1 2")
    for _ in 0..<20 { #expect(folded(events.shuffled(using: &dice)).entries == expected) }
    var history = History<Mark>()
    for event in events { history.add(event) }
    #expect(history.settle() == [EventID(device: "desk", counter: 1)])
  }

  @Test func aTombstoneWinsOverWhatItStandsFor() {
    let events = [mark(1, minute: 5), mark(1, minute: 5, body: .gone), mark(1, minute: 5)]
    #expect(folded(events).entries == [])
    #expect(folded(events.reversed()).entries == [])
    var history = History<Mark>()
    for event in events { history.add(event) }
    #expect(history.settle() == [])
  }

  @Test func oneOfTwoVersionsIsUsedOnEveryDeviceAndThisIsTold() {
    let events = [mark(1, minute: 5), mark(2, minute: 5)]
    #expect(folded(events) == folded(events.reversed()))
    #expect(folded(events).entries.count == 1)
    var history = History<Mark>()
    for event in events { history.add(event) }
    #expect(history.settle().count == 1)
  }

  /// As when two devices import one file, each into its locked journal.
  @Test func whatIsSealedTwiceIsOneEvent() {
    let id = EventID(device: "import-1", counter: 1)
    let notes = ["box one", "box two", "open"].map { text in
      Event<Mark>(id: id, stamp: .minute(1), body: .deed(.note(text)))
    }
    for (events, isSame) in [
      ([notes[0], notes[1]], true), ([notes[2], notes[0]], true),
      ([notes[2], Event(id: id, stamp: .minute(1), body: .deed(.note("other")))], false),
      // Of another time it is another event, sealed or not.
      ([notes[0], Event(id: id, stamp: .minute(2), body: .deed(.note("box")))], false),
    ] {
      var history = History<Mark>(isSealed: {
        if case .note(let text) = $0 { text.hasPrefix("box") } else { false }
      })
      for event in events { history.add(event) }
      #expect(history.settle().isEmpty == isSame)
    }
  }
}
