import WorkFit

/// A statement and a line with what a careful reader made of them.
struct MarkedPair {
  let pair: RelationPair
  let mark: Mark
}

/// The marked pairs that training has not seen, by source.
struct HeldPairs {
  private(set) var bySource: [String: [MarkedPair]] = [:]

  /// In characters. Longer lines were not held against the statements.
  private static let longest = 350

  init(_ files: RelationFiles, lexicon: Lexicon) throws {
    for (file, card) in try files.cards() where Holdout.contains(card.s) {
      let source = file.contains("plain") ? "plain cards" : "cards"
      for (lines, mark) in [
        (card.plus, Mark.supplies), (card.minus, .opposes), (card.zero, .neither),
      ] {
        for line in lines { add(card.s, line, mark, source) }
      }
    }
    for (_, scene) in try files.scenes()
    where Holdout.contains((scene.lines.first ?? "") + scene.sector) {
      add(scene.people, scene.lines.enumerated().map { ($0, $1) }, "scenes")
    }
    let texts = try files.postingTexts()
    for (knew, posting) in try files.heldPostings() {
      guard let text = texts[posting.id] else {
        throw BenchFault(description: "“\(files.postings)” lacks the posting \(posting.id).")
      }
      add(posting.people, Self.lines(of: text, lexicon: lexicon), knew.rawValue)
    }
  }

  /// The lines of a posting as the program reads them: with the heading that they stand under.
  private static func lines(of text: String, lexicon: Lexicon) -> [(Int, String)] {
    // Lines that decoding joined or cut are no longer those that were marked.
    let read = Posting(text, lexicon: lexicon)
    let isAsGiven = read.asRead.text == text
    var headings: [Int: String] = [:]
    for clause in read.clauses where isAsGiven && !clause.isHeading && headings[clause.line] == nil
    {
      headings[clause.line] = clause.heading ?? ""
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      let line = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !line.isEmpty, line.count <= longest else { return nil }
      let heading = headings[index + 1] ?? ""
      return (index + 1, heading.isEmpty ? line : "\(heading): \(line)")
    }
  }

  private mutating func add(
    _ people: [LabelledPerson], _ lines: [(place: Int, text: String)], _ source: String
  ) {
    for person in people {
      for (index, say) in person.says.enumerated() {
        var marks: [Int: Mark] = [:]
        for mark in person.marks where mark.say == index { marks[mark.line] = mark.mark }
        for line in lines {
          add(say.text, line.text, marks[line.place] ?? .neither, source)
        }
      }
    }
  }

  private mutating func add(_ statement: String, _ line: String, _ mark: Mark, _ source: String) {
    guard mark != .arguable else { return }
    bySource[source, default: []].append(
      MarkedPair(pair: RelationPair(statement: statement, clause: line), mark: mark))
  }
}
