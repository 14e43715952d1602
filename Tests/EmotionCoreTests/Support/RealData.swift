import EmotionData
import Foundation
import Testing

@testable import EmotionCore

/// What is really in `Data/`, as the program carries it.
enum RealData {
  /// A file of `Data/`: its name below `Data/` and the bytes that were embedded.
  struct File: CustomTestStringConvertible, Sendable {
    let name: String
    let content: Data

    var testDescription: String { name }
  }

  /// Something of `Data/`, with the file it stands in.
  struct Located<Element: Sendable>: Sendable {
    let file: String
    let element: Element
  }

  /// A library over the embedded files. It decodes lazily and so belongs to one test.
  static func library() -> Library { Library(files: table()) }

  static let files = table().map { File(name: $0.name, content: Data($0.bytes)) }

  static let lexicon = library().lexicon
  static let taxonomies = library().taxonomies

  static let words = located("words/", [Word].self)
  static let contrasts = located("contrasts/", [Contrast].self)
  static let situations = located("situations/", [Situation].self)
  static let vagueWords = located("vague.json", [VagueWord].self)

  static let wordIDs = Set(words.map(\.element.id))

  private static func table() -> [(name: String, bytes: UnsafeRawBufferPointer)] {
    UnsafeBufferPointer(start: emotion_data_table(), count: emotion_data_file_count).map { file in
      (String(cString: file.name), UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    }
  }

  /// The elements of every file below `prefix`; a file that cannot be decoded has none here and
  /// fails a test of its own.
  private static func located<Element: ContentReadable & Sendable>(
    _ prefix: String, _ type: [Element].Type
  ) -> [Located<Element>] {
    files.filter { $0.name.hasPrefix(prefix) }.flatMap { file in
      let elements = file.content.withUnsafeBytes { bytes in
        (try? JSON(bytes)).flatMap { try? type.init($0, at: .file) }
      }
      return (elements ?? []).map { Located(file: file.name, element: $0) }
    }
  }
}
