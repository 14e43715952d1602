import FoundationEssentials
import Testing

@testable import Storage

/// Logs and snapshots changed at random: no crash, no hang, and nothing lost in silence. Every
/// line that is still whole is there, and every other is reported.
struct StoreFuzzTests {
  /// Lines as the JSON decoder alone would read them.
  /// - Parameter isOwn: whether a last line that lacks its newline alone counts.
  private func read(_ log: [UInt8], isOwn: Bool = false) -> (marks: Set<String>, bad: Int) {
    var result = (marks: Set<String>(), bad: 0)
    let lines = log.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated()
    where line.contains(where: { ![9, 13, 32].contains($0) }) {
      let isEnded = index + 1 < lines.count
      guard let event = try? JSONDecoder().decode(Event<Mark>.self, from: Data(line)) else {
        if isEnded { result.bad += 1 }
        continue
      }
      guard isEnded || isOwn else { continue }
      if let deed = event.deed { result.marks.insert("\(event.id) \(event.stamp)) \(deed)") }
    }
    return result
  }

  @Test func damageIsSurvivedAndNothingIsLostInSilence() throws {
    let folder = try TemporaryFolder()
    let phone = try folder.openMarks("phone")
    for number in 1...6 { try phone.append(.mark(number), at: .minute(number * 3)) }
    let desk = try folder.openMarks("desk")
    for number in 1...6 { try desk.append(.mark(number), at: .minute(20 + number)) }
    try desk.append(.note("ü \"\\"), at: .minute(40))
    try desk.saveSnapshot()
    let sound = try folder.contents()
    let names = sound.keys.sorted()
    try #require(names == ["log/desk.jsonl", "log/phone.jsonl", "schedule.json"])
    let state = desk.state
    var random = SplitMix64(seed: 11)

    for round in 0..<Damage.rounds(3000) {
      for (name, bytes) in sound { try folder.write(bytes, to: name) }
      let name = names.randomElement(using: &random) ?? ""
      let damaged = Damage.done(to: sound[name] ?? [], &random)
      try folder.write(damaged, to: name)
      // A log can be changed so that the snapshot covers it still; what is in it is then believed.
      if name != "schedule.json" { try folder.remove("schedule.json") }

      do throws(StorageError) {
        let store = try folder.openMarks("desk")
        if name == "schedule.json" {
          #expect(store.state == state, "round \(round)")
        } else {
          let other = name == "log/desk.jsonl" ? "log/phone.jsonl" : "log/desk.jsonl"
          let mine = read(damaged, isOwn: name == "log/desk.jsonl")
          let whole = mine.marks.union(read(sound[other] ?? []).marks)
          // Every deed of a line that is whole; of two versions of one deed, one.
          let versions = Set(whole.map { $0.split(separator: ")")[0] })
          let isKept = (versions.count...whole.count).contains(store.state.entries.count)
          #expect(isKept, "round \(round)")
          // Damaged lines each, up to three; sound ones that nobody knows in one sentence.
          let told = store.problems.count { $0.contains("could not be read") }
          let isTold =
            store.holdsUnknown ? told <= min(mine.bad - 1, 3) : told == min(mine.bad, 3)
          #expect(isTold, "round \(round)")
        }
        // And it goes on.
        let id = try store.append(.mark(9), at: .minute(60))
        let again = try folder.openMarks("desk")
        #expect(again.state == store.state, "round \(round)")
        #expect(again.state.entries.contains("\(id) \(9 * again.state.weight)"), "round \(round)")
      } catch {
        // Only a line, or a snapshot, that says that it is newer is refused.
        #expect(error == .newerVersion(path: folder.path(name)), "round \(round)")
        #expect(try folder.bytes(name) == damaged, "round \(round)")
      }
    }
  }

  /// A device whose name cannot be read gets another: no line is lost, and no name is made of
  /// what could climb out of the folder.
  @Test func aDamagedNameOfTheDeviceLosesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.openMarks(nil).append(.mark(1), at: .minute(1))
    let sound = try folder.contents()
    let name = try #require(sound.keys.first { $0.hasPrefix("device/") })
    var random = SplitMix64(seed: 12)
    for round in 0..<Damage.rounds(300) {
      for path in try folder.contents().keys where sound[path] == nil { try folder.remove(path) }
      for (path, bytes) in sound { try folder.write(bytes, to: path) }
      try folder.write(Damage.done(to: sound[name] ?? [], &random), to: name)
      let store = try folder.openMarks(nil)
      try store.append(.mark(2), at: .minute(2))
      #expect(store.state.entries.count == 2, "round \(round)")
      let files = try folder.contents().keys
      let areSound = files.allSatisfy {
        $0 == name || $0 == "schedule.json"
          || $0.wholeMatch(of: /log\/[A-Za-z0-9]{1,32}\.jsonl/) != nil
      }
      #expect(areSound, "round \(round): \(files)")
    }
  }
}
