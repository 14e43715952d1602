import FoundationEssentials
import Testing

@testable import Storage

/// Logs and snapshots changed at random: no crash, no hang, and nothing lost in silence. Every
/// line that is still whole is there, and every other is reported.
struct DamageFuzzTests {
  /// `INKLING_FUZZ=100000` for a long run.
  private static let rounds =
    ProcessInfo.processInfo.environment["INKLING_FUZZ"].flatMap { Int($0) } ?? 3000

  /// Lines as the JSON decoder alone would read them.
  private func read(_ log: [UInt8]) -> (marks: Set<String>, bad: Int) {
    var result = (marks: Set<String>(), bad: 0)
    let lines = log.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in lines.dropLast() where line.contains(where: { ![9, 13, 32].contains($0) }) {
      guard let event = try? JSONDecoder().decode(Event<Mark>.self, from: Data(line)) else {
        result.bad += 1
        continue
      }
      if let deed = event.deed { result.marks.insert("\(event.id) \(event.stamp)) \(deed)") }
    }
    return result
  }

  private func damage(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, index + Int.random(in: 1...60, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
      case 2: bytes.removeSubrange(index..<end)
      case 3: bytes.insert(contentsOf: bytes[index..<end], at: index)
      case 4: bytes.removeSubrange(index...)
      case 5: bytes.replaceSubrange(index..<end, with: [UInt8](repeating: 0, count: end - index))
      case 6: bytes.insert(UInt8(ascii: "\n"), at: index)
      default: bytes[index] = UInt8.random(in: 0x20..<0x7f, using: &random)
      }
    }
    return bytes
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

    for round in 0..<Self.rounds {
      for (name, bytes) in sound { try folder.write(bytes, to: name) }
      let name = names.randomElement(using: &random) ?? ""
      let damaged = damage(sound[name] ?? [], &random)
      try folder.write(damaged, to: name)
      // A log can be changed so that the snapshot covers it still; what is in it is then believed.
      if name != "schedule.json" { try folder.remove("schedule.json") }

      do throws(StorageError) {
        let store = try folder.openMarks("desk")
        if name == "schedule.json" {
          #expect(store.state == state, "round \(round)")
        } else {
          let other = name == "log/desk.jsonl" ? "log/phone.jsonl" : "log/desk.jsonl"
          let mine = read(damaged)
          let whole = mine.marks.union(read(sound[other] ?? []).marks)
          // Every deed of a line that is whole; of two versions of one deed, one.
          let versions = Set(whole.map { $0.split(separator: ")")[0] })
          let isKept = (versions.count...whole.count).contains(store.state.entries.count)
          #expect(isKept, "round \(round)")
          let told = store.problems.count { $0.contains("could not be read") }
          #expect(told == mine.bad, "round \(round)")
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
}
