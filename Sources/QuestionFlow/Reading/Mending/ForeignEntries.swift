import Phrases
import Yams

/// Entries as other tools have them: languages in keys of their own, a matrix as a kind of answer, columns.
extension ScriptReader {
  private static let texts: Set<String> = [
    "ask", "title", "about", "why", "hint", "note", "section", "label", "say", "matrix",
  ]
  private static let suffixed = WrittenForm(
    regex: /([a-z]+)\s*(?:_|-|\.|:{1,2}|\()\s*([a-z]{2})\)?/)

  /// Reports `ask_de` or `ask:de`, beside an `ask` in one language or alone, and reads the text that is meant.
  mutating func reportSuffixed(
    _ key: Node, _ name: String, _ value: Node, _ mapping: Node.Mapping
  ) -> (isReported: Bool, meant: (key: String, value: Node)?) {
    guard let match = name.wholeMatch(of: Self.suffixed), value.scalar != nil,
      Self.texts.contains(String(match.1))
    else { return (false, nil) }
    let stem = String(match.1)
    let all = mapping.compactMap { key, value -> (code: String, key: Node, value: Node)? in
      guard let match = key.scalar?.string.wholeMatch(of: Self.suffixed), match.1 == stem,
        value.scalar != nil
      else { return nil }
      return (String(match.2), key, value)
    }
    guard let first = all.first, first.key.scalar?.string == name else { return (true, nil) }
    let own = mapping[stem]
    var pairs =
      own?.mapping?.map { (name: $0.key.scalar?.string ?? "", text: $0.value.scalar?.string ?? "") }
      ?? own.map { [(name: "en", text: $0.scalar?.string ?? "…")] } ?? []
    for (code, _, value) in all where !pairs.contains(where: { $0.name == code }) {
      pairs.append((code, value.scalar?.string ?? ""))
    }
    if !pairs.contains(where: { $0.name == "en" }) { pairs.insert(("en", "…"), at: 0) }
    let said = FlowText.braces(pairs)
    let line = line(of: key).map { "\($0.prefix { " -".contains($0) })\(stem): \(said)" }
    var mending =
      own.map { saying(said, at: $0) }
      ?? (isWithinFlow(key)
        ? saying(said, at: value, for: stem)
        : line.flatMap { line in key.mark.map { Correction([.line($0.line, line)]) } })
    for (_, key, _) in own == nil ? all.dropFirst() : all[...] {
      mending = mending?.and(without(key, isKey: true))
    }
    report(
      "a text in several languages stands in one place, each with its language", at: key,
      mending: mending)
    return (
      true,
      own == nil ? (stem, .scalar(Node.Scalar(pairs[0].text, .implicit, .plain, key.mark))) : nil
    )
  }

  /// Reports `de: Warum?` beside the text in English.
  mutating func reportLanguage(
    _ key: Node, _ name: String, _ value: Node, in mapping: Node.Mapping
  ) -> Bool {
    guard Mistakes.known.languages.values.contains(name.lowercased()),
      let text = value.scalar?.string,
      let (head, own) = ["ask", "note", "section", "matrix", "title"]
        .compactMap({ head in mapping[head].map { (head, $0) } }).first,
      let english = own.scalar?.string, !english.isEmpty, english != "null"
    else { return false }
    let said = FlowText.braces([
      (name: "en", text: english), (name: name.lowercased(), text: text),
    ])
    report(
      "a text in several languages stands in one place, each with its language", at: key,
      mending: saying(said, at: own, for: head)?.and(without(key, isKey: true)))
    return true
  }

  private static let matrices: Set<String> = ["matrix", "grid", "table", "battery"]

  /// The matrix that an item with rows is, where its kind of answer says so, which is reported.
  mutating func matrixMeant(_ mapping: Node.Mapping) -> Node.Mapping? {
    guard let answer = mapping["answer"] ?? mapping["type"], let kind = answer.scalar?.string,
      Self.matrices.contains(Mistakes.plain(kind)), mapping["rows"] != nil,
      let ask = mapping["ask"], let words = ask.scalar?.string
    else { return nil }
    report(
      "a matrix begins with “matrix” and its question; “answer” is what is wanted of each row",
      at: answer,
      mending: saying(Self.plain(words), at: ask, for: "matrix")?.and(
        saying("scale 1..5", at: answer, for: "answer")))
    let pairs = mapping.map { key, value -> (Node, Node) in
      switch key.scalar?.string {
      case "ask": (.scalar(Node.Scalar("matrix", .implicit, .plain, key.mark)), value)
      case "answer", "type": (Node("answer"), Node("scale 1..5"))
      default: (key, value)
      }
    }
    return Node.Mapping(pairs, .implicit, .any, mapping.mark)
  }

