/// What divides a posting: headings, and phrases that place a sentence by what it says.
struct SegmentLexicon: Sendable {
  /// Headings by their words; the longest that fits counts.
  private let headings: [UInt64: Segment]
  private let longestHeading: Int
  /// Whole lines of a web page that lead elsewhere.
  private let navigation: Set<UInt64>
  private let always: PatternIndex<Segment>
  private let otherwise: PatternIndex<Segment>

  init(_ node: LexiconNode) throws(LexiconFault) {
    var headings: [UInt64: Segment] = [:]
    var longest = 0
    let headingNode = try node["headings"]
    for key in headingNode.keys() {
      guard let segment = Segment(rawValue: key) else {
        throw LexiconFault(file: "segments.yaml", message: "there is no segment “\(key)”")
      }
      for phrase in try headingNode.texts(key) {
        let keys = Self.keys(of: phrase)
        headings[WordKey.run(keys)] = segment
        longest = max(longest, keys.count)
      }
    }
    self.headings = headings
    longestHeading = longest
    navigation = Set(try node.texts("navigation").map { WordKey.run(Self.keys(of: $0)) })
    always = try Self.index(try node["always"])
    otherwise = try Self.index(try node["otherwise"])
  }

  private static func keys(of phrase: String) -> [WordKey] {
    let source = SourceText(phrase)
    return Tokenizer.tokens(of: source, in: 0..<source.bytes.count).map(\.key)
  }

  private static func index(_ node: LexiconNode) throws(LexiconFault) -> PatternIndex<Segment> {
    var index = PatternIndex<Segment>()
    for key in node.keys() {
      guard let segment = Segment(rawValue: key) else {
        throw LexiconFault(file: "segments.yaml", message: "there is no segment “\(key)”")
      }
      for phrase in try node.texts(key) { index.insert(phrase, label: segment) }
    }
    return index
  }

  /// Gives every clause its segment.
  func place(_ clauses: inout [Clause], of source: SourceText) {
    var current: Segment?
    var isFirst = true
    let signature = Self.signature(of: source)
    for index in clauses.indices {
      let clause = clauses[index]
      if clause.line >= signature || isNavigation(clause, in: source) {
        clauses[index].segment = .boilerplate
        continue
      }
      let isFirstLine = isFirst
      isFirst = false
      if let segment = heading(of: clause, in: source) {
        current = segment
        clauses[index].segment = segment
      } else if isFirstLine, clause.tokens.count <= 14 {
        // The first short line of a posting is what it calls itself.
        clauses[index].segment = .title
        continue
      } else {
        clauses[index].segment = current ?? otherwise(clause)
      }
      if let segment = always.matches(in: clause.tokens).first?.label {
        clauses[index].segment = segment
      } else if current == .about || current == .boilerplate {
        // Under “About us” stands whatever somebody pasted there, duties included.
        let placed = otherwise(clause)
        if placed == .responsibilities || placed == .benefits { clauses[index].segment = placed }
      }
    }
  }

  private func isNavigation(_ clause: Clause, in source: SourceText) -> Bool {
    let isWhole = navigation.contains(WordKey.run(clause.tokens.lazy.map(\.key)))
    guard !isWhole, clause.tokens.count <= 10 else { return isWhole }
    // “Jobs > Education > Primary”
    let text = source.text(in: clause.range)
    return text.contains(" > ") || text.contains(" › ") || text.contains(" » ")
  }

  private static let longestSignature = 12

  /// The line on which a mail's signature begins, behind `--`; past the end where there is none.
  private static func signature(of source: SourceText) -> Int {
    let last = source.lines.indices.suffix(longestSignature).first { index in
      source.bytes[Layout.trimmed(source.lines[index], source)].elementsEqual("--".utf8)
    }
    return last.map { $0 + 1 } ?? .max
  }

  private func otherwise(_ clause: Clause) -> Segment {
    otherwise.matches(in: clause.tokens).first?.label ?? .other
  }

  /// The segment that a clause opens, where it is a heading or begins with one.
  private func heading(of clause: Clause, in source: SourceText) -> Segment? {
    let words = clause.tokens
    guard !words.isEmpty else { return nil }
    for count in stride(from: min(longestHeading, words.count), through: 1, by: -1) {
      guard let segment = headings[WordKey.run(words.prefix(count).lazy.map(\.key))] else {
        continue
      }
      if count == words.count { return segment }
      let last = words[count - 1]
      let next = words[count]
      let between = source.text(in: last.range.upperBound..<next.range.lowerBound)
      if between.contains(":") { return segment }
      // A heading that lost its line end: “Your role in the team Working as part of …”.
      let first = source.text(in: words[0].range)
      let isShouted = first.count > 3 && first == first.uppercased()
      if next.isCapitalized, !next.isParted, words[0].isCapitalized,
        isShouted || (count >= 2 && next.word != "i")
      {
        return segment
      }
    }
    return nil
  }
}
