/// Makes findings of what was read: outcome, evidence, and the words for them.
struct FindingWriter {
  let posting: Posting
  let lexicon: Lexicon
  let model: String

  /// The finding for a statement that was read, or why it was not.
  ///
  /// - Parameter claims: what it asks of amounts; nothing in the posting says anything of them.
  func finding(_ read: ReadStatement, claims: [Claim] = []) -> Finding {
    if let obstacle = read.obstacle { return unread(read.statement, obstacle) }
    let statement = read.statement
    let isAmount = lexicon.amounts.restsOnAmount(read.tokens, role: statement.role)
    let judgement = lexicon.judge.judgement(
      read.clauses, role: statement.role, words: JudgedClause.words(in: read.reading),
      isAmount: isAmount)
    // What is required in numbers and is not named is not half said by a line that is near it.
    let isUnnamed =
      Self.isRequired(statement) && judgement.outcome == .unsure
      && claims.contains { $0.read.isNumber || $0.wish != nil }
    let outcome = isUnnamed ? .silent : judgement.outcome
    let choice = EvidenceChoice(
      weights: lexicon.weights.reading, question: lexicon.judge.question)
    let evidence = choice.evidence(read.clauses, outcome: outcome, judgement: judgement)
      .map { Evidence(quote: posting.quote(posting.clauses[$0.place]), side: $0.side) }
    let named = lexicon.facets.named(in: read.reading)
    let kind = Finding.Kind(statement.role, outcome)
    let stance = kind.stance(tires: statement.tires)
    let lacking = Self.isRequired(statement) && stance != .for ? claims.first : nil
    return Finding(
      kind: kind, outcome: outcome, statement: statement, facet: named?.facet,
      probability: judgement.probability, evidence: evidence,
      why: lexicon.wordings.why(statement, outcome, isAmount: isAmount, lacking: lacking),
      ask: stance == .for
        ? nil
        : lacking.flatMap { lexicon.wordings.amounts.lacking($0.kind) } ?? named?.pole.ask
          ?? lexicon.wordings.ask(statement),
      explanation: explanation(read, judgement, isAmount: isAmount),
      amount: claims.first?.amount, isLacking: lacking != nil)
  }

  /// The finding for a statement that amounts decide, or make a question.
  func finding(_ statement: Statement, by verdict: AmountVerdict) -> Finding {
    let kind = Finding.Kind(statement.role, verdict.outcome)
    let named = lexicon.facets.named(in: statement.reading)
    let isDecided = verdict.outcome != .unsure
    let wordings = lexicon.wordings
    return Finding(
      kind: kind, outcome: verdict.outcome, statement: statement, facet: named?.facet,
      probability: isDecided ? lexicon.weights.amounts.decided : lexicon.weights.amounts.question,
      evidence: verdict.grounds.map { ground in
        Evidence(
          quote: posting.quote(posting.clauses[ground.place], around: ground.range),
          side: ground.side, amount: ground.amount)
      },
      why: wordings.why(statement, verdict),
      ask: kind.stance(tires: statement.tires) == .for
        ? nil
        : wordings.amounts.ask(verdict) ?? wordings.ask(statement),
      explanation: Explanation(
        statement: statement.reading, model: model, lines: [],
        supplied: verdict.outcome == .supplied ? 1 : 0,
        opposed: verdict.outcome == .opposed ? 1 : 0,
        threshold: 1, question: lexicon.judge.question, restsOnAmount: true, mutedLines: 0),
      amount: verdict.claim.amount)
  }

  private static func isRequired(_ statement: Statement) -> Bool {
    statement.role == .mustHave || statement.role == .dealBreaker
  }

  /// The finding for a statement that was not read: nothing is claimed of it.
  func unread(_ statement: Statement, _ obstacle: Obstacle) -> Finding {
    Finding(
      kind: .unclear, outcome: .unsure, statement: statement, facet: nil, probability: 0,
      evidence: [], why: lexicon.wordings.notRead(obstacle),
      ask: obstacle == .empty ? nil : lexicon.wordings.ask(statement),
      explanation: Explanation(
        statement: statement.reading, model: model, lines: [], supplied: 0, opposed: 0,
        threshold: 1, question: lexicon.judge.question, restsOnAmount: false, mutedLines: 0),
      isForeign: obstacle == .foreign)
  }

  private func explanation(_ read: ReadStatement, _ judgement: Judgement, isAmount: Bool)
    -> Explanation
  {
    let lines = read.clauses.sorted {
      let (one, other) = (
        max($0.relation.supplies, $0.relation.opposes),
        max($1.relation.supplies, $1.relation.opposes)
      )
      return one != other ? one > other : $0.place < $1.place
    }.map { judged in
      let clause = posting.clauses[judged.place]
      return Explanation.Line(
        line: clause.line, start: clause.range.lowerBound, end: clause.range.upperBound,
        segment: clause.segment, reading: clause.reading, supplies: judged.relation.supplies,
        opposes: judged.relation.opposes, likeness: judged.likeness)
    }
    return Explanation(
      statement: read.reading, model: model, lines: lines, supplied: judgement.supplied,
      opposed: judgement.opposed, threshold: judgement.threshold,
      question: lexicon.judge.question, restsOnAmount: isAmount, mutedLines: read.muted)
  }
}
