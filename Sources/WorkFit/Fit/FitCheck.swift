import EmbeddedFiles
import Encoder

/// Whether a job, as its posting describes it, would energize a person: person–environment fit on the
/// person's own words (Kristof-Brown; Edwards), with the lines that it rests on.
///
/// One judgement carries it: does a line of the posting supply what a statement names, oppose it, or neither.
/// A relation reader makes it, clause by clause; a judge turns the strongest few into what became of the
/// statement. Evidence for and against is never netted, and silence is said.
public struct FitCheck: Sendable {
  private let lexicon: Lexicon
  private let reader: any RelationReading
  private let judgements: any JudgementKeeping

  /// The fit-check that ships: its words, and the model inside the module.
  ///
  /// - Throws: ``LexiconFault`` where a data file is not as it should be, and what opening the model throws.
  public init() throws {
    try self.init(
      lexicon: Lexicon(), reader: EncoderReading(model: ModelFile(embedded: .readerModel)))
  }

  /// A fit-check by a reader.
  ///
  /// - Parameter judgements: where judgements are kept from one check to the next.
  package init(
    lexicon: Lexicon, reader: any RelationReading,
    judgements: any JudgementKeeping = JudgementMemory()
  ) {
    self.lexicon = lexicon
    self.reader = reader
    self.judgements = judgements
  }

  /// Holds a posting against a profile; what was judged before by the same model is not read again.
  ///
  /// - Parameter goOn: called now and then with how many pairs are read; `false` stops the reading.
  /// - Throws: what the reader throws, also where it was stopped; no finding is made up then.
  public func check(
    _ text: String, against profile: Profile, goOn: (Int) -> Bool = { _ in true }
  ) throws -> FitResult {
    try check(TextAsRead(text), against: profile, goOn: goOn)
  }

  /// Holds a posting that is decoded against a profile.
  public func check(
    _ text: TextAsRead, against profile: Profile, goOn: (Int) -> Bool = { _ in true }
  ) throws -> FitResult {
    let posting = Posting(text, lexicon: lexicon)
    let legibility = Legibility(posting, lexicon: lexicon)
    let statements = Role.allCases.filter { $0 != .prestigePull }.flatMap { profile.statements($0) }
    // What cannot be read is not judged, not even in part.
    guard legibility == .posting || legibility == .tooShort else {
      let writer = FindingWriter(posting: posting, lexicon: lexicon, model: reader.model)
      let unread: [Unread] =
        legibility == .otherLanguage
        ? [Unread(.postingInAnotherLanguage, max(1, posting.clauses.count))] : []
      let findings = statements.map { writer.unread($0, .posting) }
      return FitResult(
        verdict: .notEnoughToTell, legibility: legibility, shine: .none, energy: 0, confidence: 0,
        sentence: sentence(.notEnoughToTell, legibility, findings, .none, confidence: 0),
        findings: findings, reasons: [], unread: unread, model: reader.model, asRead: text,
        notes: posting.notes)
    }
    let reading = RelationsOfPosting(posting, lexicon: lexicon, reader: reader, kept: judgements)
    // What amounts decide is not read.
    let languages = StatementLanguages(
      statements, languages: lexicon.languages, knows: reader.knows)
    let amounts = AmountReading(
      posting, quantities: lexicon.quantities, common: lexicon.common
    ).readings(of: statements, languages: languages)
    let read = try reading.read(
      zip(statements, amounts).filter { $1.isRead }.map(\.0), languages: languages, goOn: goOn)
    let writer = FindingWriter(posting: posting, lexicon: lexicon, model: reader.model)
    var rest = read.makeIterator()
    let findings = zip(statements, amounts).compactMap { statement, amount in
      let finding =
        amount.isRead ? rest.next().map { writer.finding($0, claims: amount.claims) } : nil
      guard let verdict = amount.verdict else { return finding }
      // What amounts leave open the reader may be sure of.
      if let finding, finding.kind.isAsserted { return finding }
      return writer.finding(statement, by: verdict)
    }
    let shine = try Shine(
      of: posting, pulls: profile.statements(.prestigePull), reader: reader, kept: judgements,
      lexicon: lexicon)
    let outlook = Outlook(
      findings.map { ($0.statement, $0.kind) }, isShining: shine.isShining,
      isPosting: legibility == .posting, lexicon: lexicon)
    return FitResult(
      verdict: outlook.verdict, legibility: legibility, shine: shine, energy: outlook.energy,
      confidence: outlook.confidence,
      sentence: sentence(
        outlook.verdict, legibility, findings, shine, confidence: outlook.confidence),
      findings: findings, reasons: Reason.top(of: findings, weights: lexicon.weights.energy),
      unread: reading.unread + Self.unread(read), model: reader.model, asRead: text,
      notes: posting.notes)
  }

  private func sentence(
    _ verdict: Verdict, _ legibility: Legibility, _ findings: [Finding], _ shine: Shine,
    confidence: Double
  ) -> String {
    VerdictSentence(
      findings: findings, shine: shine, confidence: confidence, weights: lexicon.weights,
      words: lexicon.wordings.verdict
    ).text(verdict, legibility)
  }

  /// What the clauses of a posting do to the statements of a profile that they were read against, by the
  /// clauses' places.
  package func relations(
    of text: TextAsRead, to profile: Profile, goOn: (Int) -> Bool = { _ in true }
  ) throws -> (posting: Posting, relations: [Int: [(statement: Statement, relation: Relation)]]) {
    let posting = Posting(text, lexicon: lexicon)
    let statements = Role.allCases.filter { $0 != .prestigePull }.flatMap { profile.statements($0) }
    let read = try RelationsOfPosting(
      posting, lexicon: lexicon, reader: reader, kept: judgements
    ).read(
      statements,
      languages: StatementLanguages(
        statements, languages: lexicon.languages, knows: reader.knows),
      goOn: goOn)
    var relations: [Int: [(statement: Statement, relation: Relation)]] = [:]
    for statement in read {
      for clause in statement.clauses {
        relations[clause.place, default: []].append((statement.statement, clause.relation))
      }
    }
    return (posting, relations)
  }

  /// What a posting calls itself, in at most so many characters; `nil` where it says nothing.
  public func title(of posting: String, most: Int) -> String? {
    Posting(posting, lexicon: lexicon).title(most: most)
  }

  private static func unread(_ statements: [ReadStatement]) -> [Unread] {
    var counts: [Unread.Reason: Int] = [:]
    for statement in statements {
      let reason: Unread.Reason? =
        switch statement.obstacle {
        case .foreign?: .statementInAnotherLanguage
        case .empty?: .statementEmpty
        case .misread?: .statementMisread
        case .posting?, nil: nil
        }
      if let reason { counts[reason, default: 0] += 1 }
    }
    return counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { Unread($0.key, $0.value) }
  }
}
