import Coaching
import LineEditor
import Phrases
import SafeOutput

/// A report at the terminal.
struct ReportRendering {
  let console: Console

  func show(_ report: Report) {
    for part in report.parts {
      console.say("\(part.heading)", .strong)
      for block in part.blocks { show(block, indent: 2) }
      console.say()
    }
  }

  private func show(_ block: ReportBlock, indent: Int) {
    switch block {
    case .paragraph(let text): console.say("\(text)", indent: indent)
    case .nothing(_, let text): console.say("\(text)", .faint, indent: indent)
    case .quotation(let paragraphs):
      for paragraph in paragraphs { console.say("\(paragraph)", indent: indent) }
    case .list(let list): show(list, indent: indent)
    case .pairs(let pairs):
      for pair in pairs {
        console.say("\(pair.name)", .faint, indent: indent)
        console.say("\(pair.text)", indent: indent + 2)
      }
    case .table(let table): show(table, indent: indent)
    case .chart(let chart): show(chart, indent: indent)
    case .progress(let progress): console.say("\(progress.text)", indent: indent)
    case .group(let heading, let blocks):
      console.say("\(heading)", indent: indent)
      for block in blocks { show(block, indent: indent + 2) }
    }
  }

  private func show(_ list: ReportList, indent: Int) {
    for (place, item) in list.items.enumerated() {
      let note = item.note.map { " (\($0))" } ?? ""
      console.row(
        list.isNumbered ? "\(place + 1)." : "-", "\(item.text)\(note)",
        column: list.isNumbered ? 3 : 2, indent: indent)
      for quote in item.quotes {
        console.say("\(quote.source): “\(quote.text)”", .faint, indent: indent + 2)
      }
    }
  }

  /// Columns under each other where those before the last leave it room, and else a thing after the other.
  private func show(_ table: ReportTable, indent: Int) {
    let names = table.columns.map(\.name)
    let rows = table.rows.map { $0.map { Sanitizer.line($0.text) } }
    let widths = names.indices.dropLast().map { column in
      ([names] + rows).map { DisplayWidth.columns($0[column]) }.max() ?? 0
    }
    let column = widths.reduce(0) { $0 + $1 + 2 }
    guard 2 * column <= console.width, !console.isAccessible else {
      for row in rows { show(row, named: names, indent: indent) }
      return
    }
    for row in [names] + rows {
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width + 2 - DisplayWidth.columns(cell))
      }
      console.row("\(cells.joined())", "\(row.last ?? "")", column: column, indent: indent)
    }
  }

  private func show(_ row: [String], named names: [String], indent: Int) {
    let cells = zip(names, row).map { (text: $1, named: "\($0): \($1)") }
    // What is seen is told by its place; what is heard is told by its name.
    let first = cells.first.map { console.isAccessible ? $0.named : $0.text }
    console.row("-", "\(first ?? "")", column: 2, indent: indent)
    let rest = cells.dropFirst().filter { !$0.text.isEmpty }.map(\.named)
    if !rest.isEmpty { console.say("\(rest.joined(separator: "; "))", .faint, indent: indent + 2) }
  }

  private func show(_ chart: ReportChart, indent: Int) {
    console.say("\(chart.title)", indent: indent)
    guard !console.isAccessible, let picture = chart.picture else {
      for line in chart.lines { console.say("\(line)", indent: indent + 2) }
      return
    }
    console.say("\(picture) \(chart.lines.joined(separator: "; "))", indent: indent + 2)
  }
}
