/// A clause before it has its place.
struct Piece {
  var tokens: [Token]
  /// UTF-8 byte offsets.
  var range: Range<Int>
  let border: SentenceBorders.Border
  /// Whether a blank line stands before it.
  let isAfterBlank: Bool
  /// Whether markup, or what it announces, makes it a heading.
  let isHeading: Bool
  /// Whether it is an entry of a list.
  var isEntry: Bool { border == .entry }
  /// Whether it begins a line.
  var opensLine: Bool { border != .sentence }
}

/// Cuts a text into clauses: sentences and entries of lists, whole where they are not endless.
struct ClauseCutter {
  let lexicon: ClauseLexicon
  let segments: SegmentLexicon

  /// In bytes. A longer sentence is cut where it pauses.
  private static let longest = 350
  /// In words.
  private static let shortestPart = 8
  /// In words and bytes. What goes on for longer without a pause is no clause, and must not take longer
  /// than its length to read.
  private static let mostWords = 400
  private static let mostBytes = 4_000

  func pieces(of source: SourceText) -> [Piece] {
    let borders = SentenceBorders(source: source, lexicon: lexicon)
    let runOn = RunOn(lexicon: lexicon, segments: segments)
    var pieces: [Piece] = []
    // What is hidden from readers may begin in one paragraph and end in a later one.
    var seen = 0
    var isAfterBlank = false
    for paragraph in Layout.paragraphs(of: source) {
      var isFirst = true
      for stretch in borders.stretches(in: paragraph, seen: &seen) {
        let tokens = Tokenizer.tokens(of: source, in: stretch.range)
        let behindMark = Array(tokens.dropFirst(listMark(tokens, of: source)))
        guard !behindMark.isEmpty else { continue }
        if stretch.border == .sentence, !isFirst, lexicon.isFragment(behindMark),
          !announces(stretch.range, of: source),
          var last = pieces.popLast()
        {
          if last.range.count < Self.longest {
            last.tokens += behindMark
            last.range = last.range.lowerBound..<end(of: behindMark, in: stretch.range, of: source)
            pieces.append(last)
            continue
          }
          pieces.append(last)
        }
        for run in runOn.runs(of: behindMark, in: source) {
          let parts = parts(of: Array(behindMark[run.tokens]), in: source)
          for (place, part) in parts.enumerated() {
            let isLast = run.tokens.upperBound == behindMark.count && place == parts.count - 1
            let range = range(
              of: part, in: stretch.range, isFirst: run.tokens.lowerBound == 0 && place == 0,
              isLast: isLast, of: source)
            let border: SentenceBorders.Border =
              place > 0 ? .sentence : run.tokens.lowerBound == 0 ? stretch.border : .entry
            pieces.append(
              Piece(
                tokens: part, range: range, border: border, isAfterBlank: isAfterBlank && isFirst,
                isHeading: run.isHeading || stretch.isHeading && parts.count == 1))
            isFirst = false
          }
        }
      }
      isAfterBlank = isFirst
    }
    return pieces
  }

  /// Whether a stretch ends in a colon.
  private func announces(_ range: Range<Int>, of source: SourceText) -> Bool {
    source.bytes[range].last { $0 > 0x20 } == UInt8(ascii: ":")
  }

  // MARK: - Parts of an endless sentence

  private func parts(of tokens: [Token], in source: SourceText) -> [[Token]] {
    guard length(tokens[...]) > Self.longest || tokens.count > Self.mostWords else {
      return [tokens]
    }
    return cut(tokens, at: semicolons(in: tokens, of: source), always: true).flatMap { part in
      length(part[...]) > Self.longest || part.count > Self.mostWords
        ? cut(part, at: pauses(in: part), always: false) : [part]
    }
  }

  private func length(_ tokens: ArraySlice<Token>) -> Int {
    guard let first = tokens.first, let last = tokens.last else { return 0 }
    return last.range.upperBound - first.range.lowerBound
  }

  private func semicolons(in tokens: [Token], of source: SourceText) -> Set<Int> {
    Set(
      tokens.indices.dropFirst().filter { index in
        source.bytes[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound].contains(
          UInt8(ascii: ";"))
      })
  }

