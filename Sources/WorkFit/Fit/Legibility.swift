/// Whether a text can be judged at all.
package enum Legibility: Sendable, Hashable {
  /// It reads like a posting.
  case posting
  /// There are too few words.
  case tooShort
  /// It is not in English, which is the only language that is read.
  case otherLanguage
  /// It is text, but hardly speaks about work.
  case notAPosting

  init(_ posting: Posting, lexicon: Lexicon) {
    let tokens = posting.clauses.flatMap(\.tokens)
    let words = tokens.filter { $0.number == nil }
    let weights = lexicon.weights.verdict
    if lexicon.languages.isForeign(tokens, of: posting.source) {
      self = .otherLanguage
    } else if words.count < weights.leastWords {
      self = .tooShort
    } else if Self.isLog(posting, weights: lexicon.weights)
      || Self.isOtherKind(tokens, weights: lexicon.weights)
    {
      self = .notAPosting
    } else if posting.clauses.allSatisfy({ !Self.speaksOfWork($0) }),
      !Self.speaksToSomebody(posting, weights: lexicon.weights),
      Double(lexicon.weights.workWords.matches(in: words).count)
        < weights.notAPosting * Double(words.count)
    {
      self = .notAPosting
    } else {
      self = .posting
    }
  }

  /// Whether it speaks as a contract does, and more so than as a posting does.
  private static func isOtherKind(_ tokens: [Token], weights: Weights) -> Bool {
    let theirs = Set(weights.otherKinds.matches(in: tokens).map(\.label)).count
    return theirs >= weights.verdict.otherKind
      && theirs > Set(weights.postingWords.matches(in: tokens).map(\.label)).count
  }

  /// Whether most lines begin with a time and say how grave it is, as those of a log file do.
  private static func isLog(_ posting: Posting, weights: Weights) -> Bool {
    let lines = posting.source.lines.filter { !Layout.trimmed($0, posting.source).isEmpty }
    let logged = lines.count { line in
      let first = Tokenizer.tokens(of: posting.source, in: line).prefix(
        weights.verdict.logBeginning)
      return first.contains { $0.number != nil }
        && first.contains { weights.logWords.contains($0.word.lowercased()) }
    }
    return 2 * logged > lines.count
  }

  /// Whether most clauses are no boilerplate, and one of them says “you”.
  private static func speaksToSomebody(_ posting: Posting, weights: Weights) -> Bool {
    let own = posting.clauses.filter { $0.segment != .boilerplate }
    return 2 * own.count > posting.clauses.count
      && own.contains { $0.tokens.contains { weights.addressing.contains($0.word) } }
  }

  /// Whether a clause stands where postings say what is done, asked for or given.
  private static func speaksOfWork(_ clause: Clause) -> Bool {
    [.responsibilities, .requirements, .conditions, .benefits].contains(clause.segment)
  }
}
