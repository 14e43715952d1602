/// Which files of the data folder go to other devices, and in which way.
enum SharedFiles {
  /// What opens sealed entries.
  static let vault = "vault.json"
  /// Says of the vault beside it that entries are being opened for good; it stays on its device.
  static let opening = "vault.opening"
  static let attributesFile = ".gitattributes"

  /// Whether a file goes out and is brought in. All else stays where it is: caches, locks, the name
  /// of this machine, lines that could not be read, and whatever somebody put into the folder.
  static func isShared(_ path: String) -> Bool {
    isLog(path) || [vault, ".gitignore", ".gitattributes"].contains(path)
  }

  /// What a host puts into a new repository: it is left there.
  static func isHosts(_ path: String) -> Bool {
    !path.contains("/") && (path.hasPrefix("README") || path.hasPrefix("LICENSE"))
  }

  /// For whoever runs git in the folder by hand.
  static let ignored = [
    "!/log/", "!/log/*.jsonl", "/schedule.json", "/config.json", "/lock", "/device/", "*.tmp",
    "*.torn", "*.unreadable",
  ]

  /// For whoever runs git in the folder by hand; Inkling puts logs together by itself.
  static let attributes = ["* -text", "/log/*.jsonl merge=union"]

  /// `.git/info/attributes`, which outranks what was set up for all of a person's repositories.
  static let ownAttributes = "* -text -filter -ident -working-tree-encoding\n"

  static func isLog(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0] == "log" && Files.isLogName(String(parts[1]))
  }

  /// Whether both sides' lines can be put together.
  static func isCombined(_ path: String) -> Bool {
    isLog(path) || path == ".gitignore" || path == ".gitattributes"
  }

  /// Whether a remote that shares no history with this folder may be joined: it holds logs, or
  /// no more than what Inkling or a host puts into a new repository.
  /// - Parameters:
  ///   - main: the paths on the branch that is shared.
  ///   - others: those on any other branch.
  static func isJoinable(main: some Collection<String>, others: some Collection<String>) -> Bool {
    main.contains(where: isLog)
      || main.allSatisfy { isShared($0) || isHosts($0) }
        && others.allSatisfy { [".gitignore", attributesFile].contains($0) || isHosts($0) }
  }

  /// Whether attributes send files through another program.
  static func filters(_ attributes: [UInt8]) -> Bool {
    attributes.firstRange(of: Array("filter=".utf8)) != nil
  }

  /// A file with lines added that it lacks; nil when it lacks none.
  static func adding(_ lines: [String], to text: String) -> String? {
    let present = Set(text.split(whereSeparator: \.isNewline).map(String.init))
    let missing = lines.filter { !present.contains($0) }
    guard !missing.isEmpty else { return nil }
    let start = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    return start + missing.joined(separator: "\n") + "\n"
  }
}
