/// Where things lie, by the XDG base directory specification.
public struct Paths: Equatable, Sendable {
  /// Logs, snapshot, device name.
  public let data: String
  /// Settings.
  public let configuration: String

  /// - Parameters:
  ///   - environment: HOME, XDG_DATA_HOME, XDG_CONFIG_HOME are read from it.
  ///   - dataFolder: what `--data-dir` named; settings then lie in it too.
  /// - Returns: nil when there is neither a home nor a named folder.
  public init?(environment: [String: String], dataFolder: String? = nil) {
    if let dataFolder {
      data = dataFolder
      configuration = dataFolder
      return
    }
    func folder(_ variable: String, or standard: String) -> String? {
      // The specification: a relative path is invalid and must be ignored.
      if let path = environment[variable], path.hasPrefix("/") { return path + "/inkling" }
      guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
      return home + standard + "/inkling"
    }
    guard let data = folder("XDG_DATA_HOME", or: "/.local/share"),
      let configuration = folder("XDG_CONFIG_HOME", or: "/.config")
    else { return nil }
    self.data = data
    self.configuration = configuration
  }
}
