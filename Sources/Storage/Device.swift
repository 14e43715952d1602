#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which device's log this process writes.
///
/// The name is kept in the data folder under a mark of the machine, so that a folder copied or
/// synchronized to another machine gets a name, and so a log, of its own there. Beside it stands
/// which folder it was given in: a second copy on the same machine, or one that was brought back
/// from a backup, must not go on under a name whose counters others may have seen. Names that were
/// given up stand on a third line.
enum Device {
  /// The name that was given here; nil when there is none that can be used.
  static func known(in folder: String) throws(StorageError) -> String? {
    guard let names = try names(in: folder), names.place == Files.place(of: folder) else {
      return nil
    }
    return names.current
  }

  /// Names that this machine had in the folder before it was moved, copied, or brought back from a
  /// backup: what is in their logs is this device's to seal and to take out.
  static func former(in folder: String) throws(StorageError) -> [String] {
    try names(in: folder)?.former ?? []
  }

  /// The names under another mark but of this very folder: the machine was given another name
  /// since, and what it wrote before remains its own.
  private static func ofRenamedMachine(
    in folder: String
  ) throws(StorageError) -> (current: String, place: String, former: [String])? {
    let here = Files.place(of: folder)
    for name in try Files.names(in: folder + "/device") {
      let names = try names(at: "\(folder)/device/\(name)")
      if let names, names.place == here { return names }
    }
    return nil
  }

  private static func names(
    in folder: String
  ) throws(StorageError) -> (current: String, place: String, former: [String])? {
    try names(at: path(in: folder))
  }

  private static func names(
    at path: String
  ) throws(StorageError) -> (current: String, place: String, former: [String])? {
    guard Files.isFile(path) else { return nil }
    let text = String(decoding: try File(path, O_RDONLY, doing: "read").read(), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard (3...4).contains(lines.count), lines.last == "", isName(lines[0]) else { return nil }
    let former = lines.count == 4 ? lines[2].split(separator: " ").map(String.init) : []
    guard former.allSatisfy(isName) else { return nil }
    return (lines[0], lines[1], former)
  }

  /// Gives a new name. The lock must be held.
  static func name(in folder: String) throws(StorageError) -> String {
    try Files.makeFolder(folder + "/device")
    let name = newName()
    var text = "\(name)\n\(Files.place(of: folder))\n"
    var old = try names(in: folder)
    if old == nil { old = try ofRenamedMachine(in: folder) }
    if let old {
      text += (old.former + [old.current]).joined(separator: " ") + "\n"
    }
    try Files.replace(path(in: folder), with: Array(text.utf8))
    return name
  }

  /// A name that no device has.
  static func newName() -> String {
    let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")
    // A person's few devices never meet in 30 bits, and every line has the name in it.
    return String((0..<6).map { _ in alphabet[Int.random(in: alphabet.indices)] })
  }

  private static func path(in folder: String) -> String { "\(folder)/device/\(machineMark())" }

  private static func isName(_ text: String) -> Bool {
    (1...32).contains(text.count) && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private static func machineMark() -> String {
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    var bytes = host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    for path in ["/etc/machine-id", "/var/lib/dbus/machine-id"] where Files.exists(path) {
      bytes += (try? File(path, O_RDONLY, doing: "read").read()) ?? []
      break
    }
    let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 36)
  }
}
