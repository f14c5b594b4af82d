import Coaching
import LineEditor
import Phrases
import WorkFit

/// A fit-check on one screen: the sentence, the strongest reasons for and against with their quotes, and what
/// to ask.
struct FitSummary {
  let console: Console
  let result: FitResult

  /// How many reasons against, reasons for and questions are shown, the most that fit the window.
  private static let caps = [
    (3, 3, 3), (3, 3, 2), (3, 2, 2), (2, 2, 2), (2, 2, 1), (2, 1, 1), (1, 1, 1),
  ]
  /// Lines that the prompt and what stands around it take.
  private static let around = 3

  /// Whether there is more to say than it shows.
  var hasMore: Bool { result.isJudged && !result.findings.isEmpty }

  /// Shows it, as much as fits a window.
  func show(changes: [Phrase] = []) {
    let room = (console.height ?? 24) - Self.around
    let numbered = FitRendering.numbered(result)
    var lines: [String] = []
    for caps in Self.caps {
      lines = console.lines { write(numbered, caps, changes, on: $0) }
      if lines.count <= room { break }
    }
    for line in lines { console.put(line + "\n") }
  }

  private func write(
    _ numbered: [Finding], _ caps: (against: Int, goods: Int, asks: Int), _ changes: [Phrase],
    on console: Console
  ) {
    console.say()
    console.say("\(result.sentence)", .strong)
    if result.asRead.isDecoded || !result.asRead.notes.isEmpty {
      console.say("(The posting was decoded; what is quoted is the text as it was read.)", .faint)
    }
    let decoding = result.asRead.notes.map { console.text($0.phrase) }
    for note in result.notes where !decoding.contains(note) { console.say("\(note)", .faint) }
    guard result.isJudged else { return }
    if let first = changes.first {
      let cut = FitWords.cut(console.text(first), columns: 56)
      console.say(
        changes.count > 1
          ? "Since last time: \(cut) (and \(changes.count - 1) more changes)"
          : "Since last time: \(cut)", .faint)
    }
    let places = Array(numbered.enumerated())
    let against = places.filter { $0.element.stance == .against }
    let goods = places.filter { $0.element.stance == .for }
    reasons("Against it", against, caps.against, on: console)
    reasons("For it", goods, caps.goods, on: console)
    let asks = asks(numbered)
    if !asks.isEmpty {
      console.say("To ask", .strong)
      for ask in asks.prefix(caps.asks) {
        console.say("- \(FitWords.cut(ask, columns: console.width - 4))", indent: 2)
      }
    }
    quiet(numbered, on: console)
  }

  private func reasons(
    _ title: Phrase, _ findings: [(offset: Int, element: Finding)], _ most: Int, on console: Console
  ) {
    guard !findings.isEmpty else { return }
    console.say(
      findings.count > most ? "\(title) (\(most) of \(findings.count))" : title, .strong)
    for (place, finding) in findings.prefix(most) {
      let words = ShortName.of(finding.statement.text)
      let title = console.text("\(place + 1). \(FitWords.label(finding)): “\(words)”")
      console.say("\(FitWords.cut(title, columns: console.width - 2))", indent: 2)
      guard let quote = finding.evidence.first?.quote else { continue }
      let line = console.text("line \(quote.line): “\(quote.text)”")
      console.say("\(FitWords.cut(line, columns: console.width - 5))", .faint, indent: 5)
    }
  }

  /// What stands against the person first, then what is not clear, then what is not mentioned.
  private func asks(_ findings: [Finding]) -> [String] {
    var seen: Set<String> = []
    let against = findings.filter { $0.stance == .against }
    let open = findings.filter { $0.kind.isQuestion && !$0.isForeign }
    return (against + open.filter { $0.kind != .missing } + open.filter { $0.kind == .missing })
      .compactMap(\.ask).filter { seen.insert($0).inserted }
  }

  /// In a line, what the posting does not speak of: drains that were not found, and the rest.
  private func quiet(_ findings: [Finding], on console: Console) {
    let missing = findings.filter { $0.kind == .missing }
    let feared = missing.filter(\.statement.role.isUnwanted)
    let wished = missing.filter { !$0.statement.role.isUnwanted }
    let groups: [(Phrase, [Finding])] = [
      ("Not read, since I read English alone", findings.filter(\.isForeign)),
      ("Not found", feared), ("Not mentioned", wished),
    ]
    for (title, here) in groups where !here.isEmpty {
      let names = here.map { "“\(ShortName.of($0.statement.text))”" as Phrase }
      let line = console.text("\(title): \(names.joined(separator: ", "))")
      console.say("\(FitWords.cut(line, columns: console.width))", .faint)
    }
  }
}
