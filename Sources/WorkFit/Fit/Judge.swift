/// Decides what became of each statement.
struct Judge {
  let supplies: Supplies
  let lexicon: Lexicon
  let memory: NeedsMemory

  /// The finding for a statement; `nil` where there is none to report.
  func finding(for statement: Statement) -> Finding? {
    let needs = memory.needs(of: statement)
    switch statement.role {
    case .energizer: return energizer(statement, needs)
    case .drain: return drain(statement, needs)
    case .strength: return strength(statement, needs)
    case .mustHave: return mustHave(statement, needs)
    case .dealBreaker: return dealBreaker(statement, needs)
    case .prestigePull: return nil
    }
  }

  // MARK: - What the posting answers

  /// A side of a facet that a statement is about.
  private struct Wanted {
    let facet: FacetID
    let side: Side
  }

  private enum Outcome {
    case supplied(FacetID, Side)
    case opposed(FacetID, Side)
    /// The posting speaks for one thing that the statement wants, and against the same or another.
    case both(supplied: Wanted, opposed: Wanted)
    case subject(Quote)
    /// The posting says of the statement's subject that it is not there, or is somebody else's.
    case denied(Quote)
    case silent
  }

  /// The answer of the facet on which statement and posting together speak most clearly.
  ///
  /// How clearly is the product of how much the statement is about the facet and how much the posting
  /// says of it, so that neither side alone can decide.
  private func outcome(
    _ needs: Needs, isAverse: Bool = false, against: Double? = nil
  ) -> Outcome {
    let weights = lexicon.weights
    let first = needs.facets.first?.strength ?? 0
    // What somebody refuses is said in one piece: only what is nearly its main matter decides.
    let least = max(
      weights.leastNeed, (isAverse ? weights.primaryAverse : weights.primary) * first)
    var supplied: (wanted: Wanted, weight: Double)?
    var opposed: (wanted: Wanted, weight: Double)?
    var both: (wanted: Wanted, weight: Double)?
    for need in needs.facets where need.strength >= least {
      let wanted = Wanted(facet: need.facet, side: need.side)
      let strength = min(need.strength, weights.mostNeed)
      let opposite = need.side.opposite
      let here =
        strength
        * (isAverse
          ? supplies.supportAgainst(need.facet, need.side)
          : supplies.support(need.facet, need.side))
      let there =
        strength
        * (isAverse
          ? supplies.support(need.facet, opposite) : supplies.supportAgainst(need.facet, opposite))
      let isHere = here >= (isAverse ? against ?? weights.enoughAgainst : weights.enough)
      let isThere = there >= (isAverse ? weights.enough : against ?? weights.enoughAgainst)
      if isHere, here >= weights.clearly * there {
        if here > supplied?.weight ?? 0 { supplied = (wanted, here) }
      } else if isThere, there >= weights.clearly * here {
        if there > opposed?.weight ?? 0 { opposed = (wanted, there) }
      } else if isHere, isThere, max(here, there) > both?.weight ?? 0 {
        both = (wanted, max(here, there))
      }
    }
    switch (supplied, opposed) {
    case (let yes?, let no?):
      if yes.weight > weights.outweighs * no.weight {
        return .supplied(yes.wanted.facet, yes.wanted.side)
      }
      if no.weight > weights.outweighs * yes.weight {
        return .opposed(no.wanted.facet, no.wanted.side)
      }
      return .both(supplied: yes.wanted, opposed: no.wanted)
    case (let yes?, nil): return .supplied(yes.wanted.facet, yes.wanted.side)
    case (nil, let no?): return .opposed(no.wanted.facet, no.wanted.side)
    case (nil, nil): break
    }
    if let both { return .both(supplied: both.wanted, opposed: both.wanted) }
    let hasFacets = !needs.facets.isEmpty
    if let quote = supplies.quote(
      sharing: needs.subjects, besideFacets: hasFacets, isDenied: true)
    {
      return .denied(quote)
    }
    return supplies.quote(sharing: needs.subjects, besideFacets: hasFacets).map(Outcome.subject)
      ?? .silent
  }

  private func pole(_ facet: FacetID, _ side: Side) -> Facet.Pole? {
    lexicon.facet(facet)?.pole(side)
  }

  private func unclear(_ statement: Statement, _ supplied: Wanted, _ opposed: Wanted) -> Finding {
    let quotes =
      supplies.quotes(supplied.facet, supplied.side, most: 1)
      + supplies.quotes(opposed.facet, opposed.side.opposite, most: 1)
    return make(
      .unclear, statement, opposed.facet,
      quotes.sorted { $0.range.lowerBound < $1.range.lowerBound },
      why: Wordings.both(
        pole(supplied.facet, supplied.side), pole(opposed.facet, opposed.side.opposite)),
      ask: pole(opposed.facet, opposed.side)?.ask)
  }

  private func make(
    _ kind: Finding.Kind, _ statement: Statement, _ facet: FacetID? = nil,
    _ evidence: [Quote] = [], why: String, ask: String? = nil
  ) -> Finding {
    // Words on one line that were found for both sides are quoted once.
    var seen: Set<Quote> = []
    return Finding(
      kind: kind, statement: statement, facet: facet,
      evidence: evidence.filter { seen.insert($0).inserted }, why: why, ask: ask)
  }

  // MARK: - By role

