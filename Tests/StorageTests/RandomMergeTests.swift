import FoundationEssentials
import Storage
import Testing

/// Random histories of three devices, whose clocks disagree and run back, whose logs arrive piece
/// by piece in any order, with undos of anything: what is folded as it comes is what a replay
/// of everything gives.
struct RandomMergeTests {
  private static let devices = ["attic", "desk", "phone"]

  @Test(arguments: 1...60)
  func whatComesPieceByPieceIsWhatAReplayGives(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    let logs = Self.devices.map { randomLog(of: $0, &random) }
    var arrived = [0, 0, 0]
    var store = try folder.open("laptop")

    while zip(logs, arrived).contains(where: { $0.count > $1 }) {
      let index = Int.random(in: 0..<3, using: &random)
      let log = logs[index]
      arrived[index] += Int.random(in: 0...(log.count - arrived[index]), using: &random)
      let text = log.prefix(arrived[index]).map { $0 + "\n" }.joined()
      try folder.write(text, to: "log/\(Self.devices[index]).jsonl")

      switch Int.random(in: 0..<4, using: &random) {
      case 0: try store.saveSnapshot()
      case 1: store = try folder.open("laptop")
      default: try store.refresh()
      }
    }
    try store.refresh()

    let replayed = try freshReplay(of: folder)
    #expect(store.state == replayed)
    try store.saveSnapshot()
    #expect(try folder.open("laptop").state == replayed)
  }

  private func freshReplay(of folder: TemporaryFolder) throws -> Tray {
    let copy = try TemporaryFolder()
    for device in Self.devices where folder.exists("log/\(device).jsonl") {
      try copy.write(try folder.bytes("log/\(device).jsonl"), to: "log/\(device).jsonl")
    }
    return try copy.open("laptop").state
  }

  /// Up to eight lines; each third one undoes something, of any device, that may not exist.
  private func randomLog(of device: String, _ random: inout SplitMix64) -> [String] {
    (0..<Int.random(in: 1...8, using: &random)).map { index in
      let minute = Int.random(in: 0...10, using: &random)
      let pick = line(device, index + 1, "word\(index)", minute: minute)
      guard Int.random(in: 0..<3, using: &random) == 0 else { return pick }
      let other = Self.devices[Int.random(in: 0..<3, using: &random)]
      let named = "\(other):\(Int.random(in: 1...9, using: &random))"
      guard named != "\(device):\(index + 1)" else { return pick }
      return pick.replacing(#""grade":3,"#, with: "")
        .replacing(#""word":"word\#(index)""#, with: #""undo":"\#(named)""#)
    }
  }
}
