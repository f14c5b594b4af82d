/// Whether a second posting stands behind the first in one text, which would be read as one job.
struct SecondPosting {
  let source: SourceText
  let segments: SegmentLexicon

  /// In words.
  private static let longestTitle = 10
  /// How many clauses before its duties a posting's title may stand.
  private static let reach = 5
  /// In signs.
  private static let shortestDivider = 3

  /// A heading that is known, in its place among the clauses.
  private struct Heading {
    let place: Int
    let segment: Segment
    let key: UInt64
  }

  /// The line that the second one begins on; `nil` where there is one posting.
  func line(in clauses: [Clause]) -> Int? {
    let own = clauses.filter { $0.segment != .boilerplate }
    return ofTitles(own) ?? ofHeadings(own) ?? ofDividers(own)
  }

  /// “Job title: …” twice, and not for the same job.
  private func ofTitles(_ clauses: [Clause]) -> Int? {
    var first: UInt64?
    for clause in clauses where clause.segment == .title {
      guard let known = segments.heading(in: clause.tokens[...]), known.segment == .title,
        known.count < clause.tokens.count
      else { continue }
      let value = WordKey.run(clause.tokens.dropFirst(known.count).lazy.map(\.key))
      if let first, first != value { return clause.line }
      first = value
    }
    return nil
  }

  /// The same heading of duties again, and behind each the same heading of requirements.
  private func ofHeadings(_ clauses: [Clause]) -> Int? {
    let headings = headings(of: clauses)
    for (index, heading) in headings.enumerated() where heading.segment == .responsibilities {
      guard
        let before = headings[..<index].lastIndex(where: {
          $0.segment == .responsibilities && $0.key == heading.key
        }),
        headings[before..<index].contains(where: { asked in
          asked.segment == .requirements && headings[index...].contains { $0.key == asked.key }
        })
      else { continue }
      let first = max(headings[index - 1].place + 1, heading.place - Self.reach)
      let title = clauses.indices.filter { (first..<heading.place).contains($0) }
        .last { isTitle(clauses[$0]) }
      return clauses[title ?? heading.place].line
    }
    return nil
  }

  /// A line across the page with a title behind it, and a job on either side.
  private func ofDividers(_ clauses: [Clause]) -> Int? {
    for (index, line) in source.lines.enumerated() where isDivider(line) {
      let split = clauses.firstIndex { $0.line > index + 1 } ?? clauses.count
      guard split > 0, split < clauses.count, isTitle(clauses[split]),
        namesJob(clauses[..<split]), namesJob(clauses[split...])
      else { continue }
      return clauses[split].line
    }
    return nil
  }

  private func isDivider(_ line: Range<Int>) -> Bool {
    let signs = source.bytes[Layout.trimmed(line, source)]
    guard signs.count >= Self.shortestDivider, let first = signs.first else { return false }
    return "-=*_#~".utf8.contains(first) && signs.allSatisfy { $0 == first }
  }

  private func isTitle(_ clause: Clause) -> Bool {
    let text = source.text(in: clause.range)
    return clause.tokens.count <= Self.longestTitle && !text.hasSuffix(".") && !text.hasSuffix(":")
      && !isKnown(clause)
  }

  private func isKnown(_ clause: Clause) -> Bool {
    segments.heading(in: clause.tokens[...]).map { $0.count == clause.tokens.count } ?? false
  }

  /// Whether these clauses have a job of their own: duties under a heading, or a sentence that says who is sought.
  private func namesJob(_ clauses: ArraySlice<Clause>) -> Bool {
    clauses.contains {
      $0.segment == .responsibilities && $0.isHeading && isKnown($0)
        || segments.namesJob($0.tokens) || segments.otherwise($0.tokens) == .responsibilities
    }
  }

  private func headings(of clauses: [Clause]) -> [Heading] {
    clauses.enumerated().compactMap { place, clause in
      guard clause.isHeading, let known = segments.heading(in: clause.tokens[...]),
        known.count == clause.tokens.count
      else { return nil }
      return Heading(
        place: place, segment: known.segment, key: WordKey.run(clause.tokens.lazy.map(\.key)))
    }
  }
}
