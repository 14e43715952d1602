import CTerminal
import Dispatch
import Foundation
import Testing

/// Asking for a passphrase, on a terminal of the test's own.
@Suite(.timeLimit(.minutes(1))) struct SecretTests {
  private static let capacity = 16

  /// A pseudo terminal: what is written to `person` is typed, what is read from it was shown.
  private final class Pseudo: Sendable {
    let person: Int32
    let program: Int32
    let path: String

    init() throws {
      var person: Int32 = -1
      var program: Int32 = -1
      try #require(openpty(&person, &program, nil, nil, nil) == 0)
      (self.person, self.program) = (person, program)
      var name = [CChar](repeating: 0, count: 64)
      try #require(ttyname_r(program, &name, name.count) == 0)
      path = name.withUnsafeBufferPointer { buffer in
        String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      }
    }

    deinit {
      close(program)
      close(person)
    }

    func type(_ bytes: [UInt8]) { _ = write(person, bytes, bytes.count) }

    /// Waits until something is shown.
    func shown(until end: String) -> String {
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 256)
      while !String(decoding: bytes, as: UTF8.self).hasSuffix(end) {
        let count = read(person, &chunk, chunk.count)
        if count <= 0 { break }
        bytes += chunk[..<count]
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    var modes: [UInt32] {
      var modes = termios()
      tcgetattr(program, &modes)
      return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    }

    func change(_ change: (inout termios) -> Void) {
      var modes = termios()
      tcgetattr(program, &modes)
      change(&modes)
      tcsetattr(program, TCSANOW, &modes)
    }
  }

  private struct Answer: Sendable {
    let result: cs_result
    let bytes: [UInt8]
    /// The whole buffer, which no byte may be left in after a failure.
    let buffer: [UInt8]
  }

  private static func ask(_ path: String) -> Answer {
    var buffer = [CChar](repeating: 1, count: capacity)
    var count = 0
    let result = cs_read_secret(path, "Passphrase: ", &buffer, buffer.count, &count)
    let bytes = buffer.map(UInt8.init(bitPattern:))
    return Answer(result: result, bytes: Array(bytes[..<count]), buffer: bytes)
  }

  /// Types once the prompt is shown. A thread of its own asks: no task may wait for a person.
  /// - Returns: the answer, and all that was shown.
  private func ask(_ pseudo: Pseudo, typing bytes: [UInt8]) -> (Answer, String) {
    let answers = Answers()
    let path = pseudo.path
    Thread.detachNewThread { answers.give(Self.ask(path)) }
    var shown = pseudo.shown(until: "Passphrase: ")
    pseudo.type(bytes)
    shown += pseudo.shown(until: "\r\n")
    return (answers.take(), shown)
  }

  /// Hands an answer from one thread to another.
  private final class Answers: @unchecked Sendable {
    private let isThere = DispatchSemaphore(value: 0)
    private var answer = Answer(result: CS_ENDED, bytes: [], buffer: [])

    func give(_ answer: Answer) {
      self.answer = answer
      isThere.signal()
    }

    func take() -> Answer {
      isThere.wait()
      return answer
    }
  }

  @Test(arguments: [
    ("secret\n", "secret"), ("\n", ""), ("a b  \n", "a b  "), ("übel\n", "übel"),
    ("secrex\u{7f}t\n", "secret"), ("wrong\u{15}right\n", "right"), ("return\r", "return"),
    ("fifteen letters\n", "fifteen letters"), ("sixteen letters!\n", "sixteen letters!"),
    ("half\u{4}way\n", "halfway"),
  ])
  func aLineIsReadAndNotShown(_ typed: String, _ expected: String) throws {
    let pseudo = try Pseudo()
    let modes = pseudo.modes
    let (answer, shown) = ask(pseudo, typing: Array(typed.utf8))
    #expect(answer.result == CS_READ)
    #expect(String(decoding: answer.bytes, as: UTF8.self) == expected)
    #expect(shown == "Passphrase: \r\n")
    #expect(pseudo.modes == modes)
  }

  @Test func aLineThatIsTooLongLeavesNothing() throws {
    let pseudo = try Pseudo()
    let (answer, shown) = ask(pseudo, typing: Array("seventeen letters\n".utf8))
    #expect(answer.result == CS_TOO_LONG)
    #expect(answer.buffer.allSatisfy { $0 == 0 })
    #expect(shown == "Passphrase: \r\n")
    // What did not fit is not left for the shell.
    var waiting: Int32 = 0
    #expect(ioctl(pseudo.program, UInt(FIONREAD), &waiting) == 0 && waiting == 0)
  }

  @Test func theEndOfInputEndsTheAsking() throws {
    let pseudo = try Pseudo()
    let modes = pseudo.modes
    let (answer, _) = ask(pseudo, typing: [4])
    #expect(answer.result == CS_ENDED)
    #expect(answer.buffer.allSatisfy { $0 == 0 })
    #expect(pseudo.modes == modes)
  }

  /// Whatever a crashed program left: a line is read, and the modes are given back as they were.
  @Test func oddModesAreGivenBack() throws {
    let pseudo = try Pseudo()
    pseudo.change {
      $0.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
      $0.c_iflag &= ~tcflag_t(ICRNL)
    }
    let modes = pseudo.modes
    let (answer, _) = ask(pseudo, typing: Array("mended\r".utf8))
    #expect(answer.bytes == Array("mended".utf8))
    #expect(pseudo.modes == modes)
  }

  @Test(arguments: ["/dev/null", "/nowhere/tty", "/"])
  func whatIsNoTerminalIsTold(_ path: String) {
    let answer = Self.ask(path)
    #expect(answer.result == CS_NO_TERMINAL)
    #expect(answer.buffer.allSatisfy { $0 == 0 })
  }

  /// Asked of the system itself. This process is then closed as well, which harms no test.
  @Test func memoryCanBeClosedToOthers() { #expect(cs_guard_memory()) }

  @Test func erasingLeavesZeros() {
    var bytes = [UInt8](repeating: 0xaa, count: 100)
    bytes.withUnsafeMutableBytes { cs_erase($0.baseAddress?.advanced(by: 10), 80) }
    let edge = [UInt8](repeating: 0xaa, count: 10)
    #expect(bytes == edge + [UInt8](repeating: 0, count: 80) + edge)
  }
}
