import Coaching
import LineEditor
import Phrases
import SafeOutput
import WorkFit

/// A list of postings: how far each has come, how it looks, and why one would take it or leave it.
struct PostingsRendering {
  let console: Console

  static let statusColumn = 10
  private static let numberColumn = 4
  private static let sinceColumn = statusColumn + 12
  private static let shineColumn = 7
  private static let flagColumn = 7
  /// Below this many columns a name would have no room beside the others.
  private static let narrow = 64

  func show(_ rows: [PostingRow]) {
    let isTable = !console.isAccessible && console.width >= Self.narrow
    let hasStatus = rows.contains { !$0.history.isEmpty }
    if isTable { console.show([heads(hasStatus)]) }
    for row in rows {
      if isTable { console.show([line(row, hasStatus)]) } else { sentences(row) }
      for reason in row.result?.reasons ?? [] { self.reason(reason) }
    }
  }

  // MARK: - A table

  private func heads(_ hasStatus: Bool) -> String {
    cells(
      "", console.text("posting"), hasStatus ? console.text("status") : nil,
      console.text("shine"), "")
  }

  private func line(_ row: PostingRow, _ hasStatus: Bool) -> String {
    let since = row.latest.map {
      Self.padded(console.text($0.status.words), Self.statusColumn) + console.text("\($0.day)")
    }
    return cells(
      "\(row.number)", row.name, hasStatus ? since ?? "" : nil,
      row.result.map { $0.isJudged ? Self.marks($0.shine) : "" } ?? console.text("unread"),
      row.result?.isFlagged == true ? console.text("flagged") : "")
  }

  private func cells(
    _ number: String, _ name: String, _ since: String?, _ shine: String, _ flag: String
  ) -> String {
    let rest = (since == nil ? 0 : Self.sinceColumn) + Self.shineColumn + Self.flagColumn
    let room = console.width - Self.numberColumn - rest
    var cells =
      Self.padded(number, Self.numberColumn)
      + Self.padded(FitWords.cut(Sanitizer.line(name), columns: room - 2), room)
      + (since.map { Self.padded($0, Self.sinceColumn) } ?? "")
      + Self.padded(shine, Self.shineColumn) + flag
    while cells.hasSuffix(" ") { cells.removeLast() }
    return cells
  }

  private static func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - DisplayWidth.columns(text)))
  }

  /// A mark for each step of the shine.
  private static func marks(_ shine: Shine) -> String {
    let full = steps(shine)
    return String(repeating: "●", count: full)
      + String(repeating: "○", count: max(0, ShineScale.most - full))
  }

  private static func steps(_ shine: Shine) -> Int { Int(shine.value.rounded()) }

  // MARK: - Sentences

  private func sentences(_ row: PostingRow) {
    console.say("\(row.number). \(row.name)", .strong)
    let looks: Phrase =
      switch row.result {
      case let result? where result.isJudged:
        "shine \(Self.steps(result.shine)) of \(ShineScale.most)"
      case nil: "unread"
      default: "not judged"
      }
    let facts: [Phrase?] = [
      row.latest.map { "\($0.status.words) since \($0.day)" }, looks,
      row.result?.isFlagged == true ? "flagged" : nil,
    ]
    console.say("\(facts.compactMap(\.self).joined(separator: ", ")).", indent: 3)
  }

  // MARK: - Reasons

  private func reason(_ reason: Reason) {
    let statement = reason.finding.statement
    let side =
      switch reason.side {
      case .for: "+"
      case .against: "−"
      }
    let said: Phrase =
      "\(side) \(statement.name): “\(FitWords.cut(statement.text, columns: 40))”"
    guard let quote = reason.quote else { return write(said) }
    let placed: Phrase = "\(said), line \(quote.line)"
    let room =
      console.width - Self.numberColumn - DisplayWidth.columns(console.text(placed)) - 4
    // Where there is no room to quote anything, the place is enough.
    write(
      room < Self.leastQuote
        ? placed : "\(placed): “\(FitWords.cut(Sanitizer.line(quote.text), columns: room))”")
  }

  private static let leastQuote = 12

  private func write(_ phrase: Phrase) { console.say(phrase, .faint, indent: Self.numberColumn) }
}
