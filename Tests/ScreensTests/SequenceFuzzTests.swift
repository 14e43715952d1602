import Foundation
import Terminal
import Testing

@testable import Screens

/// Sequences of escape as terminals send them, and as none should, on every screen: nothing is
/// deleted, undone, saved or left by them. `INKLING_FUZZ=100000` plays as many.
@Suite struct SequenceFuzzTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["INKLING_FUZZ"].flatMap { Int($0) } ?? 4000

  @Test(arguments: GoldenTests.scenes.indices)
  func noSequenceIsACommand(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    let start = rehearsal
    var dice = Dice(seed: UInt64(index + 1))
    for _ in 0..<Self.rounds / GoldenTests.scenes.count + 1 {
      let bytes = Self.sequence(using: &dice)
      var decoder = InputDecoder()
      let events = decoder.feed(bytes) + decoder.timeOut()
      for event in events {
        guard case .key(let key) = event else { continue }
        if Self.acts(key) {
          #expect(Self.spells(key, bytes), "\(scene.name): \(bytes) is \(key.name)")
        } else {
          rehearsal.press(key)
        }
      }
      let isAsBefore =
        rehearsal.effects == start.effects && !rehearsal.hasQuit
        && rehearsal.log.count == start.log.count
      #expect(isAsBefore, "\(scene.name): \(bytes)")
      if !isAsBefore { rehearsal = start }
    }
  }

  /// Keys that may do anything: these are pressed on purpose.
  private static func acts(_ key: Key) -> Bool {
    switch key {
    case .character(let character): character.isASCII
    case .enter, .escape, .left, .delete, .backspace, .control("c"), .control("z"),
      .control("l"):
      true
    default: false
    }
  }

  /// Checks, by a reading of its own, that bytes are what a terminal sends for such a key.
  private static func spells(_ key: Key, _ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let final = text.last, text.first == "\u{1B}" else { return false }
    let head = text.dropFirst(2).dropLast()
    let numbers = head.split(separator: ";", omittingEmptySubsequences: false)
      .map {
        $0.split(separator: ":", omittingEmptySubsequences: false).first.flatMap { Int($0) } ?? 0
      }
    guard head.allSatisfy({ $0.isNumber || ";:".contains($0) }) else { return false }
    func held(_ place: Int) -> Int {
      (numbers.indices.contains(place) ? max(numbers[place], 1) - 1 : 0) & ~0xC0
    }
    switch (key, final) {
    case (_, "u"): return held(1) <= 1 || held(1) == 4
    case (_, "~") where numbers.first == 27: return held(1) <= 1 || held(1) == 4
    case (.delete, "~"): return numbers.first == 3 && held(1) == 0
    case (.left, "D"): return held(numbers.count > 1 ? 1 : 0) == 0
    case (.character, "X"), (.character, "j"..."y"), (.enter, "M"):
      return text.dropFirst().first == "O" && held(max(0, numbers.count - 1)) <= 1
    default: return false
    }
  }

  private static func sequence(using dice: inout Dice) -> [UInt8] {
    func bytes(_ range: ClosedRange<UInt8>, _ count: ClosedRange<Int>) -> [UInt8] {
      (0..<Int.random(in: count, using: &dice)).map { _ in UInt8.random(in: range, using: &dice) }
    }
    func one(_ range: ClosedRange<UInt8>) -> [UInt8] { bytes(range, 1...1) }
    func numbers(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &dice))
        .map { _ in "\(Int.random(in: 0...300, using: &dice))" }.joined(separator: ";")
    }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }
    // Without what leaves and sleeps on purpose.
    let other: [UInt8] = one(0x20...0xFF)
    switch Int.random(in: 0...13, using: &dice) {
    case 0: return [0x1B] + other
    case 1: return Array("\u{1B}[\(numbers(0...4))".utf8) + one(0x40...0x7E) + []
    case 2: return Array("\u{1B}[".utf8) + bytes(0x20...0x3F, 0...8) + one(0x40...0x7E)
    case 3: return Array("\u{1B}[\(numbers(0...3))".utf8)
    case 4: return [0x1B] + one(0x61...0x7A)
    case 5: return Array("\u{1B}[<\(numbers(3...3))".utf8) + [UInt8(ascii: "M")]
    case 6: return Array("\u{1B}[M".utf8) + bytes(0x20...0xFF, 3...3)
    case 7: return Array("\u{1B}[\(Bool.random(using: &dice) ? "I" : "O")".utf8)
    case 8: return bytes(0x80...0xFF, 1...6)
    case 9: return Array("\u{1B}[\(number(1...300));\(number(2...40))u".utf8)
    case 10: return Array("\u{1B}[27;\(number(2...40));\(number(1...300))~".utf8)
    case 11: return Array("\u{1B}]\(numbers(1...2));".utf8) + bytes(0x20...0x7E, 0...9) + [0x07]
    case 12: return Array("\u{1B}P".utf8) + bytes(0x20...0x7E, 1...9) + Array("\u{1B}\\".utf8)
    default:
      return Array("\u{1B}\u{1B}".utf8)
        + (Bool.random(using: &dice) ? other : Array("[1;3".utf8) + one(0x41...0x44))
    }
  }
}
