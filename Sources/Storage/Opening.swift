/// What opening a data folder comes to before anything in it is read: the folder made and mended,
/// and this device's name.
struct Opening {
  let device: String
  /// What stands against writing; what is there is then only read.
  let obstacle: StorageError?
  var notices: [Finding] = []

  /// Logs that are there are read also where the disk takes nothing any more.
  init(_ folder: String, device: String?, obstacle: StorageError?) throws(StorageError) {
    if let obstacle {
      self.device = try Self.nameToRead(folder, device)
      self.obstacle = obstacle
      return
    }
    do throws(StorageError) {
      try Files.makeFolder(folder)
      try Files.makeFolder(folder + "/log")
      notices = try Upkeep.close(folder) + Self.oddities(in: folder)
      try Upkeep.removeLeftovers(folder)
      if let device { self.device = device } else { self.device = try Self.name(in: folder) }
      self.obstacle = nil
    } catch {
      guard error.isFullDisk, Files.isFolder(folder + "/log") else { throw error }
      self.device = try Self.nameToRead(folder, device)
      self.obstacle = error
    }
  }

  /// What is called like a log and is none.
  private static func oddities(in folder: String) throws(StorageError) -> [Finding] {
    let logs = try Files.logNames(in: folder)
    return try Files.names(in: folder + "/log")
      .filter { Files.isLogName($0) && !logs.contains($0) }
      .map { Finding(.problem, StorageError.notAFile(path: "\(folder)/log/\($0)").description) }
  }

  private static func nameToRead(
    _ folder: String, _ device: String?
  ) throws(StorageError) -> String {
    if let device { return device }
    return try Device.known(in: folder) ?? Device.newName()
  }

  private static func name(in folder: String) throws(StorageError) -> String {
    if let name = try Device.known(in: folder) { return name }
    let lock = try Lock(folder)
    // Another process may have given the name while this one waited.
    if let name = try Device.known(in: folder) { return name }
    let name = try Device.name(in: folder)
    _ = consume lock
    return name
  }
}
