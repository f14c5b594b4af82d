import Phrases
internal import Yams

/// Corrections of what is found only when a script is read as a whole.
extension ScriptReader {
  func mended(_ doubt: ScriptAnalysis.Doubt) -> Correction? {
    switch doubt.mending {
    case .saying(let condition, let meant):
      nodes[condition.place].flatMap { with(meant.source(naming: scope.elementNames), at: $0) }
    case .needless(let condition, let items):
      nodes[condition.place].flatMap { needless($0, items) }
    case .without(let condition):
      answeredness(condition) ?? pairNodes[condition.place].map { without($0) }
        ?? nodes[condition.place].flatMap { without($0) }
    case .asking(let item, let quoted):
      asking(item, onceAnswered: quoted, from: doubt.place.file)
    case .bounding(let list):
      placements[list]?.item.place.file == doubt.place.file
        ? entryNodes[list].flatMap {
          adding(
            "between", "1..10", to: $0, behind: answers[list])
        } : nil
    case .translating(let languages):
      nodes[doubt.place].flatMap { translating($0, into: languages) }
    case .trying:
      Correction([.words("try it with “nextmove script simulate”; it can stay as it is")])
    }
  }

  private static let emptiness = WrittenForm(
    regex: /\s*([\p{L}_][\p{L}\p{N}_.]*)\s*(=|!=)\s*(?:''|"")\s*/)

  /// `name = ''`, which asks whether there is an answer.
  private func answeredness(_ condition: Condition) -> Correction? {
    guard let match = condition.source.wholeMatch(of: Self.emptiness),
      let node = nodes[condition.place]
    else { return nil }
    return with("\(match.2 == "=" ? "not " : "")answered(\(match.1))", at: node)
  }

  /// What always holds is left out, or asks only whether there is an answer.
  private func needless(_ node: Node, _ items: [ItemID]) -> Correction? {
    let asked = items.prefix(6).map { "answered(\($0))" }.joined(separator: " and ")
    guard !asked.isEmpty else { return without(node) }
    return with(asked, at: node)?.or(without(node)) ?? without(node)
  }

  /// A condition more for an item.
  private func asking(_ item: ItemID, onceAnswered quoted: ItemID, from file: String)
    -> Correction?
  {
    guard placements[item]?.item.place.file == file, let entry = entryNodes[item] else {
      return nil
    }
    let needed = "answered(\(quoted))"
    guard let when = placements[item]?.item.when, let node = nodes[when.place] else {
      return adding("when", needed, to: entry, behind: entry.mapping?["id"])
    }
    let isLoose = when.source.contains(" or ") || when.source.contains("if(")
    return with(
      isLoose ? "(\(when.source)) and \(needed)" : "\(when.source) and \(needed)", at: node)
  }

  /// A text in one language, or in several, with those that it lacks.
  private func translating(_ node: Node, into languages: [String]) -> Correction? {
    if node.mapping != nil, !isFlow(node) {
      guard let last = node.mapping?.map(\.value).last, let mark = last.mark,
        let line = line(of: last)
      else { return nil }
      let lead = line.prefix { $0 == " " }
      let more = languages.map { "\n\(lead)\($0): …" }.joined()
      return Correction([.line(mark.line, line + more)])
    }
    let own =
      node.mapping?.map { (name: $0.key.scalar?.string ?? "", text: $0.value.scalar?.string ?? "") }
      ?? [(name: "en", text: node.scalar?.string.trimmingWhitespace() ?? "")]
    let all = own + languages.map { (name: $0, text: "…") }
    return saying(
      FlowText.braces(all.map { ($0.name, $0.text.replacing("\n", with: " ")) }), at: node)
  }
}
