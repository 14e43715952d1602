import ArgumentParser
import CTerminal
import Vault

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a passphrase comes from. Never from an argument or the environment, which others see.
struct PassphraseOptions: ParsableArguments {
  @Flag(
    name: .customLong("passphrase-stdin"),
    help: "Read each passphrase as one line of standard input: for scripts.")
  var isFromStandardInput = false

  var prompt: PassphrasePrompt {
    PassphrasePrompt(source: isFromStandardInput ? .standardInput : .terminal)
  }
}

/// Asks for passphrases.
struct PassphrasePrompt {
  enum Source {
    /// The one that the program was started on, whatever its input and output are.
    case terminal
    /// One line for each.
    case standardInput
  }

  let source: Source

  private static let terminal = "/dev/tty"

  func ask(_ question: String) throws(Failure) -> Passphrase {
    let passphrase = try typed(question)
    guard !passphrase.isEmpty else { throw Failure(VaultError.emptyPassphrase) }
    return passphrase
  }

  private func typed(_ question: String) throws(Failure) -> Passphrase {
    try Passphrase { buffer throws(Failure) in
      switch source {
      case .terminal: try Self.readTerminal(question, into: buffer)
      case .standardInput: try Self.readLine(into: buffer)
      }
    }
  }

  /// Asks for one that is to hold from now on; on a terminal twice, since nobody sees a slip.
  func askNew() throws(Failure) -> Passphrase {
    let passphrase = try ask("New passphrase: ")
    guard source == .terminal else { return passphrase }
    if passphrase.length < Passphrase.comfortableLength {
      cs_tell(
        Self.terminal,
        "That is short and easily guessed; four or more words that nobody would think of are better. "
          + "Ctrl-C stops, and nothing is changed.")
    }
    guard passphrase.equals(try typed("The same again: ")) else {
      throw Failure(
        sentence: "The two passphrases differ, and nothing was changed: run the command again.")
    }
    return passphrase
  }

  /// On a terminal, three tries.
  func unlock(_ vault: Vault) throws(Failure) -> VaultKey {
    for _ in 1...3 {
      let passphrase = try ask("Passphrase: ")
      do throws(VaultError) {
        return try vault.unlock(passphrase)
      } catch {
        guard error == .wrongPassphrase, source == .terminal else { throw Failure(error) }
        cs_tell(Self.terminal, error.description)
      }
    }
    throw Failure(VaultError.lostPassphrase)
  }

  private static func readTerminal(
    _ question: String, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Failure) -> Int {
    var count = 0
    switch cs_read_secret(
      terminal, question, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
      &count)
    {
    case CS_READ: return count
    case CS_NO_TERMINAL:
      throw Failure(
        sentence: "There is no terminal to type the passphrase on: start Inkling in one, or give "
          + "the passphrase as a line of standard input with --passphrase-stdin.")
    case CS_TOO_LONG: throw tooLong
    default: throw Failure(sentence: "No passphrase was typed, and nothing was changed.")
    }
  }

  /// Byte by byte, so that what follows the line is left for whoever reads next.
  private static func readLine(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    var byte: UInt8 = 0
    var count = 0
    while true {
      let got = read(STDIN_FILENO, &byte, 1)
      if got < 0 && errno == EINTR { continue }
      guard got > 0 || count > 0 else {
        throw Failure(
          sentence:
            "Standard input ended before there was a passphrase: write it there as one line."
        )
      }
      if got <= 0 || byte == UInt8(ascii: "\n") { return count }
      guard count < buffer.count else { throw tooLong }
      buffer[count] = byte
      count += 1
    }
  }

  private static let tooLong = Failure(
    sentence: "That passphrase is too long: \(Passphrase.capacity) bytes are the most.", code: 2)
}

extension Failure {
  init(_ error: VaultError) { self.init(sentence: error.description) }
}
