/// The sentences of findings, as `Lexicon/wordings.yaml` has them.
struct Wordings: Sendable {
  private let reasons: [Role: [Outcome: String]]
  private let questions: [Role: String]
  private let obstacles: [Obstacle: String]
  private let tires: String
  private let amount: String
  private let two: String
  /// What is said of amounts.
  let amounts: AmountWordings
  /// What it all comes to.
  let verdict: VerdictWordings

  init(_ node: LexiconNode) throws(LexiconFault) {
    let why = try node["why"]
    let ask = try node["ask"]
    var reasons: [Role: [Outcome: String]] = [:]
    var questions: [Role: String] = [:]
    for role in Role.allCases where role != .prestigePull {
      for outcome in Outcome.allCases {
        reasons[role, default: [:]][outcome] = try why[role.rawValue][outcome.rawValue].sentence()
      }
      questions[role] = try ask[role.rawValue].sentence()
    }
    self.reasons = reasons
    self.questions = questions
    let notRead = try node["not_read"]
    obstacles = [
      .posting: try notRead["posting"].sentence(), .foreign: try notRead["statement"].sentence(),
      .empty: try notRead["empty"].sentence(), .misread: try notRead["misread"].sentence(),
    ]
    tires = try node["tires"].sentence()
    amount = try node["amount"].sentence()
    two = try node["two_postings"].sentence()
    amounts = try AmountWordings(try node["amounts"])
    verdict = try VerdictWordings(try node["verdict"])
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
  func notRead(_ obstacle: Obstacle) -> String { obstacles[obstacle] ?? "" }

  /// A question made from the person's own words.
  func ask(_ statement: Statement) -> String? {
    let words = VerdictSentence.short(statement.meaning ?? statement.text)
    return questions[statement.role].map { VerdictWordings.filled($0, ["words": words]) }
  }
}
