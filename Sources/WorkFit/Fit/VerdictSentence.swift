/// The sentence that a fit-check comes to.
struct VerdictSentence {
  let findings: [Finding]
  let confidence: Double

  /// The verdict as a candid friend would say it, naming at most two things that decide it.
  func text(_ verdict: Verdict, _ legibility: Legibility) -> String {
    let against = findings.filter(\.kind.isAgainst)
      .sorted { rank($0) < rank($1) }
    let goods = findings.filter { [.fed, .mustHaveMet, .drainAbsent].contains($0.kind) }
      .sorted { rank($0) < rank($1) }
    let hedge = confidence < 0.5 ? "As far as this posting shows, " : ""
    switch verdict {
    case .impressiveButDraining:
      return start(
        hedge, "it looks impressive, and it would likely wear you down: it \(runsAgainst(against))."
      )
    case .quietAndDraining:
      return start(
        hedge,
        "it does not shine, and it \(runsAgainst(against)), so I see little reason to pursue it.")
    case .impressiveAndEnergizing:
      return start(
        hedge,
        "it looks impressive and, for once, the work itself seems to be yours: it offers \(listed(goods))\(reservation(against))."
      )
    case .quietButEnergizing:
      return start(
        hedge,
        "it makes no show of itself, but it offers what gives you energy: \(listed(goods))\(reservation(against))."
      )
    case .mixed:
      switch (goods.isEmpty, against.isEmpty) {
      case (false, false):
        return start(
          hedge,
          "it could go either way: it offers \(listed(goods)), and it \(runsAgainst(against)).")
      case (false, true):
        return start(
          hedge, "it offers \(listed(goods)), and says too little about the rest to call it.")
      case (true, false):
        return start(
          hedge, "it \(runsAgainst(against)), though not so much that I would rule it out.")
      case (true, true):
        return start(hedge, "nothing in it speaks clearly for you or against you.")
      }
    case .notEnoughToTell:
      return switch legibility {
      case .tooShort: "There is too little text here to tell; paste the whole posting."
      case .otherLanguage:
        "This does not seem to be in English, the only language that I read, so I will not judge it."
      case .notAPosting:
        "This hardly speaks about work, so there is not enough to tell; is it the posting itself?"
      case .posting:
        "The posting says too little about what matters to you to tell; the questions below would settle it."
      }
    }
  }

  private func start(_ hedge: String, _ sentence: String) -> String {
    let whole = hedge + sentence
    return whole.prefix(1).uppercased() + whole.dropFirst()
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
    let parts = grouped(findings) { role in
      switch role {
      case .dealBreaker: "brings what you would refuse, "
      case .drain: "is full of what drains you, "
      default: "runs against "
      }
    }
    return parts.isEmpty ? "asks for what tires you" : parts
  }

  private func listed(_ findings: [Finding]) -> String {
    let parts = grouped(findings) { [.dealBreaker, .drain].contains($0) ? "freedom from " : "" }
    return parts.isEmpty ? "something of yours" : parts
  }

  /// The two findings that matter most, those of one role under one lead.
  private func grouped(_ findings: [Finding], lead: (Role) -> String) -> String {
    let two = Array(findings.prefix(2))
    let leads = two.map { lead($0.statement.role) }
    return two.indices.map { index in
      let isLed = index > 0 && leads[index] == leads[index - 1]
      let words = (isLed ? "" : leads[index]) + "“\(Self.short(two[index].statement.text))”"
      guard index > 0 else { return words }
      // An apposition before another verb is closed by a comma.
      return (!isLed && leads[0].hasSuffix(", ") ? ", and " : " and ") + words
    }.joined()
  }

  private func reservation(_ findings: [Finding]) -> String {
    findings.isEmpty ? "" : ", though it \(runsAgainst(Array(findings.prefix(1))))"
  }

  static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 70 ? line : line.prefix(69) + "…"
  }
}
