/// What a fit-check comes to, as a candid friend would say it: what looks good, what it would cost, and what to ask.
struct VerdictSentence {
  let findings: [Finding]
  let shine: Shine
  let confidence: Double
  let weights: Weights
  let words: VerdictWordings

  /// The verdict, naming at most two things that decide it, in the person's words and the posting's.
  func text(_ verdict: Verdict, _ legibility: Legibility) -> String {
    switch legibility {
    case .tooShort: return capitalized(words.text(.tooShort))
    case .otherLanguage: return capitalized(words.text(.otherLanguage))
    case .notAPosting: return capitalized(words.text(.notAPosting))
    case .posting: break
    }
    if verdict == .notEnoughToTell, 2 * findings.count(where: \.isForeign) > findings.count {
      return capitalized(words.text(.ownWordsInAnother))
    }
    let sentences = [judged(verdict)] + (shine.isShining ? looks : []) + questions(verdict)
    return sentences.map(capitalized).joined(separator: " ")
  }

  private var against: [Finding] {
    findings.filter { $0.stance == .against }.sorted { rank($0) < rank($1) }
  }

  private var goods: [Finding] {
    findings.filter { $0.stance == .for && $0.statement.role != .strength }
      .sorted { rank($0) < rank($1) }
  }

  private func judged(_ verdict: Verdict) -> String {
    let values = [
      "against": runsAgainst(Array(against.prefix(2))), "goods": listed(goods),
      "but": reservation,
    ]
    let part: VerdictWordings.Part
    switch verdict {
    case .impressiveButDraining: part = .impressiveButDraining
    case .quietAndDraining: part = .quietAndDraining
    case .impressiveAndEnergizing: part = .impressiveAndEnergizing
    case .quietButEnergizing: part = .quietButEnergizing
    case .mixed:
      switch (goods.isEmpty, against.isEmpty) {
      case (false, false): part = .mixedBoth
      case (false, true): part = .mixedGoods
      case (true, false): part = .mixedAgainst
      case (true, true): part = .mixedNeither
      }
    case .notEnoughToTell: return words.text(shine.isShining ? .unknownButShining : .unknown)
    }
    return (confidence < weights.verdict.sureFrom ? words.text(.hedge) : "")
      + words.text(part, values)
  }

  /// What looks good: the first line of the two strongest signals.
  private var looks: [String] {
    var seen: Set<String> = []
    let first = shine.signals.filter { seen.insert($0.signal).inserted }.map(\.quote.text)
    var quotes: [String] = []
    for quote in first.map(Self.unstopped) where !quotes.contains(quote) { quotes.append(quote) }
    guard !quotes.isEmpty else { return [] }
    let shown = quotes.prefix(2).map { words.text(.shown, ["quote": $0]) }
    return [words.text(.looks, ["looks": shown.joined(separator: words.text(.and))])]
  }

  /// What to ask before saying yes, or what would settle it.
  private func questions(_ verdict: Verdict) -> [String] {
    switch verdict {
    case .impressiveButDraining, .impressiveAndEnergizing, .mixed:
      guard let ask = against.lazy.compactMap(\.ask).first else { return [] }
      return [words.text(.before, ["ask": ask])]
    case .notEnoughToTell:
      let asks = open
      guard let first = asks.first else { return [] }
      guard asks.count > 1 else { return [words.text(.settleOne, ["ask": first])] }
      return [words.text(.settleTwo, ["ask": first, "other": asks[1]])]
    case .quietAndDraining, .quietButEnergizing: return []
    }
  }

  /// The questions that are open, that of the statement with most at stake first.
  private var open: [String] {
    var seen: Set<String> = []
    return findings.enumerated().filter { !$0.element.kind.isAsserted }
      .sorted {
        let (one, other) = (
          Energy.stake(of: $0.element.statement, weights.energy),
          Energy.stake(of: $1.element.statement, weights.energy)
        )
        return one != other ? one > other : $0.offset < $1.offset
      }
      .compactMap(\.element.ask).filter { seen.insert($0).inserted }
  }

  private func capitalized(_ sentence: String) -> String {
    sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  /// Deal-breakers before conflicts before drains, then by the person's own order.
  private func rank(_ finding: Finding) -> Int {
    let group: Int =
      switch finding.kind {
      case .mustHaveBroken: finding.statement.role == .dealBreaker ? 0 : 1
      case .conflict, .fed: 2
      default: 3
      }
    return group * 1_000 + finding.statement.rank
  }

  private func runsAgainst(_ findings: [Finding]) -> String {
    let parts = grouped(findings, quotes: true) { statement in
      switch statement.role {
      case .dealBreaker: words.text(.againstDealBreaker)
      case .drain: words.text(.againstDrain)
      case .strength where statement.tires: words.text(.againstDrain)
      default: words.text(.againstOther)
      }
    }
    return parts.isEmpty ? words.text(.againstNothing) : parts
  }

  private func listed(_ findings: [Finding]) -> String {
    let parts = grouped(Array(findings.prefix(2)), quotes: false) {
      $0.role.isUnwanted ? words.text(.goodFreedom) : ""
    }
    return parts.isEmpty ? words.text(.goodNothing) : parts
  }

  /// Findings in their words, those of one role under one lead; the first with the posting's line where asked for.
  private func grouped(_ findings: [Finding], quotes: Bool, lead: (Statement) -> String) -> String {
    let leads = findings.map { lead($0.statement) }
    return findings.indices.map { index in
      let isLed = index > 0 && leads[index] == leads[index - 1]
      let named = (isLed ? "" : leads[index]) + own(findings[index], quotes: quotes && index == 0)
      guard index > 0 else { return named }
      // An apposition before another verb is closed by a comma.
      return (!isLed && leads[0].hasSuffix(", ") ? "," : "") + words.text(.and) + named
    }.joined()
  }

  private func own(_ finding: Finding, quotes: Bool) -> String {
    let text = Self.short(finding.statement.text)
    guard quotes, let quote = finding.evidence.first?.quote else {
      return words.text(.own, ["words": text])
    }
    return words.text(
      .quoted, ["words": text, "line": "\(quote.line)", "quote": Self.short(quote.text)])
  }

  private var reservation: String {
    against.isEmpty
      ? "" : words.text(.but, ["against": runsAgainst(Array(against.prefix(1)))])
  }

  /// Without its full stop: the sentence around it has its own.
  private static func unstopped(_ text: String) -> String {
    let short = short(text)
    return short.hasSuffix(".") ? String(short.dropLast()) : short
  }

  static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 70 ? line : line.prefix(69) + "…"
  }
}
