package import Phrases

/// Questions to bring into a conversation: from the outline, from the postings checked, and for the
/// level of the person.
package struct InterviewQuestions: Hashable, Sendable, Codable {
  /// To open with.
  package let opening: [String]
  /// From the outline.
  package let outline: [String]
  /// From what the checked postings left open or in conflict.
  package let postings: [String]
  /// To close with.
  package let closing: [String]

  /// All of them in order.
  package var all: [String] { opening + outline + postings + closing }

  /// - Parameters:
  ///   - reach: the levels above the person; somebody unknown is taken for two levels up.
  ///   - asks: the questions of fit-checks, the most telling first.
  package init(reach: Int?, facts: MessageFacts, asks: [String], words: PhraseBook = .english) {
    let book = QuestionBook.shipped
    let level = reach ?? 2
    func chosen(_ entries: [QuestionBook.Entry]) -> [String] {
      entries.filter { ($0.from...max($0.from, $0.to)).contains(level) }.compactMap {
        facts.filling(words.sentence($0.ask))
      }
    }
    opening = Array(chosen(book.opening).prefix(3))
    outline = Array(chosen(book.outline).prefix(3))
    var seen: Set<String> = []
    postings = asks.filter { seen.insert($0).inserted }.prefix(4).map(\.self)
    closing = chosen(book.closing)
  }
}
