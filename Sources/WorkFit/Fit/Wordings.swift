/// Every sentence that a fit-check says, in one place.
enum Wordings {
  static func fed(_ pole: Facet.Pole?) -> String {
    "This speaks of \(pole?.name ?? "it")."
  }

  static func conflict(wanted: Facet.Pole?, offered: Facet.Pole?) -> String {
    "You asked for \(wanted?.name ?? "this"); this speaks of \(offered?.name ?? "the opposite")."
  }

  static func both(_ one: Facet.Pole?, _ other: Facet.Pole?) -> String {
    "The posting speaks both of \(one?.name ?? "this") and of \(other?.name ?? "its opposite"), so it does not settle the matter."
  }

  static let denied = "The posting uses your words, and says that this is not part of it."

  static let subject = "These are your own words, in the posting."

  static func notMentioned(_ pole: Facet.Pole) -> String {
    "I looked for \(pole.name), or the opposite, and found neither said clearly."
  }

  static func notUnderstood(looksForWords: Bool) -> String {
    looksForWords
      ? "I could not tell which side of the work these words are about, and the posting does not use them. /teach says it for me: in other words, or by the name of a side that “nextmove facets” lists."
      : "I could not tell what in a posting these words would show in. Said differently, they might be found; or /teach links them to a side that “nextmove facets” lists."
  }

  static func askAbout(_ statement: Statement) -> String {
    "Where in an ordinary week would I meet “\(statement.text)” here?"
  }

  static func drain(_ pole: Facet.Pole?) -> String {
    "This speaks of \(pole?.name ?? "it"), which you said drains you."
  }

  static let drainSubject = "These are the words you used for what drains you."

  static func strengthUsed(_ pole: Facet.Pole?, tires: Bool) -> String {
    strength(
      pole.map { "The job asks for it: this speaks of \($0.name)" }
        ?? "The job asks for it in your words", tires: tires)
  }

  static func strengthOfSameKind(tires: Bool) -> String {
    strength("The job asks for it: this is work of the same kind", tires: tires)
  }

  private static func strength(_ use: String, tires: Bool) -> String {
    tires ? "\(use), and you said that you are tired of it." : "\(use)."
  }

  static let strengthIdle = "Nothing in the posting asks for it."

  static func dealBreaker(_ pole: Facet.Pole?) -> String {
    "You said you would refuse this; the posting speaks of \(pole?.name ?? "it")."
  }

  static let dealBreakerSubject = "You said you would refuse this, and the posting names it."

  // MARK: - The verdict

  /// The verdict as a candid friend would say it, naming at most two things that decide it.
  static func verdict(
    _ verdict: Verdict, legibility: Legibility, findings: [Finding], confidence: Double
  ) -> String {
    let against = findings.filter { [.mustHaveBroken, .conflict, .drain].contains($0.kind) }
      .sorted { rank($0) < rank($1) }
    let goods = findings.filter { [.fed, .mustHaveMet].contains($0.kind) }
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

  private static func start(_ hedge: String, _ sentence: String) -> String {
    let whole = hedge + sentence
    return whole.prefix(1).uppercased() + whole.dropFirst()
  }

  /// Deal-breakers before conflicts before drains, then by the person's own order.
  private static func rank(_ finding: Finding) -> Int {
    let group: Int =
      switch finding.kind {
      case .mustHaveBroken: finding.statement.role == .dealBreaker ? 0 : 1
      case .conflict, .fed: 2
      default: 3
      }
    return group * 1_000 + finding.statement.rank
  }

  private static func runsAgainst(_ findings: [Finding]) -> String {
    let parts = grouped(findings) { role in
      switch role {
      case .dealBreaker: "brings what you would refuse, "
      case .drain: "is full of what drains you, "
      default: "runs against "
      }
    }
    return parts.isEmpty ? "asks for what tires you" : parts
  }

  private static func listed(_ findings: [Finding]) -> String {
    let parts = grouped(findings) { $0 == .dealBreaker ? "freedom from " : "" }
    return parts.isEmpty ? "something of yours" : parts
  }

  /// The two findings that matter most, those of one role under one lead.
  private static func grouped(_ findings: [Finding], lead: (Role) -> String) -> String {
    let two = Array(findings.prefix(2))
    let leads = two.map { lead($0.statement.role) }
    return two.indices.map { index in
      let isLed = index > 0 && leads[index] == leads[index - 1]
      let words = (isLed ? "" : leads[index]) + "“\(short(two[index].statement.text))”"
      guard index > 0 else { return words }
      // An apposition before another verb is closed by a comma.
      return (!isLed && leads[0].hasSuffix(", ") ? ", and " : " and ") + words
    }.joined()
  }

  private static func reservation(_ findings: [Finding]) -> String {
    findings.isEmpty ? "" : ", though it \(runsAgainst(Array(findings.prefix(1))))"
  }

  private static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 70 ? line : line.prefix(69) + "…"
  }
}
