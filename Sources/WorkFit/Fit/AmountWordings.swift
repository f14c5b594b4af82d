import Phrases

/// What is said of amounts, as `Lexicon/wordings.yaml` has it.
struct AmountWordings: LexiconPart {
  private let pair, alone, converted, distance, lacks, asked, amount: String
  private let reasons: [AmountComparison.Reason: String]
  private let names, doubts, lacking, units, spans: [AmountKind: String]
  private let words: PhraseBook

  private enum CodingKeys: String, CodingKey {
    case pair, alone, converted, distance, lacks, asked, amount, reasons, names, units, spans
    case doubts = "ask"
    case lacking = "ask_lacking"
  }

  init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    func sentence(_ key: CodingKeys) throws -> String {
      try file.decode(Sentence.self, forKey: key).text
    }
    func table(_ key: CodingKeys) throws -> [AmountKind: String] {
      try file.decode([AmountKind: Sentence].self, forKey: key).mapValues(\.text)
    }
    words = decoder.words
    (pair, alone, amount) = (try sentence(.pair), try sentence(.alone), try sentence(.amount))
    (converted, distance) = (try sentence(.converted), try sentence(.distance))
    (lacks, asked) = (try sentence(.lacks), try sentence(.asked))
    reasons = try file.decode([AmountComparison.Reason: Sentence].self, forKey: .reasons)
      .mapValues(\.text)
    names = try table(.names)
    doubts = try table(.doubts)
    lacking = try table(.lacking)
    units = try table(.units)
    spans = try table(.spans)
  }

  /// Both amounts, and what was converted.
  func sentences(_ verdict: AmountVerdict) -> [String] {
    var sentences: [String] = []
    if let ground = verdict.grounds.first {
      sentences.append(
        Self.filled(
          pair,
          ["yours": verdict.claim.words, "here": ground.words, "line": String(ground.line)]))
    } else {
      sentences.append(Self.filled(alone, ["yours": verdict.claim.words]))
    }
    if let amount = verdict.converted {
      sentences.append(Self.filled(converted, ["amount": text(amount)]))
    }
    if let kilometres = verdict.distance, kilometres >= 1 {
      sentences.append(Self.filled(distance, ["km": words.number(kilometres.rounded())]))
    }
    return sentences
  }

  /// That the posting does not name what is required.
  func lacks(_ claim: Claim) -> String {
    Self.filled(lacks, ["yours": claim.words, "what": names[claim.kind] ?? claim.kind.rawValue])
  }

  /// What to ask where amounts do not decide.
  func ask(_ verdict: AmountVerdict) -> String? {
    if let reason = verdict.reason.flatMap({ reasons[$0] }) {
      return Self.filled(
        reason,
        [
          "yours": verdict.claim.words, "here": verdict.grounds.first?.words ?? "",
          "km": words.number((verdict.distance ?? 0).rounded()),
        ])
    }
    return doubts[verdict.claim.kind]
      ?? Self.filled(asked, ["what": names[verdict.claim.kind] ?? verdict.claim.kind.rawValue])
  }

  /// What to ask where the posting names nothing of the kind.
  func lacking(_ kind: AmountKind) -> String? {
    lacking[kind] ?? Self.filled(asked, ["what": names[kind] ?? kind.rawValue])
  }

  private static func filled(_ sentence: String, _ words: [String: String]) -> String {
    // The words of others are put in last, so that nothing in them is taken for a place to fill.
    var rest = sentence[...]
    var filled = ""
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let key = String(rest[rest.index(after: open)..<close])
      filled +=
        words[key].map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        ?? "{\(key)}"
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private func text(_ amount: (Interval, unit: String, per: String?)) -> String {
    let interval = amount.0
    let numbers = [interval.low, interval.high].filter(\.isFinite).map { words.number($0) }
    let filled = Self.filled(
      self.amount,
      [
        "unit": units[AmountKind(amount.unit)] ?? "",
        "number": (interval.isPoint ? Array(numbers.prefix(1)) : numbers).joined(separator: "–"),
        "span": amount.per.flatMap { spans[AmountKind($0)] } ?? "",
      ])
    return filled.split(separator: " ").joined(separator: " ")
  }
}
