/// What the doctor found in a data folder, as a sentence.
public struct Finding: Equatable, Sendable {
  public enum Weight: Sendable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Something is not as it should be.
    case problem
    /// It was, and has been put right.
    case mended
  }

  public let weight: Weight
  public let sentence: String

  public init(_ weight: Weight, _ sentence: String) {
    self.weight = weight
    self.sentence = sentence
  }
}
