import Coaching
import LineEditor
import Phrases
import SafeOutput
import WorkFit

/// Shows several results side by side: what each comes to, a table of statements, then where they part, with
/// quotes.
struct ComparisonRendering {
  let console: Console

  /// A posting with its number.
  private typealias Entry = (number: Int, result: FitResult)

  /// - Parameter rows: those that were not read are left out.
  func show(_ rows: [PostingRow], of profile: Profile) {
    var results: [Entry] = []
    for row in rows {
      guard let result = row.result else { continue }
      results.append((row.number, result))
      console.say()
      console.say("\(row.number). \(row.name)", .strong)
      console.say("\(result.sentence)", indent: 3)
      console.say(FitWords.standing(result), .faint, indent: 3)
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
    finding.map(\.mark) ?? "—"
  }

  private func table(_ statements: [Statement], _ results: [Entry]) {
    let first = console.width - results.count * Self.column
    func cell(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - DisplayWidth.columns(text)))
    }
    func cells(_ texts: [String]) -> String {
      texts.dropLast().map { cell($0, Self.column) }.joined() + (texts.last ?? "")
    }
    console.show([cell("", first) + cells(results.map { String($0.number) })])
    for statement in statements {
      let words = cells(
        results.map { console.text(Self.word(Self.finding(of: statement, in: $0.result))) })
      let lines = Wrapping.wrap(
        Sanitizer.line(console.text("\(statement.name): \(statement.text)")),
        width: first - 2)
      for (index, line) in lines.enumerated() {
        console.show([index == 0 ? cell(line, first) + words : line])
      }
    }
  }

  private func list(_ statements: [Statement], _ results: [Entry]) {
    for statement in statements {
      console.say("\(statement.name): \(statement.text)")
      for entry in results {
        let kind =
          Self.finding(of: statement, in: entry.result)?.kind.words(as: statement.role)
          ?? "nothing to say"
        console.say("\(entry.number): \(kind)", indent: 2)
      }
    }
  }

  /// The statements that one posting feeds and another runs against, with the words of both.
  private func differences(
    _ statements: [Statement], _ results: [Entry]
  ) {
    var isFirst = true
    for statement in statements {
      let findings = results.map { Self.finding(of: statement, in: $0.result) }
      guard findings.contains(where: { $0?.stance == .against }),
        findings.contains(where: { $0?.stance != .against })
      else { continue }
      console.say()
      if isFirst { console.say("Where they part", .strong) }
      isFirst = false
      console.say("\(statement.name): “\(statement.text)”", indent: 2)
      for (number, finding) in zip(results.map(\.number), findings) {
        guard let finding else {
          console.say("\(number) does not speak of it.", indent: 4)
          continue
        }
        console.say("\(number): \(finding.why)", indent: 4)
        for quote in finding.evidence.prefix(2).map(\.quote) {
          console.say("line \(quote.line): “\(quote.text)”", .faint, indent: 7)
        }
      }
    }
  }
}