  /// Reports the columns of a matrix, which are the options of each row, and its question behind `ask`.
  mutating func reportInMatrix(
    _ key: Node, _ plain: String, _ value: Node, in mapping: Node.Mapping, _ known: [String]
  ) -> (isReported: Bool, meant: (key: String, value: Node)?) {
    guard known.contains("rows") else { return (false, nil) }
    if ["columns", "cols", "options"].contains(plain), mapping["answer"] == nil,
      let list = FlowText.list(value.sequence?.compactMap { $0.scalar?.string } ?? []),
      isFlow(value)
    {
      report(
        "what there is to choose from in each row is “choices”", at: key,
        mending: saying("choice", at: value, for: "answer", with: [("choices", list)]))
      return (true, ("answer", Node("text")))
    }
    if plain == "ask", let own = mapping["matrix"], let name = own.scalar?.string,
      let words = value.scalar?.string, isName(name), mapping["id"] == nil
    {
      report(
        "the question of a matrix stands behind “matrix”, and its name is its “id”", at: key,
        mending: saying(name, at: own, for: "id")?.and(
          saying(Self.plain(words), at: value, for: "matrix")))
      return (true, nil)
    }
    return (false, nil)
  }

  /// Reports rows that stand under `matrix` itself.
  mutating func reportRowsInHead(_ head: Node?, _ node: Node) -> Bool {
    guard let head, let rows = head.mapping, head.scalar == nil,
      rows.keys.contains(where: { ($0.scalar?.string.count ?? 0) != 2 }),
      rows.values.allSatisfy({ $0.scalar != nil })
    else { return false }
    breakRows(head)
    let pairs = rows.map {
      (name: $0.key.scalar?.string ?? "", text: $0.value.scalar?.string ?? "")
    }
    report(
      "behind “matrix” stands what is asked of all rows, which are under “rows”", at: head,
      mending: isFlow(head)
        ? saying("What …?", at: head, with: [("rows", FlowText.braces(pairs))])
        : keyAbove(head, "matrix: What …?\nrows:"))
    return true
  }

  private static let excepted = WrittenForm(
    regex:
      /([\p{L}_][\p{L}\p{N}_]*)\s+(?:except|but\s+not|without|minus|excluding|ohne|außer|-)\s+(?:for\s+)?([\p{L}_][\p{L}\p{N}_]*)/
  )

  /// Reports `from: ways except best`, which a condition says.
  mutating func reportExcept(_ node: Node, isFiltered: Bool) -> Bool {
    guard !isFiltered, let said = node.scalar?.string.trimmingWhitespace(),
      let match = said.wholeMatch(of: Self.excepted),
      scope.known(String(match.1))?.hasElements == true, scope.known(String(match.2)) != nil
    else { return false }
    report(
      "“from” names the list alone; what is left out of it is said by “where”", at: node,
      mending: saying(String(match.1), at: node, with: [("where", "element != \(match.2)")]))
    return true
  }

  /// Labels that stand under their languages, each under its point instead; `nil` where they do not.
  func labelsByPoint(_ labels: Node.Mapping) -> [(name: String, text: String)]? {
    let languages = labels.compactMap { key, value -> (code: String, words: Node.Mapping)? in
      guard let code = key.scalar?.string, code.count == 2, code.allSatisfy(\.isLetter),
        let words = value.mapping
      else { return nil }
      return (code, words)
    }
    guard languages.count == labels.count, let first = languages.first else { return nil }
    return first.words.map { key, _ in
      let point = key.scalar?.string ?? ""
      return (
        point,
        FlowText.braces(
          languages.map { (name: $0.code, text: $0.words[point]?.scalar?.string ?? "…") })
      )
    }
  }
}
