internal import LineEditor
internal import Phrases
internal import SafeOutput
internal import WorkFit

/// Shows several results side by side: a table of statements, then where they part, with quotes.
struct ComparisonRendering {
  let console: Console

  func show(_ results: [(name: String, result: FitResult)], of profile: Profile) {
    for (index, entry) in results.enumerated() {
      console.say()
      console.say("\(index + 1). \(entry.name)", .strong)
      console.say("\(entry.result.sentence)", indent: 3)
      console.say(FitWords.standing(entry.result), .faint, indent: 3)
    }
    let statements = Role.allCases.flatMap { profile.statements($0) }.filter { statement in
      results.contains { Self.finding(of: statement, in: $0.result) != nil }
    }
    guard !statements.isEmpty else { return }
    console.say()
    if console.isAccessible || console.width < 24 + results.count * Self.column {
      list(statements, results)
    } else {
      table(statements, results)
    }
    differences(statements, results)
  }

  /// Columns for one posting.
  private static let column = 12

  private static func finding(of statement: Statement, in result: FitResult) -> Finding? {
    result.findings.first { $0.statement == statement }
  }

  private static func word(_ finding: Finding?) -> Phrase {
    guard let finding else { return "—" }
    return switch finding.kind {
    case .fed: "+ there"
    case .mustHaveMet: finding.statement.role == .dealBreaker ? "+ kept" : "+ met"
    case .strengthUsed: "+ used"
    case .conflict: "− conflict"
    case .mustHaveBroken: finding.statement.role == .dealBreaker ? "− crossed" : "− not met"
    case .drain: "− drains"
    case .drainAbsent: "+ absent"
    case .mixed: "± both"
    case .missing:
      [.drain, .dealBreaker].contains(finding.statement.role) ? "not found" : "silent"
    case .strengthIdle: "idle"
    case .unclear: "unclear"
    }
  }

  private func table(_ statements: [Statement], _ results: [(name: String, result: FitResult)]) {
    let first = console.width - results.count * Self.column
    func cell(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - DisplayWidth.columns(text)))
    }
    func cells(_ texts: [String]) -> String {
      texts.dropLast().map { cell($0, Self.column) }.joined() + (texts.last ?? "")
    }
    console.show([cell("", first) + cells(results.indices.map { String($0 + 1) })])
    for statement in statements {
      let words = cells(
        results.map { console.text(Self.word(Self.finding(of: statement, in: $0.result))) })
      let lines = Wrapping.wrap(
        Sanitizer.line(console.text("\(FitRendering.role(statement)): \(statement.text)")),
        width: first - 2)
      for (index, line) in lines.enumerated() {
        console.show([index == 0 ? cell(line, first) + words : line])
      }
    }
  }

  private func list(_ statements: [Statement], _ results: [(name: String, result: FitResult)]) {
    for statement in statements {
      console.say("\(FitRendering.role(statement)): \(statement.text)")
      for (index, entry) in results.enumerated() {
        let kind =
          Self.finding(of: statement, in: entry.result)?.kind.words(as: statement.role)
          ?? "nothing to say"
        console.say("\(index + 1): \(kind)", indent: 2)
      }
    }
  }

  /// The statements that one posting feeds and another runs against, with the words of both.
  private func differences(
    _ statements: [Statement], _ results: [(name: String, result: FitResult)]
  ) {
    var isFirst = true
    for statement in statements {
      let findings = results.map { Self.finding(of: statement, in: $0.result) }
      guard findings.contains(where: { $0?.kind.isAgainst ?? false }),
        findings.contains(where: { !($0?.kind.isAgainst ?? false) })
      else { continue }
      console.say()
      if isFirst { console.say("Where they part", .strong) }
      isFirst = false
      console.say("\(FitRendering.role(statement)): “\(statement.text)”", indent: 2)
      for (index, finding) in findings.enumerated() {
        guard let finding else {
          console.say("\(index + 1) does not speak of it.", indent: 4)
          continue
        }
        console.say("\(index + 1): \(finding.why)", indent: 4)
        for quote in finding.evidence.prefix(2).map(\.quote) {
          console.say("line \(quote.line): “\(quote.text)”", .faint, indent: 7)
        }
      }
    }
  }
}
