/// Why a statement was not read.
enum Obstacle: Hashable {
  /// The posting was not read at all.
  case posting
  case foreign
  case empty
  /// By the person it is misread, and has no meaning yet.
  case misread
}

/// A statement with the clauses that were read against it.
struct ReadStatement {
  let statement: Statement
  /// What was read of it.
  let reading: String
  let tokens: [Token]
  /// Why it was not read; `nil` where it was.
  let obstacle: Obstacle?
  /// In the order of the posting.
  let clauses: [JudgedClause]
  /// How many clauses were left out by the person.
  let muted: Int
}

/// Reads the clauses of one posting against statements, each pair that is not known yet once.
struct RelationsOfPosting {
  private let posting: Posting
  private let lexicon: any RelationLexicon
  private let reader: any RelationReading
  private let kept: any JudgementKeeping
  private let selection: PairSelection

  init(
    _ posting: Posting, lexicon: any RelationLexicon, reader: any RelationReading,
    kept: any JudgementKeeping
  ) {
    self.posting = posting
    self.lexicon = lexicon
    self.reader = reader
    self.kept = kept
    selection = PairSelection(posting, lexicon: lexicon)
  }

  /// What is left unread of the posting.
  var unread: [Unread] { selection.unread }

  /// A statement's words, and the clauses to hold against them.
  private struct Plan {
    let statement: Statement
    let reading: String
    let tokens: [Token]
    let obstacle: Obstacle?
    var clauses: [(place: Int, likeness: Float)] = []
    var muted = 0
  }

  /// - Parameter languages: tells which statements cannot be read.
  func read(
    _ statements: [Statement], languages: StatementLanguages, goOn: (Int) -> Bool
  ) throws -> [ReadStatement] {
    var plans = statements.map { plan($0, languages) }
    let open = plans.indices.filter { plans[$0].obstacle == nil }
    if !open.isEmpty, !selection.readable.isEmpty {
      let readings = selection.readable.map { posting.clauses[$0].reading }
      let likenesses = reader.likenesses(of: open.map { plans[$0].reading }, to: readings)
      for (row, index) in open.enumerated() where row < likenesses.count {
        choose(for: &plans[index], likenesses[row])
      }
    }
    let relations = try relations(of: plans, goOn: goOn)
    return plans.map { plan in
      ReadStatement(
        statement: plan.statement, reading: plan.reading, tokens: plan.tokens,
        obstacle: plan.obstacle,
        clauses: plan.clauses.map { clause in
          let read = posting.clauses[clause.place]
          return JudgedClause(
            place: clause.place, segment: read.segment,
            words: JudgedClause.words(in: read.reading), likeness: Double(clause.likeness),
            relation: relations[pair(plan, clause.place)] ?? .nothing)
        }, muted: plan.muted)
    }
  }

  private func plan(_ statement: Statement, _ languages: StatementLanguages) -> Plan {
    var meant = statement
    // Earlier versions took the short name of a facet's end for a meaning.
    if let meaning = statement.meaning, let pole = lexicon.facets.pole(named: meaning) {
      meant.meaning = pole.name
    }
    let reading = meant.reading
    let source = SourceText(reading)
    let tokens = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
    let obstacle: Obstacle? =
      if tokens.isEmpty {
        .empty
      } else if statement.isMisread {
        .misread
      } else if languages.isForeign(statement) {
        .foreign
      } else {
        nil
      }
    return Plan(statement: statement, reading: reading, tokens: tokens, obstacle: obstacle)
  }

  private func choose(for plan: inout Plan, _ likeness: [Float]) {
    guard likeness.count == selection.readable.count else { return }
    for index in selection.clauses(for: plan.tokens, likeness: likeness) {
      let place = selection.readable[index]
      if !plan.statement.mutedLines.isEmpty,
        plan.statement.mutedLines.contains(
          Corrections.key(posting.quote(posting.clauses[place]).text))
      {
        plan.muted += 1
      } else {
        plan.clauses.append((place, likeness[index]))
      }
    }
  }

  private func pair(_ plan: Plan, _ place: Int) -> RelationPair {
    RelationPair(statement: plan.reading, clause: posting.clauses[place].reading)
  }

  private func relations(of plans: [Plan], goOn: (Int) -> Bool) throws -> [RelationPair: Relation] {
    var wanted: [RelationPair] = []
    var seen: Set<RelationPair> = []
    for plan in plans {
      for clause in plan.clauses {
        let pair = pair(plan, clause.place)
        if seen.insert(pair).inserted { wanted.append(pair) }
      }
    }
    let keys = wanted.map { JudgementKey(model: reader.model, pair: $0) }
    var known: [RelationPair: Relation] = [:]
    var missing: [RelationPair] = []
    for (pair, relation) in zip(wanted, kept.relations(keys)) {
      if let relation { known[pair] = relation } else { missing.append(pair) }
    }
    guard !missing.isEmpty else { return known }
    let read = try reader.relations(of: missing, goOn: goOn)
    let judged = Array(zip(missing, read))
    kept.keep(judged.map { (JudgementKey(model: reader.model, pair: $0.0), $0.1) })
    for (pair, relation) in judged { known[pair] = relation }
    return known
  }
}
