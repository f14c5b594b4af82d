import Foundation
import Phrases
import WorkFit

/// A fit-check on the screen: the verdict, the picture, then what it rests on.
struct FitRendering {
  let console: Console
  /// Whether what each finding rests on is shown under it.
  var explains = false

  /// The findings in the order in which they are numbered on the screen.
  static func numbered(_ result: FitResult) -> [Finding] {
    FindingGroup.all.flatMap { shown(result).filter($0.holds) }
  }

  /// Of a text too short to be a posting only what it does say: that it says little is said already.
  private static func shown(_ result: FitResult) -> [Finding] {
    result.legibility == .tooShort
      ? result.findings.filter { !$0.evidence.isEmpty } : result.findings
  }

  /// Shows a result, and what has changed since the posting was checked before.
  func show(_ result: FitResult, changes: [Phrase] = []) {
    console.say()
    console.say("\(result.sentence)", .strong)
    decoding(result)
    if !result.isJudged { return console.say() }
    console.say()
    picture(result)
    if !changes.isEmpty {
      heading("Since you last checked it")
      for change in changes { console.say("- \(change)", indent: 2) }
    }
    let findings = Self.shown(result)
    var number = 0
    for group in FindingGroup.all {
      list(group.title, findings.filter(group.holds), &number)
    }
    let idle = findings.filter { $0.kind == .strengthIdle }
    if !idle.isEmpty {
      heading("Strengths that nothing here asks for")
      console.say(
        idle.map { "“\($0.statement.text)”" as Phrase }.joined(separator: ", "), indent: 2)
    }
    shine(result.shine)
    let questions = result.questions
    if !questions.isEmpty {
      heading("Questions to take into a conversation")
      for question in questions { console.say("- \(question)", indent: 2) }
    }
    console.say()
  }

  /// That the text as read is not the one that was given, and what is missing in it.
  private func decoding(_ result: FitResult) {
    if result.asRead.isDecoded {
      console.say(
        "(The posting was decoded; “nextmove read --text” shows the text that the lines are of.)",
        .faint)
    }
    for note in result.notes { console.say("\(note)", .faint) }
  }

  /// Of each signal the first line; the others are in the JSON.
  private func shine(_ shine: Shine) {
    guard !shine.signals.isEmpty else { return }
    heading(shine.isShining ? "Why it looks impressive" : "What looks good about it")
    var seen: Set<String> = []
    for signal in shine.signals where seen.insert(signal.name).inserted {
      console.say("\(signal.name) (line \(signal.quote.line)): “\(signal.quote.text)”", indent: 2)
    }
  }

  private func heading(_ text: Phrase) {
    console.say()
    console.say(text, .strong)
  }

  private func list(_ title: Phrase, _ findings: [Finding], _ number: inout Int) {
    guard !findings.isEmpty else { return }
    heading(title)
    for finding in findings {
      number += 1
      console.say(
        "\(number). \(FitWords.label(finding)): “\(finding.statement.text)”", indent: 2)
      console.say("\(finding.why)", indent: 5)
      for quote in finding.evidence.map(\.quote) {
        console.say("line \(quote.line): “\(quote.text)”", .faint, indent: 5)
      }
      if explains {
        ExplanationRendering(console: console).show(finding, indent: 5)
      }
      if finding.kind.isQuestion, let ask = finding.ask {
        console.say("Ask: \(ask)", indent: 5)
      }
    }
  }

  // MARK: - The picture

  private static func right(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.count)) + text
  }

  private func picture(_ result: FitResult) {
    let facts = FitWords.standing(result)
    guard !console.isAccessible, console.width >= 38, result.verdict != .notEnoughToTell else {
      console.say(facts, .faint)
      return
    }
    console.show(
      Self.picture(
        impressiveness: result.impressiveness, energy: result.energy, words: console.words))
    console.say(facts, .faint)
  }

  /// Impressiveness upwards against energy rightwards; the mark stands where the posting does.
  static func picture(
    impressiveness: Double, energy: Double, words: PhraseBook = .english
  ) -> [String] {
    let columns = 21
    let rows = 5
    let markColumn = Int(((energy + 1) / 2 * Double(columns - 1)).rounded())
    let markRow = Int(((1 - impressiveness) * Double(rows - 1)).rounded())
    var lines: [String] = []
    for row in 0..<rows {
      let label: Phrase = row == 0 ? "impressive" : row == rows - 1 ? "quiet" : ""
      let cells = (0..<columns).map { column -> String in
        if row == markRow, column == markColumn { return "●" }
        if column == columns / 2 { return "┆" }
        return row == rows / 2 ? "┄" : " "
      }
      lines.append(Self.right(words.text(label), 11) + " │" + cells.joined() + "│")
    }
    let (left, right) = (words.text("draining"), words.text("energizing"))
    let gap = String(repeating: " ", count: max(1, columns - left.count - right.count))
    lines.append(String(repeating: " ", count: 13) + left + gap + right)
    return lines
  }
}
