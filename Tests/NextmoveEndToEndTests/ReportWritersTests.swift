import Foundation
import Phrases
import SafeOutput
import Testing
import TestSupport

@testable import Coaching
@testable import nextmove

@Suite("a report is one list of blocks, and every form of it writes all of them", .waiting)
struct ReportWritersTests {
  /// A report with every kind of block, whose texts are all different.
  private static let report = Report(
    title: "Text01", day: "Text02", language: "en",
    parts: [
      Report.Part(
        section: .profile, heading: "Text03",
        blocks: [
          .paragraph("Text04"), .nothing("Text05", atTerminal: "Text05, and what to type"),
          .quotation(["Text06", "Text07"]),
          .list(ReportList(isNumbered: true, items: [.init(text: "Text08", note: "Text09")])),
          .list(
            ReportList(
              isNumbered: false,
              items: [
                .init(
                  text: "Text10", note: "Text11", tone: .bad,
                  quotes: [.init(text: "Text12", source: "Text13")])
              ])),
          .pairs([ReportPair(name: "Text14", text: "Text15")]),
          .table(
            ReportTable(
              columns: [
                .init(name: "Text16", kind: .day), .init(name: "Text17", kind: .level),
                .init(name: "Text18", kind: .text),
              ],
              rows: [
                [.init(text: "Text19"), .init(text: "Text20", level: -1), .init(text: "Text21")]
              ]
            )),
          .chart(
            ReportChart(title: "Text22", drawing: .bars([.init(name: "Text23", count: 4711)]))),
          .chart(
            ReportChart(
              title: "Text24",
              drawing: .map(
                ReportMap(
                  corners: .init(topLeft: "a", topRight: "b", bottomLeft: "c", bottomRight: "d"),
                  points: [.init(number: 1, title: "Text25", text: "Text26", x: 0.5, y: 0.5)])))),
          .chart(
            ReportChart(
              title: "Text27",
              drawing: .line(
                ReportLine(
                  points: [
                    .init(day: nil, value: 1, text: "Text28"),
                    .init(day: nil, value: 2, text: "Text29"),
                  ], low: 0, high: 2)))),
          .progress(ReportProgress(done: 1, goal: 5, text: "Text30")),
          .group(heading: "Text31", [.paragraph("Text32")]),
        ])
    ])

  /// The words of a block; a kind of block that is new has to be added here, and so to the report above.
  private static func texts(of block: ReportBlock) -> [String] {
    switch block {
    case .paragraph(let text), .nothing(let text, _): [text]
    case .quotation(let paragraphs): paragraphs
    case .list(let list):
      list.items.flatMap { item in
        [item.text, item.note].compactMap(\.self) + item.quotes.flatMap { [$0.text, $0.source] }
      }
    case .pairs(let pairs): pairs.flatMap { [$0.name, $0.text] }
    case .table(let table): table.columns.map(\.name) + table.rows.flatMap { $0.map(\.text) }
    case .chart(let chart): [chart.title] + texts(of: chart.drawing)
    case .progress(let progress): [progress.text]
    case .group(let heading, let blocks): [heading] + blocks.flatMap(texts)
    }
  }

  private static func texts(of drawing: ReportChart.Drawing) -> [String] {
    switch drawing {
    case .bars(let bars): bars.flatMap { [$0.name, String($0.count)] }
    case .map(let map): map.points.flatMap { [$0.title, $0.text] }
    case .line(let line): line.points.map(\.text)
    }
  }

  private static var texts: [String] {
    report.parts.flatMap { [$0.heading] + $0.blocks.flatMap(texts) }
  }

  private static func terminal(_ report: Report, accessible: Bool = false) -> String {
    let surroundings = Surroundings(
      environment: accessible ? ["ACCESSIBLE": "1"] : [:],
      streams: Streams(input: -1, output: -1, error: -1), clock: { Date() }, interruption: .never)
    return Console(surroundings, words: .english).lines {
      ReportRendering(console: $0).show(report)
    }.joined(separator: "\n")
  }

  @Test(
    "the same words reach all forms", arguments: ["terminal", "aloud", "markdown", "html", "json"])
  func sameWords(form: String) throws {
    let written =
      switch form {
      case "terminal": Self.terminal(Self.report)
      case "aloud": Self.terminal(Self.report, accessible: true)
      case "markdown": Self.report.markdown
      case "html": Self.report.html
      default: String(decoding: try JSONEncoder().encode(Self.report), as: UTF8.self)
      }
    #expect(Self.texts.filter { !written.contains($0) } == [])
  }
}
