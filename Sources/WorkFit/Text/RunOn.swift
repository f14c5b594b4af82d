/// Cuts apart what has lost its line breaks: “Your tasks: Build pumps Work with suppliers”.
struct RunOn {
  /// A run of the tokens; a heading only announces the runs behind it.
  struct Run {
    let tokens: Range<Int>
    let isHeading: Bool
  }

  let lexicon: ClauseLexicon
  let segments: SegmentLexicon

  /// In bytes. Where a line goes on for longer, less is asked of a word that opens an entry.
  private static let longLine = 200

  func runs(of tokens: [Token], in source: SourceText) -> [Run] {
    guard tokens.count > 3 else { return [Run(tokens: tokens.indices, isHeading: false)] }
    let isLong =
      tokens[tokens.count - 1].range.upperBound - tokens[0].range.lowerBound > Self.longLine
    var runs: [Run] = []
    var begin = 0
    func close(_ end: Int, isHeading: Bool = false) {
      if end > begin { runs.append(Run(tokens: begin..<end, isHeading: isHeading)) }
      begin = end
    }
    var index = 0
    while index < tokens.count {
      if let end = headingEnd(at: index, from: begin, in: tokens, of: source) {
        close(index)
        close(end, isHeading: true)
        index = end
        continue
      }
      if index - begin >= 2, opens(index, in: tokens, isLong: isLong) { close(index) }
      index += 1
    }
    close(tokens.count)
    // “Location: Leeds” is one thing; with more behind it, its beginning announces the rest.
    if runs.count == 2, runs[0].isHeading, runs[0].tokens.lowerBound == 0,
      hasColon(runs[0], tokens, source)
    {
      return [Run(tokens: tokens.indices, isHeading: false)]
    }
    return runs
  }

  private func hasColon(_ run: Run, _ tokens: [Token], _ source: SourceText) -> Bool {
    let last = run.tokens.upperBound - 1
    return between(last, tokens, source).contains(UInt8(ascii: ":"))
  }

  /// The bytes between a token and the next.
  private func between(_ index: Int, _ tokens: [Token], _ source: SourceText) -> ArraySlice<UInt8> {
    guard index + 1 < tokens.count else { return [] }
    return source.bytes[tokens[index].range.upperBound..<tokens[index + 1].range.lowerBound]
  }

  /// Behind a heading of the lexicon that begins at a token and has lost its line; `nil` where none does.
  private func headingEnd(
    at index: Int, from begin: Int, in tokens: [Token], of source: SourceText
  ) -> Int? {
    let first = tokens[index]
    guard first.isCapitalized, let heading = segments.heading(in: tokens[index...]) else {
      return nil
    }
    let end = index + heading.count
    guard end < tokens.count else { return nil }
    if between(end - 1, tokens, source).contains(UInt8(ascii: ":")) { return end }
    // Without a colon: “Your role in the team Working as part of …”.
    let next = tokens[end]
    guard next.isCapitalized, !next.isParted, next.word != "i" else { return nil }
    if index > begin {
      let isFree = !tokens[index - 1].isCapitalized && !first.isParted
      return heading.count >= 2 && isFree && !lexicon.joining.contains(tokens[index - 1].word)
        ? end : nil
    }
    let text = source.text(in: first.range)
    let isShouted = text.count > 3 && text == text.uppercased()
    return isShouted || heading.count >= 2 || isOpener(end, in: tokens) ? end : nil
  }

  /// Whether another entry begins at a token that has a capital letter.
  private func opens(_ index: Int, in tokens: [Token], isLong: Bool) -> Bool {
    let token = tokens[index]
    let before = tokens[index - 1]
    guard token.isCapitalized, !token.isParted, !lexicon.joining.contains(before.word) else {
      return false
    }
    if lexicon.pronouns.contains(token.word) { return !before.isCapitalized || isLong }
    guard isOpener(index, in: tokens) else { return false }
    return !before.isCapitalized || isLong
  }

  private func isOpener(_ index: Int, in tokens: [Token]) -> Bool {
    let token = tokens[index]
    guard index + 1 < tokens.count, !tokens[index + 1].isParted, !tokens[index + 1].isCapitalized
    else { return false }
    if lexicon.openers.contains(token.word) { return true }
    return token.word.hasSuffix("ing") && token.word.utf8.count > 5
      && !lexicon.names.contains(token.word)
  }
}