  private func energizer(_ statement: Statement, _ needs: Needs) -> Finding {
    switch outcome(needs) {
    case .supplied(let facet, let side):
      return make(
        .fed, statement, facet, supplies.quotes(facet, side),
        why: Wordings.fed(pole(facet, side)))
    case .opposed(let facet, let side):
      return make(
        .conflict, statement, facet, supplies.quotes(facet, side.opposite),
        why: Wordings.conflict(wanted: pole(facet, side), offered: pole(facet, side.opposite)),
        ask: pole(facet, side)?.ask)
    case .both(let supplied, let opposed): return unclear(statement, supplied, opposed)
    case .subject(let quote):
      return make(.fed, statement, nil, [quote], why: Wordings.subject)
    case .denied(let quote):
      return make(
        .conflict, statement, nil, [quote], why: Wordings.denied, ask: Wordings.askAbout(statement))
    case .silent: return silent(.missing, statement, needs)
    }
  }

  private func silent(_ kind: Finding.Kind, _ statement: Statement, _ needs: Needs) -> Finding {
    guard let need = needs.facets.first, let pole = pole(need.facet, need.side) else {
      return make(
        .unclear, statement, why: Wordings.notUnderstood(looksForWords: !needs.subjects.isEmpty),
        ask: Wordings.askAbout(statement))
    }
    return make(kind, statement, need.facet, why: Wordings.notMentioned(pole), ask: pole.ask)
  }

  private func drain(_ statement: Statement, _ needs: Needs) -> Finding? {
    switch outcome(needs, isAverse: true) {
    case .supplied(let facet, let side):
      return make(
        .drain, statement, facet, supplies.quotes(facet, side),
        why: Wordings.drain(pole(facet, side)), ask: pole(facet, side)?.ask)
    case .both(let supplied, let opposed): return unclear(statement, supplied, opposed)
    case .subject(let quote):
      return make(.drain, statement, nil, [quote], why: Wordings.drainSubject)
    case .opposed, .denied: return nil
    case .silent:
      guard needs.isEmpty else { return nil }
      return make(
        .unclear, statement, why: Wordings.notUnderstood(looksForWords: false),
        ask: Wordings.askAbout(statement))
    }
  }

  private func strength(_ statement: Statement, _ needs: Needs) -> Finding {
    // What somebody is good at is an activity; what it is like to do it says less.
    if let activity = needs.activity, let quote = supplies.quote(of: activity) {
      return make(
        .strengthUsed, statement, nil, [quote],
        why: Wordings.strengthOfSameKind(tires: statement.tires))
    }
    switch outcome(needs) {
    case .supplied(let facet, let side): return used(statement, Wanted(facet: facet, side: side))
    case .both(let supplied, _): return used(statement, supplied)
    case .subject(let quote):
      return make(
        .strengthUsed, statement, nil, [quote],
        why: Wordings.strengthUsed(nil, tires: statement.tires))
    case .opposed, .denied, .silent:
      return make(.strengthIdle, statement, needs.facets.first?.facet, why: Wordings.strengthIdle)
    }
  }

  private func used(_ statement: Statement, _ wanted: Wanted) -> Finding {
    make(
      .strengthUsed, statement, wanted.facet, supplies.quotes(wanted.facet, wanted.side),
      why: Wordings.strengthUsed(pole(wanted.facet, wanted.side), tires: statement.tires))
  }

  private func mustHave(_ statement: Statement, _ needs: Needs) -> Finding {
    switch outcome(needs, against: lexicon.weights.enoughToRefuse) {
    case .supplied(let facet, let side):
      return make(
        .mustHaveMet, statement, facet, supplies.quotes(facet, side),
        why: Wordings.fed(pole(facet, side)))
    case .opposed(let facet, let side):
      return make(
        .mustHaveBroken, statement, facet, supplies.quotes(facet, side.opposite),
        why: Wordings.conflict(wanted: pole(facet, side), offered: pole(facet, side.opposite)),
        ask: pole(facet, side)?.ask)
    case .both(let supplied, let opposed): return unclear(statement, supplied, opposed)
    case .subject(let quote):
      return make(.mustHaveMet, statement, nil, [quote], why: Wordings.subject)
    case .denied(let quote):
      return make(
        .mustHaveBroken, statement, nil, [quote], why: Wordings.denied,
        ask: Wordings.askAbout(statement))
    case .silent: return silent(.unclear, statement, needs)
    }
  }

  /// A deal-breaker names what would be refused, so finding it breaks the deal.
  private func dealBreaker(_ statement: Statement, _ needs: Needs) -> Finding {
    switch outcome(needs, isAverse: true, against: lexicon.weights.enoughToRefuse) {
    case .supplied(let facet, let side):
      return make(
        .mustHaveBroken, statement, facet, supplies.quotes(facet, side),
        why: Wordings.dealBreaker(pole(facet, side)), ask: pole(facet, side)?.ask)
    case .opposed(let facet, let side):
      return make(
        .mustHaveMet, statement, facet, supplies.quotes(facet, side.opposite),
        why: Wordings.fed(pole(facet, side.opposite)))
    case .both(let supplied, let opposed): return unclear(statement, supplied, opposed)
    case .subject(let quote):
      return make(.mustHaveBroken, statement, nil, [quote], why: Wordings.dealBreakerSubject)
    case .denied(let quote):
      return make(.mustHaveMet, statement, nil, [quote], why: Wordings.denied)
    case .silent: return silent(.unclear, statement, needs)
    }
  }
}
