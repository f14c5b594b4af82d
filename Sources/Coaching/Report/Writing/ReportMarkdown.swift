import SafeOutput

extension Report {
  /// The report in Markdown; whatever was typed stands in it as text, never as markup.
  package var markdown: String {
    let head = ["# \(Markdown.plain(title))", day]
    let parts = parts.flatMap { part in
      ["## \(Markdown.plain(part.heading))"] + part.blocks.flatMap(MarkdownWriter.paragraphs)
    }
    return Sanitizer.text((head + parts).joined(separator: "\n\n") + "\n")
  }
}

/// Blocks as paragraphs of Markdown, which stand with an empty line between them.
private enum MarkdownWriter {
  static func paragraphs(of block: ReportBlock) -> [String] {
    switch block {
    case .paragraph(let text), .nothing(let text, _): [plain(text)]
    case .quotation(let paragraphs):
      [paragraphs.map { "> \(plain($0))" }.joined(separator: "\n>\n")]
    case .list(let list): [lines(of: list).joined(separator: "\n")]
    case .pairs(let pairs):
      [pairs.map { "- \(plain($0.name)): **\(plain($0.text))**" }.joined(separator: "\n")]
    case .table(let table): [lines(of: table).joined(separator: "\n")]
    case .chart(let chart): paragraphs(of: chart)
    case .progress(let progress): [plain(progress.text)]
    case .group(let heading, let blocks):
      ["### \(plain(heading))"] + blocks.flatMap(paragraphs)
    }
  }

  private static func paragraphs(of chart: ReportChart) -> [String] {
    let lines = chart.lines.map(plain)
    let text =
      chart.picture.map { "\($0) \(lines.joined(separator: "; "))" }
      ?? lines.map { "- \($0)" }.joined(separator: "\n")
    return ["**\(plain(chart.title))**", text]
  }

  private static func lines(of list: ReportList) -> [String] {
    list.items.enumerated().map { place, item in
      let mark = list.isNumbered ? "\(place + 1)." : "-"
      let note = item.note.map { " (\(plain($0)))" } ?? ""
      let quotes = item.quotes.map { "“\(plain($0.text))” (\(plain($0.source)))" }
      return "\(mark) \(plain(item.text))\(note)"
        + (quotes.isEmpty ? "" : ": \(quotes.joined(separator: "; "))")
    }
  }

  private static func lines(of table: ReportTable) -> [String] {
    [
      row(table.columns.map { plain($0.name) }),
      row(table.columns.map { $0.kind == .level ? "---:" : "---" }),
    ] + table.rows.map { row($0.map { plain($0.text) }) }
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  private static func plain(_ text: String) -> String { Markdown.plain(text) }
}
