/// One thing on a report's page, without a word on how it looks. All texts are plain; whoever writes them makes
/// them safe for where they go.
package enum ReportBlock: Hashable, Sendable {
  /// A sentence or a few.
  case paragraph(String)
  /// What stands in the place of what is not there yet; at the terminal with what to type for it.
  case nothing(String, atTerminal: String)
  /// The person's own words, a paragraph each.
  case quotation([String])
  case list(ReportList)
  /// Names, and what belongs to each.
  case pairs([ReportPair])
  case table(ReportTable)
  case chart(ReportChart)
  case progress(ReportProgress)
  /// Blocks under a heading of their own.
  case group(heading: String, [ReportBlock])
}

/// A list, with numbers or without.
package struct ReportList: Hashable, Sendable, Encodable {
  /// Whether its order says something.
  package let isNumbered: Bool
  /// The entries.
  package let items: [Item]

  /// One entry.
  package struct Item: Hashable, Sendable, Encodable {
    /// What it says.
    package let text: String
    /// What is said of it, in a few words.
    package var note: String?
    /// What it means for the person, where it is for or against something.
    package var tone: Tone?
    /// The words that it rests on.
    package var quotes: [Quote] = []
  }

  /// What an entry means for the person.
  package enum Tone: String, Hashable, Sendable, Encodable {
    case good = "for"
    case bad = "against"
    case open
  }

  /// Words from elsewhere, verbatim.
  package struct Quote: Hashable, Sendable, Encodable {
    /// The words, without marks around them.
    package let text: String
    /// Where they stand, in a few words.
    package let source: String
  }
}

/// A name, and what belongs to it.
package struct ReportPair: Hashable, Sendable, Encodable {
  /// The name.
  package let name: String
  /// What belongs to it.
  package let text: String
}

/// How far something has come.
package struct ReportProgress: Hashable, Sendable, Encodable {
  /// How much of it is done, never more than all of it.
  package let done: Int
  /// How much there is.
  package let goal: Int
  /// The same in a sentence.
  package let text: String
}
