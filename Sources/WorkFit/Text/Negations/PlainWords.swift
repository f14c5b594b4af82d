/// Negations in plain words: those that are seldom written (“shan’t”, “sans”, “at no point”), and those that have
/// lost their apostrophe (“darent”) or their blank (“willnot”).
enum PlainWords {
  /// Words that stand for others.
  private struct Change {
    let range: Range<Int>
    let words: [String]
  }

  /// A clause's words with its negations in plain ones, which keep their place in the text.
  static func tokens(_ tokens: [Token]) -> [Token] {
    let spelled = changed(tokens, misspelled(in: tokens))
    return changed(spelled, rare(in: spelled))
  }

  /// A text with its negations in plain words.
  static func text(_ text: String) -> String {
    [misspelled, rare].reduce(text) { text, changes in
      let source = SourceText(text)
      let tokens = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
      let changes = changes(tokens)
      guard !changes.isEmpty else { return text }
      var plain = ""
      var place = 0
      for change in changes {
        let first = tokens[change.range.lowerBound]
        let words = change.words.joined(separator: " ")
        plain += source.text(in: place..<first.range.lowerBound)
        plain += first.isCapitalized ? words.prefix(1).uppercased() + words.dropFirst() : words
        place = tokens[change.range.upperBound - 1].range.upperBound
      }
      return plain + source.text(in: place..<source.bytes.count)
    }
  }

  private static func changed(_ tokens: [Token], _ changes: [Change]) -> [Token] {
    guard !changes.isEmpty else { return tokens }
    var plain: [Token] = []
    var place = 0
    for change in changes {
      plain += tokens[place..<change.range.lowerBound]
      let first = tokens[change.range.lowerBound]
      let end = tokens[change.range.upperBound - 1].range.upperBound
      for (number, word) in change.words.enumerated() {
        // The first has all of the text that they stand for.
        let isFirst = number == 0
        plain.append(
          Token(
            word: word, key: WordKey(word),
            range: isFirst ? first.range.lowerBound..<end : end..<end,
            isParted: isFirst && first.isParted, isCapitalized: isFirst && first.isCapitalized,
            number: nil))
      }
      place = change.range.upperBound
    }
    return plain + tokens[place...]
  }

  // MARK: - Spelling

  private static func misspelled(in tokens: [Token]) -> [Change] {
    tokens.indices.compactMap { place in
      let word = tokens[place].word
      guard word.utf8.count >= shortest, word.utf8.count <= longest else { return nil }
      return (parted(word) ?? restored(word, at: place, in: tokens)).map {
        Change(range: place..<place + 1, words: $0)
      }
    }
  }

  /// In bytes: from “aint” to “necessary” with its “not”.
  private static let (shortest, longest) = (4, 14)

  /// “willnot”, “notrequired”
  private static func parted(_ word: String) -> [String]? {
    let words = NegationWords.shipped
    for negation in ["not", "never"] where word.hasSuffix(negation) {
      let first = String(word.dropLast(negation.count))
      if words.auxiliaries.contains(first) { return [first, negation] }
    }
    let rest = String(word.dropFirst(3))
    return word.hasPrefix("not") && words.behindNot.contains(rest) ? ["not", rest] : nil
  }

  /// “shant”, “darent”
  private static func restored(_ word: String, at place: Int, in tokens: [Token]) -> [String]? {
    guard word.hasSuffix("nt"), DecodingData.shipped.negatable.contains(String(word.dropLast(2)))
    else { return nil }
    if let neighbours = DecodingData.shipped.wordsOfTheirOwn[word] {
      let before = place > 0 ? tokens[place - 1].word : ""
      let behind = place + 1 < tokens.count ? tokens[place + 1].word : ""
      if neighbours.before.contains(before) || neighbours.behind.contains(behind) { return nil }
    }
    return [word.dropLast() + "'t"]
  }

  // MARK: - Rare words

  /// The longest first, where two overlap.
  private static func rare(in tokens: [Token]) -> [Change] {
    guard let plain = NegationWords.shipped.plain else { return [] }
    var changes: [Change] = []
    let matches = plain.phrases.matches(in: tokens).filter { match in
      !match.range.dropFirst().contains { tokens[$0].isParted }
    }
    for match in matches.sorted(by: { $0.range.count > $1.range.count })
    where !changes.contains(where: { $0.range.overlaps(match.range) }) {
      changes.append(Change(range: match.range, words: plain[match.label].inPlainWords))
    }
    return changes.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
