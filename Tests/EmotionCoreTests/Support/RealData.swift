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

  /// A library over the embedded files. It decodes lazily and so belongs to one test.
  static func library() -> Library { Library(files: table()) }

  static let files = table().map { File(name: $0.name, content: Data($0.bytes)) }

  static let lexicon = library().lexicon
  static let taxonomies = library().taxonomies

  static let vagueWords = library().vagueWords

  private static func table() -> [(name: String, bytes: UnsafeRawBufferPointer)] {
    UnsafeBufferPointer(start: emotion_data_table(), count: emotion_data_file_count).map { file in
      (String(cString: file.name), UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    }
  }
}
