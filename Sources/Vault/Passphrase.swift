#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What somebody typed to lock or to open, as the very bytes that were typed.
///
/// Nothing is normalized, trimmed or folded: "ü" typed as one character and as two are two
/// passphrases. The bytes lie in one place, outside of the strings and arrays that copy themselves,
/// and are overwritten when the value goes. What this cannot reach: the terminal's own buffer in
/// the kernel, registers, the copy of the derived key that the library makes, and memory that was
/// swapped out meanwhile.
public struct Passphrase: ~Copyable {
  /// The most bytes that one can have.
  public static let capacity = 1024
  /// Shorter ones, in characters, deserve a warning.
  public static let comfortableLength = 10

  private let buffer: UnsafeMutableRawBufferPointer
  /// In bytes, 0…`capacity`.
  private let count: Int

  /// - Parameter read: puts bytes at the start of the buffer of `capacity` bytes that it is given,
  ///   and returns how many.
  public init<Failure: Error>(
    read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    buffer = .allocate(byteCount: Self.capacity, alignment: 16)
    do throws(Failure) {
      count = max(0, min(try read(buffer), Self.capacity))
    } catch {
      buffer.erase()
      buffer.deallocate()
      throw error
    }
  }

  deinit {
    buffer.erase()
    buffer.deallocate()
  }

  public var isEmpty: Bool { count == 0 }

  /// In Unicode scalars, where the bytes are UTF-8.
  public var length: Int { bytes.count { $0 & 0xc0 != 0x80 } }

  public func equals(_ other: borrowing Passphrase) -> Bool { bytes.elementsEqual(other.bytes) }

  /// Valid no longer than the value itself.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[..<count]) }
}

extension UnsafeMutableRawBufferPointer {
  /// Overwrites with zeros, also where the optimizer sees that nobody reads them.
  func erase() {
    guard let start = baseAddress else { return }
    #if canImport(Darwin)
      memset_s(start, count, 0, count)
    #else
      explicit_bzero(start, count)
    #endif
  }
}
