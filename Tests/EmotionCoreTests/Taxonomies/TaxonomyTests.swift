import Testing

@testable import EmotionCore

@Suite struct TaxonomyTests {
  private func taxonomy(tree: String, blends: String = "[]") throws -> Taxonomy {
    let text = """
      {"id": "t", "name": "T", "authors": "A", "year": 1980, "source": "S", "goodFor": "G",
       "tree": \(tree), "blends": \(blends)}
      """
    return try Array(text.utf8).withUnsafeBytes { bytes in try Taxonomy(JSON(bytes), at: .file) }
  }

  @Test func aPathGoesFromTheRootDownByLabels() throws {
    let tree = #"""
      [{"vague": "good", "children": [
         {"word": "joyful", "label": "joy", "children": [{"word": "glad"}, {"word": "let-down"}]}]},
       {"word": "sad", "children": [{"word": "glad"}]}]
      """#
    let taxonomy = try taxonomy(tree: tree)
    #expect(taxonomy.paths(to: "let-down") == [["good", "joy", "let down"]])
    #expect(taxonomy.paths(to: "glad") == [["good", "joy", "glad"], ["sad", "glad"]])
    #expect(taxonomy.paths(to: "joyful") == [["good", "joy"]])
    #expect(taxonomy.paths(to: "happy") == [])
  }

  @Test func aBranchNamedAfterItsOwnLeafIsOnePlace() throws {
    let taxonomy = try taxonomy(
      tree: #"[{"word": "angry", "label": "anger", "children": [{"word": "angry"}]}]"#)
    #expect(taxonomy.paths(to: "angry") == [["anger", "angry"]])
    #expect(taxonomy.words == ["angry"])
  }

  @Test func blendsBelongToItsWordsButHaveNoPath() throws {
    let taxonomy = try taxonomy(
      tree: #"[{"word": "joyful"}, {"word": "sad"}]"#,
      blends: #"[{"word": "bittersweet", "of": ["joyful", "sad"], "level": 4}]"#)
    #expect(taxonomy.words == ["joyful", "sad", "bittersweet"])
    #expect(taxonomy.paths(to: "bittersweet") == [])
  }

  @Test func everyWordOfARealTreeHasAPathThatEndsInIt() {
    for taxonomy in RealData.taxonomies {
      #expect(repeated(taxonomy.words) == [])
      for word in taxonomy.tree.flatMap(\.words) {
        let paths = taxonomy.paths(to: word)
        #expect(!paths.isEmpty, "\(taxonomy.id): \(word)")
        let roots = Set(taxonomy.tree.map(\.text))
        #expect(paths.allSatisfy { roots.contains($0.first ?? "") }, "\(taxonomy.id): \(word)")
      }
    }
  }

  @Test func wordsWithTwoParentsHaveTwoPaths() throws {
    let roberts = try #require(RealData.taxonomies.first { $0.id == "roberts" })
    #expect(roberts.paths(to: "overwhelmed").count == 2)
    #expect(roberts.paths(to: "overwhelmed").contains { $0.contains("stressed") })
  }
}
