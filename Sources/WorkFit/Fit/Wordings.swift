/// The sentences of findings, as `Lexicon/wordings.yaml` has them.
struct Wordings: LexiconPart {
  private let reasons: ByRole<ByOutcome<Sentence>>
  private let questions: ByRole<Sentence>
  private let obstacles: NotRead
  private let tires, amount, two: Sentence
  /// What is said of amounts.
  let amounts: AmountWordings
  /// What it all comes to.
  let verdict: VerdictWordings

  private struct NotRead: Decodable {
    let posting, statement, empty, misread: Sentence
  }

  private enum CodingKeys: String, CodingKey {
    case tires, amount, amounts, verdict
    case reasons = "why"
    case questions = "ask"
    case obstacles = "not_read"
    case two = "two_postings"
  }

  /// What was found of a statement.
  ///
  /// - Parameter lacking: what the person requires of amounts and the posting does not name.
  func why(_ statement: Statement, _ outcome: Outcome, isAmount: Bool, lacking: Claim? = nil)
    -> String
  {
    var sentences = [reasons[statement.role]?[outcome].text ?? ""]
    if outcome == .unsure, isAmount { sentences = [amount.text] }
    if outcome == .silent, let lacking { sentences = [amounts.lacks(lacking)] }
    if outcome == .supplied, statement.role == .strength, statement.tires {
      sentences.append(tires.text)
    }
    return sentences.joined(separator: " ")
  }

  /// What amounts come to, both of them named.
  func why(_ statement: Statement, _ verdict: AmountVerdict) -> String {
    let reason = verdict.outcome == .unsure ? nil : reasons[statement.role]?[verdict.outcome].text
    return ([reason].compactMap(\.self) + amounts.sentences(verdict)).joined(separator: " ")
  }

  /// That a second posting begins on a line.
  func twoPostings(_ line: Int) -> String {
    two.text.replacing("{line}", with: String(line))
  }

  /// Why nothing was found of a statement: it was not read.
  func notRead(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .posting: obstacles.posting.text
    case .foreign: obstacles.statement.text
    case .empty: obstacles.empty.text
    case .misread: obstacles.misread.text
    }
  }

  /// A question made from the person's own words.
  func ask(_ statement: Statement) -> String? {
    let words = VerdictSentence.short(statement.meaning ?? statement.text)
    return questions[statement.role].map { VerdictWordings.filled($0.text, ["words": words]) }
  }
}
