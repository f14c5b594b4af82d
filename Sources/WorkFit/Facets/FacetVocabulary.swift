/// The facets by the words that name them.
package struct FacetVocabulary: LexiconPart {
  /// The facets, in the order of the file.
  package let all: [Facet]
  private let words: PatternIndex<End>

  /// A facet by its place, and which of its ends.
  private struct End: Hashable {
    let facet: Int
    let isFirst: Bool
  }

  private enum CodingKeys: CodingKey { case facets }

  /// Reads the vocabulary of a data file.
  package init(from decoder: any Decoder) throws {
    all = try decoder.container(keyedBy: CodingKeys.self).decode([Facet].self, forKey: .facets)
    var words = PatternIndex<End>()
    for (place, facet) in all.enumerated() {
      for (pole, isFirst) in zip(facet.poles, [true, false]) {
        for phrase in pole.words {
          words.insert(phrase, label: End(facet: place, isFirst: isFirst))
        }
      }
    }
    self.words = words
  }

  /// The facet of that name.
  package func facet(_ id: FacetID) -> Facet? { all.first { $0.id == id } }

  /// The pole with that short name, or that name in plain words.
  func pole(named name: String) -> Facet.Pole? {
    let wanted = Tokenizer.folded(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return all.lazy.flatMap(\.poles).first { [$0.id, $0.english].contains(wanted) }
  }

  /// What words are about, where one end of one facet is named and no other; else `nil`.
  func named(in text: String) -> (facet: FacetID, pole: Facet.Pole)? {
    let source = SourceText(text)
    let tokens = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
    let ends = Set(words.matches(in: tokens).map(\.label))
    guard ends.count == 1, let first = ends.first else { return nil }
    let facet = all[first.facet]
    return (facet.id, first.isFirst ? facet.a : facet.b)
  }
}
