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
/// synchronized to another machine gets a name, and so a log, of its own there.
enum Device {
  static func identifier(in folder: String) throws(StorageError) -> String {
    let path = "\(folder)/device/\(machineMark())"
    if Files.exists(path) {
      let text = String(decoding: try File(path, O_RDONLY, doing: "read").read(), as: UTF8.self)
      let name = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      if isName(name) { return name }
    }
    try Files.makeFolder(folder + "/device")
    let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")
    let name = String((0..<8).map { _ in alphabet[Int.random(in: alphabet.indices)] })
    try Files.replace(path, with: Array("\(name)\n".utf8))
    return name
  }

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
