import Testing

@testable import Storage

/// Merging in memory: three devices whose clocks jump, with undos of anything and settings.
struct HistoryTests {
  private static var format: StoreFormat<Mark, Marks> { .marks() }

  private func folded(_ events: [Event<Mark>]) -> Marks {
    var history = History(isSetting: Self.format.isSetting)
    for event in events { history.add(event) }
    _ = history.settle()
    return Folded(history, Self.format).state
  }

  /// What each device did, in its order.
  private func random(_ random: inout SplitMix64) -> [[Event<Mark>]] {
    let devices = ["attic", "desk", "phone"]
    return devices.map { device in
      var clock = Int.random(in: 0...5, using: &random)
      return (1...Int.random(in: 1...7, using: &random)).map { counter in
        clock += Int.random(in: -3...5, using: &random)
        let body: Event<Mark>.Body =
          switch Int.random(in: 0..<8, using: &random) {
          case 0, 1:
            .undo(
              EventID(
                device: devices.randomElement(using: &random) ?? "",
                counter: Int.random(in: 1...8, using: &random)))
          case 2: .deed(.weight(Int.random(in: 2...9, using: &random)))
          case 3: .gone
          default: .deed(.mark(counter))
          }
        return Event(
          id: EventID(device: device, counter: counter),
          stamp: Stamp(
            milliseconds: Int64(clock), offsetMinutes: 0,
            day: clock / 3 + Int.random(in: 0...1, using: &random)),
          body: body)
      }
    }
  }

  /// The rules once more, in the plainest way: what one device that had done it all would hold.
  private func plainly(_ logs: [[Event<Mark>]]) -> Marks {
    let undos = logs.joined().filter { $0.undone != nil }
    func stands(_ id: EventID, _ above: [EventID] = []) -> Bool {
      !undos.contains { undo in
        undo.undone == id && !above.contains(undo.id) && stands(undo.id, above + [id])
      }
    }
    var placed: [(order: Order, event: Event<Mark>)] = []
    for log in logs {
      for (index, event) in log.enumerated() {
        let latest = log[...index].map { ($0.stamp.day, $0.stamp.milliseconds) }.max(by: <)
        guard let latest else { continue }
        let stamp = Stamp(milliseconds: latest.1, offsetMinutes: 0, day: latest.0)
        placed.append((Order(event.id, stamp, after: nil), event))
      }
    }
    let standing = placed.sorted { $0.order < $1.order }.map(\.event).filter {
      $0.deed != nil && stands($0.id)
    }
    var marks = Marks()
    for onlySettings in [true, false] {
      for event in standing {
        guard let deed = event.deed, onlySettings == Self.format.isSetting(deed) else { continue }
        Self.format.fold(&marks, deed, event.id, event.stamp)
      }
    }
    return marks
  }

  @Test func mergingCommutesAndIsWhatOneDeviceWouldHold() {
    var dice = SplitMix64(seed: 1)
    for number in 0..<10_000 {
      let logs = random(&dice)
      let expected = plainly(logs)
      let all = logs.flatMap(\.self)
      let merged = folded(all)
      let isRight =
        merged == expected && folded(all.shuffled(using: &dice)) == expected
        && folded(all + all.shuffled(using: &dice)) == expected
        && folded(logs.reversed().flatMap(\.self)) == expected
      #expect(isRight, "\(number)")
      if !isRight { return }
    }
  }

  /// Events arrive in pieces, each device's in its order; each piece is folded on top where that
  /// is allowed, and all is replayed where not.
  @Test func foldingPieceByPieceIsWhatAReplayGives() {
    var dice = SplitMix64(seed: 2)
    var taken = 0
    for number in 0..<10_000 {
      var logs = random(&dice).map { $0[...] }
      var known: [Event<Mark>] = []
      var piecewise = Folded<Mark, Marks>(empty: Marks())
      while let index = logs.indices.filter({ !logs[$0].isEmpty }).randomElement(using: &dice) {
        let piece = logs[index].prefix(Int.random(in: 1...3, using: &dice))
        logs[index] = logs[index].dropFirst(piece.count)
        known += piece
        if piecewise.take(Array(piece), Self.format) {
          taken += 1
        } else {
          var history = History(isSetting: Self.format.isSetting)
          for event in known { history.add(event) }
          _ = history.settle()
          piecewise = Folded(history, Self.format)
        }
      }
      let isRight = piecewise.state == folded(known)
      #expect(isRight, "\(number)")
      if !isRight { return }
    }
    #expect(taken > 5000)
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
