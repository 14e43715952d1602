/// Puts keys together that arrive at once: nobody pressed them one after another with the screen
/// before their eyes. A key pressed by itself is handed on without waiting.
///
/// A clock is handed in: milliseconds of one that never jumps.
public struct InputGroups: Sendable {
  public enum Input: Equatable, Sendable {
    /// A key, with nothing right before it and nothing behind it.
    case key(Key)
    /// Keys that arrived at once, or one right after others.
    case burst([Key])
    case paste(String)
  }

  /// A key within this time of the one before was pressed by no hand, and more is waited for.
  static let machine: Int64 = 2
  /// A key within this time of a burst as long as a paste may still be of it.
  static let aftermath: Int64 = 50
  private static let paste = 16
  /// Milliseconds to wait for more of a few keys, and of many: a busy machine hands those on in
  /// parts.
  static let pause = 10
  static let longPause = 60
  private static let many = 200
  /// Milliseconds to wait for the rest of a sequence, or of a paste that has no end.
  static let long = 1000
  /// Keys that are kept waiting at most.
  static let capacity = 1 << 20

  private var decoder: InputDecoder
  private let escapeDelay: Int
  private var ready: [Input] = []
  private var waiting: [Key] = []
  private var lastArrival: Int64?
  /// True after a burst as long as a paste.
  private var isAfterPaste = false

  /// - Parameter escapeDelay: milliseconds after which a lone ESC is the Esc key.
  public init(_ decoder: InputDecoder, escapeDelay: Int) {
    self.decoder = decoder
    self.escapeDelay = escapeDelay
  }

  public mutating func receive(_ bytes: some Collection<UInt8>, at time: Int64) {
    take(decoder.feed(bytes), at: time)
  }

  /// Takes in one byte of a secret. Keys are handed on one by one, and a paste as keys, so that what
  /// is typed lies nowhere in a row.
  public mutating func receive(secret byte: UInt8, at time: Int64) {
    flush()
    for event in decoder.feed(secret: byte) {
      switch event {
      case .key(let key): ready.append(.key(key))
      case .paste(let text): ready.append(.paste(text))
      }
    }
    lastArrival = time
  }

  /// Nothing came in the time that `patience` asks for.
  public mutating func quiet(at time: Int64) {
    guard waiting.isEmpty else { return flush() }
    take(decoder.timeOut(), at: time)
    flush()
  }

  /// The input is at its end: what was begun is all there is.
  public mutating func end() {
    take(decoder.timeOut(), at: lastArrival ?? 0)
    flush()
  }

  /// Milliseconds to wait for more before `quiet`; nil where nothing waits.
  public var patience: Int? {
    guard waiting.isEmpty else { return waiting.count < Self.many ? Self.pause : Self.longPause }
    return decoder.patience.map { $0 == .short ? escapeDelay : Self.long }
  }

  /// True where `next` has something to hand out.
  public var hasNext: Bool { !ready.isEmpty }

  /// Hands out what comes next, if it is whole.
  public mutating func next() -> Input? { ready.isEmpty ? nil : ready.removeFirst() }

  private mutating func take(_ events: [InputDecoder.Event], at time: Int64) {
    for event in events {
      switch event {
      case .key(let key): waiting.append(key)
      case .paste(let text):
        flush()
        ready.append(.paste(text))
        // A text may hold the mark that ends it: what comes right behind is still no hand's.
        isAfterPaste = true
        lastArrival = time
      }
    }
    guard !events.isEmpty else { return }
    let gap = lastArrival.map { time - $0 } ?? .max
    lastArrival = time
    if waiting.count == 1, let key = waiting.first, gap > Self.machine {
      let isAlone = !isAfterPaste || gap > Self.aftermath
      waiting = []
      isAfterPaste = isAfterPaste && !isAlone
      ready.append(isAlone ? .key(key) : .burst([key]))
    } else if waiting.last == .control("c") || waiting.count >= Self.capacity {
      // A person who wants to leave doesn't wait for the end of it.
      flush()
    }
  }

  private mutating func flush() {
    guard !waiting.isEmpty else { return }
    isAfterPaste = isAfterPaste && waiting.count == 1 || waiting.count >= Self.paste
    ready.append(.burst(waiting))
    waiting = []
  }
}
