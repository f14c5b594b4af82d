import Phrases
internal import Yams

/// What is said of keys that are not known where they stand.
extension ScriptReader {
  /// Reports an unknown key with what was meant; `nil` where nothing can be read in its place.
  mutating func reportUnknown(
    _ key: Node, _ name: String, _ value: Node, in mapping: Node.Mapping, _ known: [String]
  ) -> (key: String, value: Node)? {
    let plain = Mistakes.plain(name)
    if let bounds = bounds(plain, in: mapping, known) {
      // Both ends are said in one line.
      if bounds.isFirst {
        report(bounds.message, .error, at: place(of: key), correction: bounds.line)
      }
      return nil
    }
    if let found = withoutColon(key, name, value, known) { return found }
    if let opposite = Mistakes.known.opposites[plain] {
      reportOpposite(opposite, of: name, at: key, value)
      return nil
    }
    let tabled = Mistakes.known.keys[plain]?.words.contains(where: known.contains) == true
    if !tabled, let advice = Mistakes.known.advice[plain] {
      report(
        Phrase(sentence: advice), .error, at: place(of: key),
        correction: otherwise(plain, key, value, mapping) ?? inLanguages(plain, value))
      return nil
    }
    if let nearest = Mistakes.meant(by: name, among: known, Mistakes.known.keys),
      mapping[nearest] == nil || !tabled
    {
      report(
        "unknown key “\(name)”; did you mean “\(nearest)”?", at: key, correcting: (name, nearest))
      return (nearest, value)
    }
    reportElsewhere(key, name, known)
    return nil
  }

  /// A key that is known in another place.
  private mutating func reportElsewhere(_ key: Node, _ name: String, _ known: [String]) {
    let line = line(of: key)?.trimmingWhitespace()
    if Self.itemKeys.contains(name), !known.contains("ask") {
      let inner = known.contains("script") ? "    " : indent(of: key) + "    "
      return report(
        "“\(name)” belongs to a question, beside its “ask”", .error, at: place(of: key),
        correction: line.map { inner + $0 })
    }
    if Self.scriptKeys.contains(name), !known.contains("script") {
      return report(
        "“\(name)” belongs to the script as a whole, at its top", .error, at: place(of: key),
        correction: line)
    }
    report("unknown key “\(name)”; here can stand \(known.joined(separator: ", "))", at: key)
  }

  /// `for each w:`, where what belongs behind the colon stands before it.
  mutating func withoutColon(
    _ key: Node, _ name: String, _ value: Node, _ known: [String]
  ) -> (key: String, value: Node)? {
    guard value.scalar.map({ $0.string.isEmpty || $0.string == "null" }) == true,
      let meant = known.first(where: { name.hasPrefix("\($0) ") })
    else { return nil }
    let rest = name.dropFirst(meant.count).trimmingWhitespace()
    report(
      "the colon stands behind “\(meant)”", .error, at: place(of: key),
      correction: line(of: key, saying: Self.plain(rest), for: meant))
    return (meant, .scalar(Node.Scalar(rest, .implicit, .plain, key.mark)))
  }

  private mutating func reportOpposite(
    _ opposite: String, of name: String, at key: Node, _ value: Node
  ) {
    let said = value.scalar?.string.trimmingWhitespace() ?? ""
    let isNo = ["no", "false"].contains(said.lowercased())
    let meant = opposite.replacing("{value}", with: said)
      .replacing("{opposite}", with: isNo ? "yes" : "no")
    let parts = meant.split(separator: ":", maxSplits: 1).map(String.init)
    let word = parts[0]
    report(
      "there is no “\(name)”; “\(word)” says the opposite", .error, at: place(of: key),
      correction: line(
        of: key, saying: Self.plain(parts.count > 1 ? parts[1].trimmingWhitespace() : ""),
        for: word))
  }

  /// The first question in two languages, where a script names the one that it is written in.
  private func inLanguages(_ plain: String, _ value: Node) -> String? {
    guard plain.hasPrefix("lang") || plain == "locale",
      let code = value.scalar?.string.trimmingWhitespace(), (2...3).contains(code.count),
      let ask = lines[file]?.first(where: { $0.trimmingWhitespace().hasPrefix("ask: ") })
    else { return nil }
    let lead = ask.prefix { $0 == " " }
    let words = ask.trimmingWhitespace().dropFirst(5).trimmingWhitespace()
    guard code != "en", !words.hasPrefix("{") else { return nil }
    return "\(lead)ask: {en: \"…\", \(code): \(FlowText.quoted(words))}"
  }

