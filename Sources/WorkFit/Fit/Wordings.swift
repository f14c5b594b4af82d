/// The sentences of findings, as `Lexicon/wordings.yaml` has them.
struct Wordings: LexiconPart {
  private let reasons: ByRole<ByOutcome<String>>
  private let questions: ByRole<String>
  private let obstacles: NotRead
  private let tires: String
  private let amount: String
  private let two: String
  /// What is said of amounts.
  let amounts: AmountWordings
  /// What it all comes to.
  let verdict: VerdictWordings

  private struct NotRead: Decodable {
    let posting, statement, empty, misread: String
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
    var sentences = [reasons[statement.role]?[outcome] ?? ""]
    if outcome == .unsure, isAmount { sentences = [amount] }
    if outcome == .silent, let lacking { sentences = [amounts.lacks(lacking)] }
    if outcome == .supplied, statement.role == .strength, statement.tires {
      sentences.append(tires)
    }
    return sentences.joined(separator: " ")
  }

  /// What amounts come to, both of them named.
  func why(_ statement: Statement, _ verdict: AmountVerdict) -> String {
    let reason = verdict.outcome == .unsure ? nil : reasons[statement.role]?[verdict.outcome]
    return ([reason].compactMap(\.self) + amounts.sentences(verdict)).joined(separator: " ")
  }

  /// That a second posting begins on a line.
  func twoPostings(_ line: Int) -> String {
    two.replacing("{line}", with: String(line))
  }

  /// Why nothing was found of a statement: it was not read.
  func notRead(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .posting: obstacles.posting
    case .foreign: obstacles.statement
    case .empty: obstacles.empty
    case .misread: obstacles.misread
    }
  }

  /// A question made from the person's own words.
  func ask(_ statement: Statement) -> String? {
    let words = VerdictSentence.short(statement.meaning ?? statement.text)
    return questions[statement.role].map { VerdictWordings.filled($0, ["words": words]) }
  }
}
