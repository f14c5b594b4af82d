internal import Foundation
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
        report(bounds.message, at: key, mending: bounds.mending)
      }
      return nil
    }
    if let found = withoutColon(key, name, value, known) { return found }
    if let found = reportInvisible(key, name, value, known) { return found }
    if let meant = lineMeant(plain, value, in: mapping, known) {
      return reportLine(key, name, value, meant)
    }
    if reportSeveral(key, plain, value, in: mapping, known) || reportName(key, name, value, known) {
      return nil
    }
    if reportBranch(key, name, value, in: mapping) { return nil }
    let suffixed = reportSuffixed(key, name, value, mapping)
    if suffixed.isReported { return suffixed.meant }
    let inMatrix = reportInMatrix(key, plain, value, in: mapping, known)
    if inMatrix.isReported { return inMatrix.meant }
    // Languages in the column of their key are told with it.
    if name.count == 2, value.scalar != nil,
      mapping.contains(where: { pair in
        known.contains(pair.key.scalar?.string ?? "")
          && pair.value.scalar.map { $0.string.isEmpty || $0.string == "null" } == true
      })
    {
      return nil
    }
    if reportLanguage(key, name, value, in: mapping) { return nil }
    if let found = reportKind(key, plain, value, in: mapping, known) { return found }
    if let opposite = Mistakes.known.opposites[plain] {
      reportOpposite(opposite, of: name, at: key, value)
      return nil
    }
    let tabled = Mistakes.known.keys[plain]?.words.contains(where: known.contains) == true
    if !tabled, let advice = Mistakes.known.advice[plain] {
      let line = otherwise(plain, key, value, mapping)
      let own =
        line.flatMap { line in key.mark.map { Correction([.line($0.line, line)]) } }
        ?? inLanguages(plain, value, key)
      report(
        Phrase(sentence: advice), at: key,
        mending: own ?? asComment(plain, key, value) ?? jumping(plain, key, value))
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
    if known.contains("script"), Self.itemKeys.contains(name), let moved = toQuestion(key, name) {
      return report(
        "“\(name)” belongs to a question, beside its “ask”", at: key, mending: moved)
    }
    if Self.itemKeys.contains(name), !known.contains("ask") {
      let inner = known.contains("script") ? "    " : indent(of: key) + "    "
      return report(
        "“\(name)” belongs to a question, beside its “ask”", at: key,
        mending: isWithinFlow(key) || known.contains("note")
          ? without(key, isKey: true)
          : line.flatMap { line in key.mark.map { Correction([.line($0.line, inner + line)]) } })
    }
    if Self.scriptKeys.contains(name), !known.contains("script") {
      let text = key.mark.flatMap { mark in
        isWithinFlow(key)
          ? self.line(of: key).flatMap { line in
            Self.flowEntry(in: line, at: mark.column).map { String(line[$0]) }
          } : line?.trimmingPrefix("- ").trimmingWhitespace()
      }
      return report(
        "“\(name)” belongs to the script as a whole, at its top", at: key,
        mending: includeStack.isEmpty
          ? text.flatMap { above($0) }?.and(without(key, isKey: true))
          : without(key, isKey: true))
    }
    report(
      "unknown key “\(name)”; here can stand \(known.joined(separator: ", "))", at: key,
      mending: without(key, isKey: true))
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
  private func inLanguages(_ plain: String, _ value: Node, _ key: Node) -> Correction? {
    guard plain.hasPrefix("lang") || plain == "locale",
      let code = value.scalar?.string.trimmingWhitespace(), (2...3).contains(code.count),
      let number = lines[file]?.firstIndex(where: { $0.trimmingWhitespace().hasPrefix("ask: ") }),
      let ask = lines[file]?[number]
    else { return nil }
    let lead = ask.prefix { $0 == " " }
    let words = ask.trimmingWhitespace().dropFirst(5).trimmingWhitespace()
    guard code != "en", !words.hasPrefix("{") else { return nil }
    let said = FlowText.braces([(name: "en", text: "…"), (name: code, text: String(words))])
    return Correction([.line(number + 1, "\(lead)ask: \(said)")]).and(without(key, isKey: true))
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
    message: Phrase, mending: Correction?, isFirst: Bool
  )? {
    let ends = Self.lows.union(Self.highs)
    guard ends.contains(plain), known.contains("between"),
      let answer = mapping["answer"], let kind = answer.scalar?.string.trimmingWhitespace()
    else { return nil }
    func end(_ words: Set<String>) -> String? {
      mapping.first { words.contains(Mistakes.plain($0.key.scalar?.string ?? "")) }?
        .value.scalar?.string.trimmingWhitespace()
    }
    let all = mapping.filter { ends.contains(Mistakes.plain($0.key.scalar?.string ?? "")) }
    let first = all.first?.key
    let isFirst = Mistakes.plain(first?.scalar?.string ?? "") == plain
    let head = String(kind.prefix { $0 != " " })
    let meant = Mistakes.known.kinds[Mistakes.plain(head)]?.words.first ?? head
    let name = String(meant.prefix { $0 != " " })
    let low = end(Self.lows)
    let high = end(Self.highs)
    guard ["number", "scale"].contains(name) else {
      return (
        "how many there may be is said by “between”",
        all.first.flatMap {
          bounded("\(low ?? "1")..\(high ?? "10")", at: $0.value, for: "between", all.dropFirst())
        }, isFirst
      )
    }
    let range = "\(low ?? (name == "scale" ? "1" : "0"))..\(high ?? "100")"
    return (
      "from where to where a number goes is said behind its kind",
      bounded("\(name) \(range)", at: answer, for: nil, all[...]), isFirst
    )
  }

  /// A range where it belongs, and the keys out that said its ends.
  private func bounded(
    _ range: String, at node: Node, for key: String?, _ others: ArraySlice<(key: Node, value: Node)>
  ) -> Correction? {
    guard isWithinFlow(node), let mark = node.mark, var line = line(of: node) else {
      return others.reduce(saying(range, at: node, for: key)) { $0?.and(without($1.value)) }
    }
    // On one line they go from the last to the first, so that what stands before stays where it is.
    for other in others.reversed() where other.value.mark?.line == mark.line {
      guard let column = other.value.mark?.column, let rest = Self.line(line, leavingOut: column)
      else { return nil }
      line = rest
    }
    // The one that stays may have moved to the left by what was left out before it.
    let own = self.line(of: node).flatMap { whole in
      Self.flowEntry(in: whole, at: mark.column).map { String(whole[$0]) }
    }
    guard let own, let place = line.firstRange(of: own) else { return nil }
    let name = key ?? String(own.prefix { $0 != ":" })
    line = line.replacingCharacters(in: place, with: "\(name): \(Self.inFlow(range))")
    return Correction([.line(mark.line, line)])
  }

  /// What is only for the author, behind a number sign.
  private func asComment(_ plain: String, _ key: Node, _ value: Node) -> Correction? {
    guard Mistakes.known.comments.contains(plain), !isWithinFlow(key), let line = line(of: key),
      let mark = key.mark, value.scalar != nil
    else { return nil }
    let lead = line.prefix { $0 == " " }
    guard !line.dropFirst(lead.count).hasPrefix("- ") else { return nil }
    return Correction([.line(mark.line, "\(lead)# \(line.trimmingWhitespace())")])
  }

  /// A jump goes out, and what it would have left out gets a condition.
  private func jumping(_ plain: String, _ key: Node, _ value: Node) -> Correction? {
    let without = without(key, isKey: true)
    guard Mistakes.known.jumps.contains(plain), let here = around.last, let mark = here.mark,
      let next = laterNodes.values.filter({ ($0.mark?.line ?? 0) > mark.line })
        .min(by: { ($0.mark?.line ?? 0) < ($1.mark?.line ?? 0) }),
      next.mapping?["when"] == nil, let id = here.mapping?["id"]?.scalar?.string
    else { return without }
    return without?.and(
      adding("when", "answered(\(id))", to: next, behind: next.mapping?["id"]))
  }

  /// A key of the script as a whole, above its first line.
  private func above(_ text: String) -> Correction? {
    lines[file]?.firstIndex { $0.hasPrefix("items:") }.flatMap { index in
      lines[file].map { Correction([.line(index + 1, "\(text)\n\($0[index])")]) }
    }
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