  private func pauses(in tokens: [Token]) -> Set<Int> {
    Set(
      tokens.indices.dropFirst().filter {
        tokens[$0].isParted || lexicon.conjunctions.contains(tokens[$0].word)
      })
  }

  /// Parts of at least eight words, cut at the places given: at each of them, or only where a part would
  /// grow too long.
  private func cut(_ tokens: [Token], at places: Set<Int>, always: Bool) -> [[Token]] {
    var parts: [[Token]] = []
    var begin = 0
    var candidate: Int?
    func close(_ end: Int) {
      parts.append(Array(tokens[begin..<end]))
      begin = end
      candidate = nil
    }
    for index in tokens.indices where index > begin {
      let size = tokens[index].range.upperBound - tokens[begin].range.lowerBound
      if size > Self.longest, let candidate, !always { close(candidate) }
      if places.contains(index), index - begin >= Self.shortestPart,
        tokens.count - index >= Self.shortestPart
      {
        if always { close(index) } else { candidate = index }
      }
      if index - begin >= Self.mostWords || size > Self.mostBytes, index > begin { close(index) }
    }
    close(tokens.count)
    return parts
  }

  // MARK: - Ranges

  private func range(
    of part: [Token], in stretch: Range<Int>, isFirst: Bool, isLast: Bool, of source: SourceText
  ) -> Range<Int> {
    guard let first = part.first?.range, let last = part.last?.range else {
      return stretch.lowerBound..<stretch.lowerBound
    }
    let lower =
      isFirst ? openingMark(before: first.lowerBound, in: stretch, of: source) : first.lowerBound
    let upper =
      isLast
      ? end(of: part, in: stretch, of: source)
      : closingMark(behind: last.upperBound, in: stretch, of: source)
    return withoutEmphasis(lower..<upper, around: first.lowerBound..<last.upperBound, of: source)
  }

  /// Behind the last word of a stretch and the marks that close it.
  private func end(of tokens: [Token], in stretch: Range<Int>, of source: SourceText) -> Int {
    let first = tokens.first?.range.lowerBound ?? stretch.lowerBound
    let last = tokens.last?.range.upperBound ?? first
    var end = stretch.upperBound
    while end > last, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  /// How many tokens at the beginning only mark an entry of a list: `+`, `1.` or `2)`.
  private func listMark(_ tokens: [Token], of source: SourceText) -> Int {
    guard tokens.count > 1 else { return 0 }
    let between = source.bytes[tokens[0].range.upperBound..<tokens[1].range.lowerBound]
    if tokens[0].word == "+" { return between.first == UInt8(ascii: " ") ? 1 : 0 }
    let isShort = tokens[0].range.count <= 2 && tokens[0].number != nil
    let isMarked = [UInt8(ascii: "."), UInt8(ascii: ")")].contains(between.first)
    return isShort && isMarked && between.dropFirst().first == UInt8(ascii: " ") ? 1 : 0
  }

  private static let openingMarks = Set("*_([\"'`".utf8)

  /// Where the marks begin that stand right before a sentence's first word: “*No* weekends”.
  private func openingMark(before first: Int, in stretch: Range<Int>, of source: SourceText) -> Int
  {
    var begin = first
    while begin > stretch.lowerBound, Self.openingMarks.contains(source.bytes[begin - 1]) {
      begin -= 1
    }
    return begin
  }

  private static let closingMarks = Set(".,:;!?)]\"'*_".utf8)

  private func closingMark(behind last: Int, in stretch: Range<Int>, of source: SourceText) -> Int {
    var end = last
    while end < stretch.upperBound, Self.closingMarks.contains(source.bytes[end]) { end += 1 }
    return end
  }

  /// Without the marks of emphasis that enclose all of a clause: “**About us**”.
  private func withoutEmphasis(
    _ range: Range<Int>, around words: Range<Int>, of source: SourceText
  ) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < words.lowerBound, upper > words.upperBound,
      source.bytes[lower] == source.bytes[upper - 1],
      [UInt8(ascii: "*"), UInt8(ascii: "_")].contains(source.bytes[lower])
    {
      lower += 1
      upper -= 1
    }
    return lower..<upper
  }
}
