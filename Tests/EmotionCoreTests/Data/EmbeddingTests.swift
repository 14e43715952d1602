import Foundation
import Testing

@testable import EmotionCore

/// The program carries every file of `Data/`, byte for byte, and can read it.
@Suite struct EmbeddingTests {
  private static let folder = (0..<4).reduce(URL(filePath: #filePath)) { path, _ in
    path.deletingLastPathComponent()
  }
  .appending(path: "Data")

  @Test func everyFileIsEmbeddedOnceAndNoOtherIs() throws {
    let onDisk = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".json") }
    let embedded = RealData.files.map(\.name)
    #expect(!onDisk.isEmpty)
    #expect(repeated(embedded) == [], "twice in EmotionData.c")
    #expect(Set(onDisk).subtracting(embedded) == [], "missing from EmotionData.c")
    #expect(Set(embedded).subtracting(onDisk) == [], "only in EmotionData.c")
  }

  @Test(arguments: RealData.files)
  func isByteForByteTheFileOnDisk(_ file: RealData.File) throws {
    let content = try Data(contentsOf: Self.folder.appending(path: file.name))
    #expect(file.content == content, "Data/\(file.name) is not what was built in")
  }

  @Test func everythingCanBeRead() {
    let library = RealData.library()
    #expect(!library.lexicon.words.isEmpty)
    #expect(library.lexicon.words.allSatisfy { !library.situations(of: $0.id).isEmpty })
    #expect(library.lexicon.words.allSatisfy { library.appraisals[$0.id] != nil })
    #expect(!library.taxonomies.isEmpty)
    #expect(!library.families.isEmpty)
    #expect(!library.teachingOrder.isEmpty)
    #expect(!library.vagueWords.isEmpty)
    #expect(!library.body.isEmpty)
    #expect(!library.needs.isEmpty)
    #expect(library.problems == [])
  }
}
