import Testing

@testable import Storage

/// A file that a person named.
struct GivenFileTests {
  @Test func isReadWhole() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    try Files.replace(folder.path + "/log.csv", with: bytes)
    #expect(try GivenFile.read(folder.path + "/log.csv") == bytes)
  }

  @Test func whatCannotBeReadIsTold() throws {
    let folder = try TemporaryFolder()
    #expect(
      throws: GivenFile.Problem(
        description: "There is no file \(folder.path)/none.csv: check the path.")
    ) { try GivenFile.read(folder.path + "/none.csv") }
    #expect(
      throws: GivenFile.Problem(description: "\(folder.path) is a folder: name a file.")
    ) { try GivenFile.read(folder.path) }
  }
}
