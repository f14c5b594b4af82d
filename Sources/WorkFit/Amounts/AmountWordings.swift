internal import Foundation

/// What is said of amounts, as `Lexicon/wordings.yaml` has it.
struct AmountWordings: LexiconPart {
  private let pair, alone, converted, distance, lacks, asked: String
  private let reasons: [AmountComparison.Reason: String]
  private let names, doubts, lacking, units, spans: [AmountKind: String]

  private enum CodingKeys: String, CodingKey {
    case pair, alone, converted, distance, lacks, asked, reasons, names, units, spans
    case doubts = "ask"
    case lacking = "ask_lacking"
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
      sentences.append(Self.filled(converted, ["amount": Self.amount(amount, units, spans)]))
    }
    if let kilometres = verdict.distance, kilometres >= 1 {
      sentences.append(Self.filled(distance, ["km": Self.number(kilometres.rounded())]))
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
          "km": Self.number((verdict.distance ?? 0).rounded()),
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

  private static func amount(
    _ amount: (Interval, unit: String, per: String?), _ units: [AmountKind: String],
    _ spans: [AmountKind: String]
  ) -> String {
    let interval = amount.0
    let unit = units[AmountKind(amount.unit)].map { $0 + " " } ?? ""
    let per = amount.per.flatMap { spans[AmountKind($0)] }.map { " " + $0 } ?? ""
    let numbers = [interval.low, interval.high].filter(\.isFinite).map { number($0) }
    return unit + (interval.isPoint ? Array(numbers.prefix(1)) : numbers).joined(separator: "–")
      + per
  }

  /// Thousands parted by commas, two decimals where there are any below a hundred.
  private static func number(_ number: Double) -> String {
    guard abs(number) < 1e15 else { return String(number) }
    let isWhole = number == number.rounded() || abs(number) >= 100
    let text = String(format: isWhole ? "%.0f" : "%.2f", number)
    let parts = text.split(separator: ".")
    var digits = Array(parts.first ?? "0")
    var place = digits.count - 3
    while place > (digits.first == "-" ? 1 : 0) {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits) + (parts.count > 1 ? "." + parts[1] : "")
  }
}
