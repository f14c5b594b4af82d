/// A report as JSON: the facts, for programs that reckon with them, and under `page` the blocks, for those that
/// show them.
package struct ReportJSON: Encodable {
  let facts: ReportFacts
  let report: Report

  /// The JSON form of a report and of the facts that it was built from.
  package init(_ facts: ReportFacts, _ report: Report) {
    self.facts = facts
    self.report = report
  }

  private enum CodingKeys: CodingKey { case page }

  /// `{…facts, "page": {"title", "day", "language", "parts": [{"section", "heading", "blocks": [{"kind", …}]}]}}`.
  package func encode(to encoder: any Encoder) throws {
    try facts.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(report, forKey: .page)
  }
}

extension ReportBlock: Encodable {
  private enum CodingKeys: CodingKey { case kind, text, paragraphs, pairs, heading, blocks }

  /// An object whose `kind` says what else is in it.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .paragraph(let text):
      try container.encode("paragraph", forKey: .kind)
      try container.encode(text, forKey: .text)
    case .nothing(let text, _):
      try container.encode("nothing", forKey: .kind)
      try container.encode(text, forKey: .text)
    case .quotation(let paragraphs):
      try container.encode("quotation", forKey: .kind)
      try container.encode(paragraphs, forKey: .paragraphs)
    case .list(let list):
      try container.encode("list", forKey: .kind)
      try list.encode(to: encoder)
    case .pairs(let pairs):
      try container.encode("pairs", forKey: .kind)
      try container.encode(pairs, forKey: .pairs)
    case .table(let table):
      try container.encode("table", forKey: .kind)
      try table.encode(to: encoder)
    case .chart(let chart):
      try container.encode("chart", forKey: .kind)
      try chart.encode(to: encoder)
    case .progress(let progress):
      try container.encode("progress", forKey: .kind)
      try progress.encode(to: encoder)
    case .group(let heading, let blocks):
      try container.encode("group", forKey: .kind)
      try container.encode(heading, forKey: .heading)
      try container.encode(blocks, forKey: .blocks)
    }
  }
}

extension ReportChart.Drawing: Encodable {
  private enum CodingKeys: CodingKey { case bars, map, line, low, high }

  /// An object with a key that says what is drawn; beside a line, with the ends of its scale.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .bars(let bars): try container.encode(bars, forKey: .bars)
    case .map(let map): try container.encode(map, forKey: .map)
    case .line(let line):
      try container.encode(line.points, forKey: .line)
      try container.encode(line.low, forKey: .low)
      try container.encode(line.high, forKey: .high)
    }
  }
}
