import Phrases

/// A posting as it is read: its text, and its clauses in their place.
public struct Posting: Sendable {
  /// How its text was read: lines, offsets and quotes are those of the text as read.
  public let asRead: TextAsRead
  /// The text as read.
  package let source: SourceText
  /// Its clauses in order.
  public let clauses: [Clause]
  /// What its reader should know of the text, in sentences: what could not be decoded, and whether it holds
  /// two postings.
  public let notes: [String]

  init(_ text: TextAsRead, by lexicon: some TextLexicon) {
    asRead = text
    source = SourceText(text.text)
    var placing = ClausePlacing(source, segments: lexicon.segments)
    clauses = placing.clauses(
      of: ClauseCutter(lexicon: lexicon.clauses, segments: lexicon.segments).pieces(of: source))
    let second = SecondPosting(source: source, segments: lexicon.segments).line(in: clauses)
    notes =
      text.notes.map { lexicon.words.text($0.phrase) }
      + (second.map { [lexicon.twoPostings($0)] } ?? [])
  }

  /// A clause's words, verbatim, with their place.
  public func quote(_ clause: Clause) -> Quote {
    Quote(line: clause.line, range: clause.range, text: source.text(in: clause.range))
  }

  /// In bytes.
  private static let longestQuote = 240

  /// A clause's words around a span of it, on one line; long clauses are cut at words, still verbatim.
  func quote(_ clause: Clause, around span: Range<Int>) -> Quote {
    let line = source.line(at: span.lowerBound)
    let here = source.lines[line - 1]
    let first = max(clause.range.lowerBound, here.lowerBound)
    let last = min(clause.range.upperBound, here.upperBound)
    guard last - first > Self.longestQuote || first..<last != clause.range else {
      return quote(clause)
    }
    let tokens = clause.tokens.filter {
      $0.range.lowerBound >= first && $0.range.upperBound <= last
    }
    let start = max(first, span.lowerBound - Self.longestQuote / 2)
    let end = min(last, max(span.upperBound, start + Self.longestQuote))
    let lower = tokens.first { $0.range.lowerBound >= start }?.range.lowerBound ?? span.lowerBound
    // At the end of the line what follows the last word, such as a full stop, belongs to it.
    let upper =
      end == last
      ? last : tokens.last { $0.range.upperBound <= end }?.range.upperBound ?? span.upperBound
    let range = min(lower, span.lowerBound)..<max(upper, min(span.upperBound, last))
    return Quote(line: line, range: range, text: source.text(in: range))
  }

  /// What the posting calls itself: its first words that belong to it, without marks of headings; `nil`
  /// where it has none.
  ///
  /// - Parameter most: how many characters there are at most.
  public func title(most: Int) -> String? {
    guard let clause = clauses.first(where: { $0.segment != .boilerplate }) ?? clauses.first
    else { return nil }
    let text = source.text(in: clause.range).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return text.count <= most ? text : text.prefix(most - 1) + "…"
  }
}
