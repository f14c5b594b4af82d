import EmbeddedFiles

extension Report {
  /// The report as one HTML page that loads nothing from anywhere and runs nothing.
  package var html: String {
    let style = EmbeddedFile.reportStyle.text
    let sections = parts.enumerated().map { place, part in
      HTMLText.element(
        "section", "id=\"\(part.section.rawValue)\"",
        html: "\n" + HTMLText.element("h2", text: part.heading) + "\n"
          + PageWriter(id: "part-\(place + 1)").html(part.blocks) + "\n")
    }
    return """
      <!doctype html>
      <html lang="\(HTMLText.escaped(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <title>\(HTMLText.escaped(title))</title>
      <style>
      \(style)</style>
      </head>
      <body>
      <header>\(HTMLText.element("h1", text: title))\(HTMLText.element("p", "class=\"faint\"", text: day))</header>
      <main>
      \(sections.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }
}

/// Blocks as HTML.
private struct PageWriter {
  /// The beginning of every `id` below, so that no two on the page are the same.
  let id: String

  func html(_ blocks: [ReportBlock]) -> String {
    // Groups that follow each other are laid out together.
    let runs = blocks.enumerated().reduce(into: [[(Int, ReportBlock)]]()) { runs, block in
      if block.element.isGroup, runs.last?.last?.1.isGroup == true {
        runs[runs.count - 1].append(block)
      } else {
        runs.append([block])
      }
    }
    return runs.map { run in
      let parts = run.map { place, block in html(block, PageWriter(id: "\(id)-\(place + 1)")) }
      let joined = parts.joined(separator: "\n")
      return run.first?.1.isGroup == true
        ? HTMLText.element("div", "class=\"cards\"", html: "\n\(joined)\n") : joined
    }.joined(separator: "\n")
  }

  private func html(_ block: ReportBlock, _ inner: PageWriter) -> String {
    switch block {
    case .paragraph(let text): HTMLText.element("p", text: text)
    case .nothing(let text, _): HTMLText.element("p", "class=\"faint\"", text: text)
    case .quotation(let paragraphs):
      HTMLText.element(
        "blockquote", html: paragraphs.map { HTMLText.element("p", text: $0) }.joined())
    case .list(let list): Self.html(list)
    case .pairs(let pairs):
      HTMLText.element(
        "dl",
        html: pairs.map {
          HTMLText.element("dt", text: $0.name) + HTMLText.element("dd", text: $0.text)
        }
        .joined())
    case .table(let table): Self.html(table)
    case .chart(let chart): PageDrawing(id: inner.id, chart: chart).html
    case .progress(let progress): Self.html(progress)
    case .group(let heading, let blocks):
      HTMLText.element(
        "article", "class=\"card\"",
        html: HTMLText.element("h3", text: heading) + "\n" + inner.html(blocks))
    }
  }

  private static func html(_ list: ReportList) -> String {
    let items = list.items.map { item in
      let note = item.note.map { " " + HTMLText.element("span", "class=\"faint\"", text: $0) } ?? ""
      let quotes = item.quotes.map {
        "<br>" + HTMLText.element("q", text: $0.text) + " "
          + HTMLText.element("span", "class=\"faint\"", text: $0.source)
      }
      return HTMLText.element(
        "li", item.tone.map { "class=\"\($0.rawValue)\"" } ?? "",
        html: (item.quotes.isEmpty
          ? HTMLText.escaped(item.text) : HTMLText.element("strong", text: item.text))
          + note + quotes.joined())
    }
    let hasTones = list.items.contains { $0.tone != nil }
    return HTMLText.element(
      list.isNumbered ? "ol" : "ul", hasTones ? "class=\"findings\"" : "",
      html: items.joined(separator: "\n"))
  }

  private static func html(_ table: ReportTable) -> String {
    let heads = table.columns.map { HTMLText.element("th", "scope=\"col\"", text: $0.name) }
    let rows = table.rows.map { row in
      HTMLText.element(
        "tr",
        html: zip(table.columns, row).map { column, cell in
          HTMLText.element(
            "td", "class=\"\(column.kind.rawValue)\"",
            html: bar(cell.level) + HTMLText.escaped(cell.text))
        }.joined())
    }
    return HTMLText.element(
      "div", "class=\"wide\"",
      html: HTMLText.element(
        "table",
        html: HTMLText.element("thead", html: HTMLText.element("tr", html: heads.joined()))
          + HTMLText.element("tbody", html: rows.joined(separator: "\n"))))
  }

  /// A bar beside the number: so long as the level is far from nought, and of the colour of what gave or took.
  private static func bar(_ level: Int?) -> String {
    guard let level, level != 0 else { return "" }
    let kind = level < 0 ? "took" : "gave"
    return HTMLText.element(
      "span", "class=\"bar \(kind)\" style=\"width:\(level.magnitude)rem\"", html: "")
      + " "
  }

  private static func html(_ progress: ReportProgress) -> String {
    HTMLText.element("p", text: progress.text)
      + HTMLText.element(
        "p",
        html: HTMLText.element(
          "progress", "max=\"\(progress.goal)\" value=\"\(progress.done)\"",
          text: "\(progress.done) / \(progress.goal)"))
  }
}

extension ReportBlock {
  fileprivate var isGroup: Bool { if case .group = self { true } else { false } }
}
