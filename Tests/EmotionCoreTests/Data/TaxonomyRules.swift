import EmotionCore
import Testing

/// The published taxonomies are whole, and every place in them is a word we have.
@Suite struct TaxonomyRules {
  private func taxonomy(_ id: String) throws -> Taxonomy {
    try #require(RealData.taxonomies.first { $0.id == id }, "no taxonomy \(id)")
  }

  private func below(_ nodes: [Taxonomy.Node]) -> [Taxonomy.Node] {
    nodes.flatMap { $0.children ?? [] }
  }

  /// All places of a tree, however deep.
  private func places(_ nodes: [Taxonomy.Node]) -> [Taxonomy.Node] {
    nodes.isEmpty ? [] : nodes + places(below(nodes))
  }

  @Test func everyTaxonomySaysWhereItIsFrom() {
    #expect(repeated(RealData.taxonomies.map(\.id)) == [])
    for taxonomy in RealData.taxonomies {
      let file = "taxonomies/\(taxonomy.id).json"
      rule(isIdentifier(taxonomy.id), file, taxonomy.id, "id", "is not lower-case with hyphens")
      rule((1900...2100).contains(taxonomy.year), file, taxonomy.id, "year", "\(taxonomy.year)")
      for (field, text) in [
        ("name", taxonomy.name), ("authors", taxonomy.authors), ("source", taxonomy.source),
        ("goodFor", taxonomy.goodFor),
      ] {
        rule(!text.isEmpty, file, taxonomy.id, field, "is missing")
      }
    }
  }

  @Test func everyPlaceIsAWordOrAVagueWord() {
    let vague = Set(RealData.vagueWords.map(\.element.id))
    for taxonomy in RealData.taxonomies {
      let file = "taxonomies/\(taxonomy.id).json"
      for place in places(taxonomy.tree) {
        rule(
          (place.word == nil) != (place.vague == nil), file, place.text, "word, vague",
          "exactly one is needed")
        rule(
          place.word.map(RealData.wordIDs.contains) ?? true, file, place.text, "word", "is unknown")
        rule(place.vague.map(vague.contains) ?? true, file, place.text, "vague", "is unknown")
      }
      for blend in taxonomy.blends ?? [] {
        let words = [blend.word] + blend.of
        rule(words.count == 3 && repeated(words) == [], file, blend.word, "of", "is not two others")
        rule(RealData.wordIDs.isSuperset(of: words), file, blend.word, "of", "is unknown")
      }
      for pair in taxonomy.opposites ?? [] {
        rule(
          pair.count == 2 && repeated(pair) == [] && RealData.wordIDs.isSuperset(of: pair), file,
          "\(pair)", "opposites", "are not two known words")
      }
    }
  }

  @Test(arguments: [("roberts", 7, 41, 82), ("shaver-parrott", 6, 25, 135)])
  func aTreeIsAsLargeAsPublished(_ id: String, roots: Int, middles: Int, leaves: Int) throws {
    let tree = try taxonomy(id).tree
    #expect(tree.count == roots)
    #expect(below(tree).count == middles)
    #expect(below(below(tree)).count == leaves)
    #expect(below(below(below(tree))).isEmpty)
  }

  @Test func plutchikHasEightPetalsOfThreeStrengths() throws {
    let tree = try taxonomy("plutchik").tree
    #expect(tree.count == 8)
    #expect(tree.allSatisfy { $0.children?.count == 3 })
    #expect(below(below(tree)).isEmpty)
  }

  @Test func plutchikBlendsEveryPairOnce() throws {
    let plutchik = try taxonomy("plutchik")
    let blends = try #require(plutchik.blends)
    let levels = Dictionary(grouping: blends, by: \.level).mapValues(\.count)
    #expect(levels == [1: 8, 2: 8, 3: 8, 4: 4])
    #expect(Set(blends.map { Set($0.of) }).count == 28)
    #expect(Set(blends.flatMap(\.of)) == Set(plutchik.tree.compactMap(\.word)))
  }

  @Test func plutchikOpposesEveryPetalToOne() throws {
    let plutchik = try taxonomy("plutchik")
    let opposites = try #require(plutchik.opposites)
    #expect(opposites.count == 4)
    #expect(opposites.flatMap(\.self).sorted() == plutchik.tree.compactMap(\.word).sorted())
    let opposed = (plutchik.blends ?? []).filter { $0.level == 4 }.map { Set($0.of) }
    #expect(Set(opposed) == Set(opposites.map { Set($0) }))
  }
}
