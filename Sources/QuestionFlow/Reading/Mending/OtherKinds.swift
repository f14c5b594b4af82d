import Phrases

/// A kind of answer as somebody wrote it who knows other tools, or with what belongs on a line of its own.
struct OtherKinds {
  /// What is said; `nil` where the plain sentence does.
  private(set) var message: Phrase?
  /// What stands behind `answer`, and the lines that belong below it; `nil` where nothing is recognized.
  private(set) var lines: [String]?

  init(_ text: String) {
    if let found = Self.tabled(text) {
      lines = found
    } else if let match = text.wholeMatch(of: Self.fromList) {
      lines = [match.1.hasSuffix("s") ? "choices" : "choice", "from: \(match.2)"]
      message = "the options of an earlier answer are named under “from”"
    } else if let top = Self.firstFew(text) {
      lines = [top]
    } else if let found = Self.alone(text) {
      lines = [found]
      message = "nothing stands behind “\(found)”"
    } else if let found = Self.withRequired(text) {
      lines = found
      message = "whether an answer is required stands on a line of its own"
    } else if let found = Self.withOptions(text) {
      lines = found
      message = "the options stand on a line of their own, under “choices”"
    } else if let found = Self.withBounds(text) {
      lines = found
      message = "how many there may be stands on a line of its own"
    } else if let found = Self.ranking(text) ?? Self.scale(text) ?? Self.withRange(text) {
      lines = [found]
    }
  }

  private static let few = WrittenForm(
    regex:
      /(?:the\s+)?(?:top|first|best)\s+([\p{L}]+|[0-9]+)\s+(?:of|from|in)\s+([\p{L}_][\p{L}\p{N}_]*)/
  )

  /// `top 2 of wishes`.
  private static func firstFew(_ text: String) -> String? {
    guard let match = text.wholeMatch(of: few), let count = Mistakes.number(String(match.1)) else {
      return nil
    }
    return "rank top \(NumberAnswer.spoken(count)) of \(match.2)"
  }

  private static let withLength = WrittenForm(
    regex: /(long text|text|date|yes or no|person|posting)\s*[(\[]?(?:max\s+|up to\s+)?[0-9]+[^,]*/)

  /// `long text 500`.
  private static func alone(_ text: String) -> String? {
    text.wholeMatch(of: Self.withLength).map { String($0.1) }
  }

  private static let fromList = WrittenForm(
    regex: /(choices?|choose|select) (?:one |some )?(?:from|of|out of) ([\p{L}_][\p{L}\p{N}_]*)/)

  private static func tabled(_ text: String) -> [String]? {
    let meant =
      Mistakes.known.kinds[Mistakes.plain(text)] ?? Mistakes.known.kinds[text.lowercased()]
    if let meant = meant?.words.first { return meant.split(separator: "\n").map(String.init) }
    return AnswerKind.names.first { $0 == Mistakes.plain(text) }.map { [$0] }
  }

  /// Whether a text is a kind by itself.
  private static func isKind(_ text: String) -> Bool {
    AnswerKind.names.contains(text) || text.hasPrefix("scale ") || text.hasPrefix("number ")
  }

  private static func kind(_ text: String) -> String? {
    isKind(text) ? text : tabled(text)?.first
  }

  private static let withDuty = WrittenForm(
    regex: /(.+?)[ ,;(\[]+(required|mandatory|optional)[)\]]?/)

  private static func withRequired(_ text: String) -> [String]? {
    guard
      let match = text.wholeMatch(of: Self.withDuty),
      let kind = kind(String(match.1))
    else { return nil }
    return [kind, "required: \(match.2 == "optional" ? "no" : "yes")"]
  }

  private static let enclosedOptions = WrittenForm(
    regex: /(choices?|rank(?:ing)?|[\p{L} -]+?)\s*(?:of|from|between|:)?\s*[\[({](.+)[\])}]/)
  private static let openOptions = WrittenForm(
    regex: /(choices?|rank)(?:\s+(?:of|from|between))?\s*:?\s+(.+)/)

  /// `choice [red, blue]`, `choice: red or blue`, `yes or no or maybe`.
  private static func withOptions(_ text: String) -> [String]? {
    if let match = text.wholeMatch(
      of: Self.enclosedOptions),
      let kind = kind(String(match.1)) ?? (match.1.hasPrefix("rank") ? "rank" : nil),
      ["choice", "choices", "rank"].contains(kind)
    {
      return list(match.2).map { [kind, "choices: \($0)"] }
    }
    if let match = text.wholeMatch(of: Self.openOptions),
      match.2.contains(where: { ",;|/".contains($0) }) || match.2.contains(" or ")
    {
      return list(match.2).map { [String(match.1), "choices: \($0)"] }
    }
    let parts = parts(text)
    guard parts.count > 1, parts.allSatisfy({ !isKind($0) && $0.count < 60 }) else { return nil }
    return FlowText.list(parts).map { ["choice", "choices: \($0)"] }
  }

  private static func list(_ text: Substring) -> String? { FlowText.list(parts(String(text))) }

  private static func parts(_ text: String) -> [String] {
    text.replacing(" or ", with: ",")
      .split { ",;|/".contains($0) }.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }

  private static let boundedList = WrittenForm(regex: /(lists?|choices|choose)\s+(.+)/)

  /// `list 3..5`, `choices 2-3`.
  private static func withBounds(_ text: String) -> [String]? {
    guard let match = text.wholeMatch(of: Self.boundedList),
      let range = WrittenRange(String(match.2)).spoken(from: 1, to: 10)
    else { return nil }
    let isList = match.1.hasPrefix("list")
    let written = WrittenRange(String(match.2))
    if !isList, written.isOpen, let count = written.low {
      return ["choices", "pick: \(NumberAnswer.spoken(count))"]
    }
    return [isList ? "list" : "choices", "between: \(range)"]
  }

  /// `ranking of wishes`, `order wishes`.
  private static func ranking(_ text: String) -> String? {
    guard
      let match = text.wholeMatch(
        of:
          /(?:rank(?:ing|ed)?|order(?:ing)?|sort)(?:\s+list)?(?:\s+of)?(?:\s+the)?\s+([\p{L}_][\p{L}\p{N}_]*)/
      )
    else { return nil }
    return "rank \(match.1)"
  }

  /// `1-5`, `5-point scale`, `rating 1 to 5`, `likert`.
  private static func scale(_ text: String) -> String? {
    let words = text.lowercased()
    let isScale =
      ["scale", "rating", "likert", "stars", "slider", "rate"].contains { words.contains($0) }
      || words.allSatisfy { $0.isNumber || "-–. to".contains($0) }
    let written = WrittenRange(text)
    guard isScale, written.low != nil || written.high != nil else { return nil }
    if written.isOpen {
      return "scale 1..\(NumberAnswer.spoken(written.high ?? written.low ?? 5))"
    }
    return written.spoken(from: 1, to: 5).map { "scale \($0)" }
  }

  /// `integer 1..5`, where the first word has another name here.
  private static func withRange(_ text: String) -> String? {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = tabled(parts[0])?.first,
      let head = kind.split(separator: " ").first, ["number", "scale"].contains(head)
    else { return nil }
    return WrittenRange(parts[1]).spoken(from: 0, to: 100).map { "\(head) \($0)" }
  }
}

extension AnswerKind {
  /// The kinds that are written as a name alone.
  static var names: [String] {
    all.map { $0.name } + ["yes/no"]
  }
}
