import Phrases
internal import Yams

/// What is wrong with options as a whole: their brackets, commas, dashes or names.
extension ScriptReader {
  struct ChoiceSlip {
    let message: Phrase
    var severity = ScriptFault.Severity.error
    var place: SourcePlace?
    let correction: String?
    /// The line as it should be where something else is meant.
    var other: String?
    /// How many lines it stands for.
    var count = 1
  }

  /// The slip in what stands behind `choices`; `nil` where there is none.
  func slip(inChoices node: Node) -> ChoiceSlip? {
    switch node {
    case .scalar(let scalar): text(scalar.string, at: node)
    case .sequence(let sequence): list(sequence, at: node)
    case .mapping(let mapping): names(mapping, at: node)
    default: nil
    }
  }

  private static let numberInFront = WrittenForm(regex: /^(?:[0-9]+[.)]|[a-z]\))\s*/)
  private static let fromList = WrittenForm(
    regex:
      /(?:(?:same |those |chosen )?(?:from|of|in|as|as in) )?\$?[{\[(]?([\p{L}_][\p{L}\p{N}_]*)[}\])]?/
  )
  private static let orBetween = WrittenForm(regex: /,?\s+(?:or|oder)\s+/)

  /// `red, blue`, `(red, blue)`, or words below each other without dashes.
  private func text(_ text: String, at node: Node) -> ChoiceSlip? {
    let text = text.trimmingWhitespace()
    guard !text.isEmpty, text != "null", let line = line(of: node) else { return nil }
    if let match = text.wholeMatch(of: Self.fromList),
      scope.known(String(match.1))?.hasElements == true
    {
      return ChoiceSlip(
        message: "the options of an earlier answer are named under “from”",
        correction: self.line(of: node, saying: String(match.1), for: "from"))
    }
    if scope.known(text)?.hasElements == true {
      return ChoiceSlip(
        message: "the options of an earlier answer are named under “from”",
        correction: self.line(of: node, saying: text, for: "from"))
    }
    guard line.prefix((node.mark?.column ?? 1) - 1).contains(":") else {
      let indent = String(line.prefix { $0 == " " })
      let below = lines(of: node, from: indent.count).filter { !$0.allSatisfy(\.isWhitespace) }
      let numbered = Self.numberInFront
      let options = below.prefix(20).map { line in
        let bare = line.trimmingWhitespace().replacing(numbered, with: "")
        return "\(indent)- " + (bare.hasSuffix(",") ? String(bare.dropLast()) : bare)
      }
      return ChoiceSlip(
        message: "each option below “choices” begins with a dash",
        correction: options.joined(separator: "\n"), count: below.count)
    }
    let inside = FlowText.inside(text).replacing(Self.orBetween, with: ", ")
    let parts = FlowText.parts(inside, between: Self.marks(of: inside))
    guard parts.count > 1, let list = FlowText.list(parts) else { return nil }
    return ChoiceSlip(
      message: "options on one line stand between [ and ], with commas between",
      correction: self.line(of: node, saying: list, for: "choices"))
  }

  private static func marks(of text: String) -> Set<Character> {
    for mark: Character in [",", ";", "|", "/"] where text.contains(mark) { return [mark] }
    return [","]
  }

  private func list(_ sequence: Node.Sequence, at node: Node) -> ChoiceSlip? {
    if sequence.count == 1, let only = sequence.first?.scalar?.string, isFlow(node),
      only.contains(where: { ";|/".contains($0) })
    {
      let parts = FlowText.parts(only, between: Self.marks(of: only))
      return FlowText.list(parts).map { list in
        ChoiceSlip(
          message: "commas stand between options", correction: line(of: node, saying: list))
      }
    }
    if let slip = withKeys(sequence, at: node) { return slip }
    if let slip = inLanguages(sequence, at: node) ?? withOther(sequence, at: node) { return slip }
    let pairs = sequence.compactMap { child -> (name: String, text: String)? in
      guard let pair = child.mapping?.first, child.mapping?.count == 1,
        let name = pair.key.scalar?.string, let text = pair.value.scalar?.string
      else { return nil }
      return (name, text)
    }
    if isFlow(node), !pairs.isEmpty, pairs.count == sequence.count {
      return ChoiceSlip(
        message: "options with names stand between \("{") and \("}")",
        correction: line(of: node, saying: FlowText.braces(pairs)))
    }
    for child in sequence {
      if let mapping = child.mapping, mapping["label"] != nil { continue }
      if let inner = child.sequence, let line = line(of: child), !isFlow(node) {
        let words = inner.compactMap { $0.scalar?.string }.joined(separator: ", ")
        return ChoiceSlip(
          message: "an option stands without brackets", place: place(of: child),
          correction: line.prefix { $0 == " " || $0 == "-" } + FlowText.quoted(words))
      }
      if let mapping = child.mapping, let slip = named(mapping, child) { return slip }
    }
    return joined(sequence, at: node)
  }

  /// `- {value: never, text: Not at all}`: options whose names and words have keys of their own.
  private func withKeys(_ sequence: Node.Sequence, at node: Node) -> ChoiceSlip? {
    let pairs = sequence.compactMap { child -> (name: String, text: String)? in
      guard let mapping = child.mapping, mapping.count == 2,
        let name = ["id", "name", "value", "key", "code"].compactMap({ mapping[$0]?.scalar?.string }
        )
        .first,
        let text = ["label", "text", "title", "words", "caption", "name"]
          .compactMap({ mapping[$0]?.scalar?.string }).first(where: { $0 != name })
      else { return nil }
      return (isName(name) ? name : Self.slug(text), text)
    }
    guard pairs.count == sequence.count, !pairs.isEmpty else { return nil }
    let message: Phrase = "options with names stand without dashes, such as red: a warm red"
    guard !isFlow(node) else {
      return ChoiceSlip(
        message: message, correction: line(of: node, saying: FlowText.braces(pairs)))
    }
    let lead = line(of: node).map { String($0.prefix { $0 == " " }) } ?? ""
    return ChoiceSlip(
      message: message,
      correction: pairs.map { "\(lead)  \($0.name): \(Self.plain($0.text))" }
        .joined(separator: "\n"),
      count: lines(of: node, from: (node.mark?.column ?? 1) - 1)
        .prefix { !$0.allSatisfy(\.isWhitespace) }.count)
  }

  /// `[{en: Paris, de: Paris}, …]`: options in several languages have names.
  private func inLanguages(_ sequence: Node.Sequence, at node: Node) -> ChoiceSlip? {
    let options = sequence.compactMap { child -> (name: String, label: String)? in
      let pairs = child.mapping?.compactMap { key, value -> (name: String, text: String)? in
        guard let code = key.scalar?.string, code.count == 2, let text = value.scalar?.string else {
          return nil
        }
        return (code, text)
      }
      guard let pairs, pairs.count == child.mapping?.count, let first = pairs.first else {
        return nil
      }
      return (Self.slug(first.text), FlowText.braces(pairs))
    }
    guard options.count == sequence.count, !options.isEmpty else { return nil }
    let message: Phrase = "each option has its own name, and its words in every language behind it"
    guard isFlow(node) else {
      let lead = line(of: node).map { String($0.prefix { $0 == " " }) } ?? ""
      return ChoiceSlip(
        message: message,
        correction: options.map { "\(lead)\($0.name): \($0.label)" }.joined(separator: "\n"),
        count: lines(of: node, from: (node.mark?.column ?? 1) - 1)
          .prefix { !$0.allSatisfy(\.isWhitespace) }.count)
    }
    let all = options.map { "\($0.name): \($0.label)" }.joined(separator: ", ")
    return ChoiceSlip(message: message, correction: line(of: node, saying: "{\(all)}"))
  }

  /// `[stay, leave, other: which?]`: what stands at the end has a key of its own, and else all have names.
  private func withOther(_ sequence: Node.Sequence, at node: Node) -> ChoiceSlip? {
    guard isFlow(node), sequence.contains(where: { $0.scalar != nil }) else { return nil }
    var plain: [String] = []
    var named: [(name: String, text: String)] = []
    for child in sequence {
      if let text = child.scalar?.string {
        plain.append(text)
      } else if let pair = child.mapping?.first, child.mapping?.count == 1,
        let name = pair.key.scalar?.string, let text = pair.value.scalar?.string,
        line(of: child)?.dropFirst((child.mark?.column ?? 1) - 1).first != "{"
      {
        named.append((name, text))
      } else {
        return nil
      }
    }
    guard !named.isEmpty else { return nil }
    if named.allSatisfy({ ["other", "none"].contains($0.name) }) {
      let lead = isWithinFlow(node) ? nil : Optional(indent(of: node))
      let lines = named.map { "\n\(lead ?? "")\($0.name): \(Self.plain($0.text))" }.joined()
      let own = FlowText.list(plain).flatMap { line(of: node, saying: $0) }
      return ChoiceSlip(
        message: "“\(named[0].name)” stands on a line of its own, beside “choices”",
        correction: own.map { $0 + lines })
    }
    let all = sequence.map { child -> (name: String, text: String) in
      if let text = child.scalar?.string { return (Self.slug(text), text) }
      let pair = child.mapping?.first
      return (pair?.key.scalar?.string ?? "", pair?.value.scalar?.string ?? "")
    }
    return ChoiceSlip(
      message: "options have names, all of them or none",
      correction: line(of: node, saying: FlowText.braces(all)))
  }

  private static let listEntry = WrittenForm(regex: /(\s*- +)(.*)/)

  /// `- red: Red`, or a text with a colon in it.
  private func named(_ mapping: Node.Mapping, _ child: Node) -> ChoiceSlip? {
    guard let name = mapping.keys.first?.scalar?.string, let line = line(of: child) else {
      return nil
    }
    let match = line.wholeMatch(of: Self.listEntry)
    if name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) {
      return ChoiceSlip(
        message: "options with names stand without dashes, such as red: a warm red",
        place: place(of: child),
        correction: isFlow(child) ? nil : line.replacing("- ", with: "", maxReplacements: 1),
        other: match.map { "\($0.1)\(FlowText.inQuotes($0.2.trimmingWhitespace()))" })
    }
    return ChoiceSlip(
      message: "an option with a colon and a space in it stands in quotation marks",
      place: place(of: child),
      correction: match.map { "\($0.1)\(FlowText.inQuotes($0.2.trimmingWhitespace()))" })
  }

  /// `[Yes, I do, No, I do not]`, whose commas part what belongs together.
  private func joined(_ sequence: Node.Sequence, at node: Node) -> ChoiceSlip? {
    guard isFlow(node), sequence.count > 2 else { return nil }
    let words = sequence.compactMap { $0.scalar?.string }
    let openings = Mistakes.known.openings
    func opens(_ word: String) -> Bool { openings.contains(word.lowercased()) }
    guard words.count == sequence.count, words.contains(where: opens),
      sequence.allSatisfy({ $0.scalar?.style == .plain })
    else { return nil }
    var options: [String] = []
    var index = 0
    while index < words.count {
      if opens(words[index]) {
        guard index + 1 < words.count, !opens(words[index + 1]) else { return nil }
        options.append("\(words[index]), \(words[index + 1])")
        index += 2
      } else {
        options.append(words[index])
        index += 1
      }
    }
    guard options.count > 1 else { return nil }
    return ChoiceSlip(
      message:
        "a comma ends an option, so these are \(words.count) options; one with a comma in it stands in quotation marks",
      severity: .warning, correction: FlowText.list(options).flatMap { line(of: node, saying: $0) })
  }

  private static let valueSign = WrittenForm(regex: /\s*(?:=|->|→)\s*/)

  private func names(_ mapping: Node.Mapping, at node: Node) -> ChoiceSlip? {
    let languages = mapping.compactMap { key, value -> (String, [String])? in
      guard let code = key.scalar?.string, code.count == 2,
        let words = value.sequence?.compactMap({ $0.scalar?.string })
      else { return nil }
      return (code, words)
    }
    if languages.count == mapping.count, languages.count > 1, let first = languages.first {
      let options = first.1.indices.map { index in
        let labels = languages.map { ($0.0, $0.1.indices.contains(index) ? $0.1[index] : "…") }
        return
          "\(Self.slug(first.1[index])): \(FlowText.braces(labels.map { (name: $0.0, text: $0.1) }))"
      }
      return ChoiceSlip(
        message: "each option has its own name, and its words in every language behind it",
        correction: line(of: node, saying: "{\(options.joined(separator: ", "))}"))
    }
    guard isFlow(node), let line = line(of: node), let mark = node.mark else { return nil }
    let bare = mapping.filter {
      $0.value.scalar.map { $0.string.isEmpty || $0.string == "null" } == true
    }
    .compactMap { $0.key.scalar?.string }
    guard !bare.isEmpty else { return nil }
    guard bare.count == mapping.count else {
      return ChoiceSlip(
        message: "inside { } a comma ends a text; one with a comma in it stands in quotation marks",
        correction: FlowText.mapping(String(line.dropFirst(mark.column - 1)))
          .map { line.prefix(mark.column - 1) + $0 })
    }
    let pairs = bare.compactMap { word -> (name: String, text: String)? in
      let parts = word.replacing(Self.valueSign, with: " ", maxReplacements: 1)
        .split(separator: " ", maxSplits: 1).map(String.init)
      return parts.count == 2 && isName(parts[0]) ? (parts[0], parts[1]) : nil
    }
    if pairs.count == bare.count {
      return ChoiceSlip(
        message: "a colon stands between the name of an option and its words",
        correction: self.line(of: node, saying: FlowText.braces(pairs)))
    }
    return ChoiceSlip(
      message: "options without names stand between [ and ]",
      correction: FlowText.list(bare).flatMap { self.line(of: node, saying: $0) })
  }
}
