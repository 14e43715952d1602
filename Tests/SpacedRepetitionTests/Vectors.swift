import Foundation
import SpacedRepetition
import Testing

/// What py-fsrs 6.3.2 answered; generated outside this project, never edited.
struct Vectors: Decodable {
  let parameterSets: [String: [Double]]
  let memorySequences: [MemorySequence]
  let stepSequences: [StepSequence]
  let fuzzBounds: [FuzzBound]
  let forgettingCurveDefault: [CurvePoint]
  let intervalsDefault: [Interval]

  struct MemorySequence: Decodable {
    let id: Int
    let params: String
    let desiredRetention: Double
    let maximumInterval: Int
    let reviews: [Review]

    struct Review: Decodable {
      let rating: Grade
      let elapsedDays: Int
      let retrievabilityBefore: Double?
      let stability: Double
      let difficulty: Double
      let intervalRaw: Double
      let intervalDays: Int
    }
  }

  struct StepSequence: Decodable {
    let id: Int
    let params: String
    let learningStepsSeconds: [Int]
    let relearningStepsSeconds: [Int]
    let desiredRetention: Double
    let maximumInterval: Int
    let reviews: [Review]

    struct Review: Decodable {
      let rating: Grade
      let elapsedSeconds: Int
      /// 1 learning, 2 review, 3 relearning.
      let state: Int
      let step: Int?
      let stability: Double
      let difficulty: Double
      let dueInSeconds: Int
    }
  }

  struct FuzzBound: Decodable {
    let intervalDays: Int
    let bounds: [Int]?
  }

  struct CurvePoint: Decodable {
    let stability: Double
    let elapsedDays: Double
    let retrievability: Double
  }

  struct Interval: Decodable {
    let stability: Double
    let desiredRetention: Double
    let intervalRaw: Double
  }

  static func load() throws -> Vectors {
    let file = try #require(
      Bundle.module.url(
        forResource: "fsrs_vectors", withExtension: "json", subdirectory: "Vectors"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Vectors.self, from: Data(contentsOf: file))
  }

  func model(_ name: String) throws -> FSRS6 {
    let parameters = try #require(parameterSets[name], "parameter set \(name)")
    return try #require(FSRS6(parameters: parameters), "parameter set \(name)")
  }
}
