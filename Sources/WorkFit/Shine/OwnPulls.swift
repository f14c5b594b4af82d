/// Finds in a posting what pulls a person, by their own words for it.
struct OwnPulls {
  private let posting: Posting
  private let lines: ShineLines
  private let lexicon: any ShineSources

  init(_ posting: Posting, lines: ShineLines, lexicon: any ShineSources) {
    self.posting = posting
    self.lines = lines
    self.lexicon = lexicon
  }

  /// The pulls that the posting answers, each with the line that does: a clause with all of a pull's rare words, or a
  /// line of a signal that the pull names.
  func signals(for pulls: [Statement]) -> [PrestigeSignal] {
    pulls.compactMap { pull in
      let source = SourceText(pull.text)
      let tokens = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
      guard
        let quote = clause(with: lexicon.common.rareStems(of: tokens))
          ?? lines.quote(ofAny: lexicon.shine.signals(ofPull: tokens))
      else { return nil }
      return PrestigeSignal(
        signal: "own-pull", name: "\(lexicon.shine.ownPull.name): \(pull.text)", quote: quote)
    }
  }

  private func clause(with wanted: Set<WordKey>) -> Quote? {
    guard !wanted.isEmpty else { return nil }
    let clause = posting.clauses.first {
      $0.segment != .boilerplate && !$0.isHeading
        && wanted.isSubset(of: lexicon.common.rareStems(of: $0.tokens))
    }
    return clause.map { posting.quote($0, around: $0.range) }
  }
}
