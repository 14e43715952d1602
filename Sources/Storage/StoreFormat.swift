/// What the store must know of the deeds that it keeps and of the state that they come to.
public struct StoreFormat<Deed: Codable & Sendable & Equatable, State> {
  /// Applies a deed to a state.
  public typealias Fold = (inout State, Deed, EventID, Stamp) -> Void
  /// Reads the deed of a kind from the bytes of its JSON value, for kinds so frequent that a
  /// decoder is too slow. It may accept only what the decoder reads as the same deed; nil leaves
  /// the line to the decoder.
  public typealias Scan = (_ kind: String, _ payload: UnsafeRawBufferPointer) -> Deed?

  public var empty: State
  /// Raised whenever `fold` or the bytes of a state change their meaning, so that an older snapshot
  /// is not believed.
  public var stateVersion: Int
  public var fold: Fold
  public var scan: Scan
  /// The same bytes for the same state.
  public var encodeState: (State) -> [UInt8]
  /// Reads what `encodeState` wrote; nil when it cannot be read.
  public var decodeState: (UnsafeRawBufferPointer) -> State?
  /// Whether a deed holds for the whole history, and not only for what comes after it. Those that
  /// stand are folded first, in their order, and not again in their places.
  public var isSetting: (Deed) -> Bool
  /// Whether what a deed says cannot be read: two versions of one event, of which one is sealed, are
  /// then taken for the same.
  public var isSealed: (Deed) -> Bool

  public init(
    empty: State, stateVersion: Int, fold: @escaping Fold,
    scan: @escaping Scan = { _, _ in nil },
    encodeState: @escaping (State) -> [UInt8],
    decodeState: @escaping (UnsafeRawBufferPointer) -> State?,
    isSetting: @escaping (Deed) -> Bool = { _ in false },
    isSealed: @escaping (Deed) -> Bool = { _ in false }
  ) {
    self.empty = empty
    self.stateVersion = stateVersion
    self.fold = fold
    self.scan = scan
    self.encodeState = encodeState
    self.decodeState = decodeState
    self.isSetting = isSetting
    self.isSealed = isSealed
  }
}