  /// What stands for `else`: another question, asked where the condition of this one does not hold.
  private func otherwise(
    _ plain: String, _ key: Node, _ value: Node, _ mapping: Node.Mapping
  ) -> String? {
    guard let condition = mapping["when"]?.scalar?.string, ["else", "otherwise"].contains(plain)
    else { return nil }
    let indent = String(indent(of: key).dropLast(2))
    let ask = value.mapping?["ask"]?.scalar?.string ?? value.scalar?.string ?? "…"
    let id = mapping["id"]?.scalar?.string ?? "question"
    return
      "\(indent)- id: \(id)_else\n\(indent)  when: not (\(condition))\n\(indent)  ask: \(Self.plain(ask))"
  }

  // MARK: - Bounds

  private static let lows: Set<String> = ["min", "minimum", "at least", "from number", "low"]
  private static let highs: Set<String> = ["max", "maximum", "at most", "limit", "high"]

  /// `min` and `max`, which stand in one range here.
  private func bounds(_ plain: String, in mapping: Node.Mapping, _ known: [String]) -> (
    message: Phrase, line: String?, isFirst: Bool
  )? {
    let ends = Self.lows.union(Self.highs)
    guard ends.contains(plain), known.contains("between"),
      let answer = mapping["answer"], let kind = answer.scalar?.string.trimmingWhitespace()
    else { return nil }
    func end(_ words: Set<String>) -> String? {
      mapping.first { words.contains(Mistakes.plain($0.key.scalar?.string ?? "")) }?
        .value.scalar?.string.trimmingWhitespace()
    }
    let first = mapping.keys.first { ends.contains(Mistakes.plain($0.scalar?.string ?? "")) }
    let isFirst = Mistakes.plain(first?.scalar?.string ?? "") == plain
    let head = String(kind.prefix { $0 != " " })
    let meant = Mistakes.known.kinds[Mistakes.plain(head)]?.words.first ?? head
    let name = String(meant.prefix { $0 != " " })
    let low = end(Self.lows)
    let high = end(Self.highs)
    guard ["number", "scale"].contains(name) else {
      return (
        "how many there may be is said by “between”",
        line(
          of: first ?? answer, saying: "\(low ?? "1")..\(high ?? "10")", for: "between"), isFirst
      )
    }
    let range = "\(low ?? (name == "scale" ? "1" : "0"))..\(high ?? "100")"
    return (
      "from where to where a number goes is said behind its kind",
      line(of: answer, saying: "\(name) \(range)"), isFirst
    )
  }

  // MARK: - Tags

  private static let conditionKey = WrittenForm(regex: /^\s*(?:- +)*(?:when|if|that|where)\s*:/)

  /// Says so where a text begins with a sign that YAML takes for its own, and drops the word behind it.
  mutating func reportTag(_ node: Node) -> Bool {
    // Most lines have no such sign, and are not looked at any further.
    guard let mark = node.mark, let lines = lines[file], lines.indices.contains(mark.line - 1),
      lines[mark.line - 1].utf8.contains(UInt8(ascii: "!")),
      let line = line(of: node), mark.column - 1 < line.count
    else { return false }
    let rest = line.dropFirst(mark.column - 1)
    guard rest.first == "!" else { return false }
    let text = rest.trimmingWhitespace()
    let isCondition =
      line.firstMatch(of: Self.conditionKey) != nil
    report(
      isCondition
        ? "conditions have no “!”; write “not”"
        : "a text that begins with ! stands in quotation marks, or its first word is lost",
      isCondition || node.scalar?.string.isEmpty != false ? .error : .warning,
      at: place(of: node),
      correction: line.prefix(mark.column - 1)
        + (isCondition
          ? "not \(text.dropFirst().trimmingWhitespace())" : FlowText.inQuotes(text)))
    return isCondition || node.scalar?.string.isEmpty != false
  }
}
