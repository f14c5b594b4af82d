import Foundation
import Testing
import TestSupport

@testable import Coaching

@Suite("a report that is handed to somebody else", .waiting)
struct HandedReportTests {
  @Test("says nothing of commands, which the terminal does", arguments: ["html", "markdown"])
  func noCommands(form: String) throws {
    let home = try TemporaryHome()
    _ = try Binary.run([], home: home, input: "We mended the old clock together.\n")
    let page = try Binary.run(["report", "--as", form], home: home)
    #expect(page.status == 0)
    #expect(page.output.contains("Nothing yet."))
    #expect(!page.output.contains("nextmove"))
    let terminal = try Binary.run(["report"], home: home).output
    #expect(terminal.contains("Nothing yet; “nextmove log"))
  }

  @Test("writes days as the language does", arguments: ["html", "markdown", "terminal"])
  func days(form: String) throws {
    let asked = form == "terminal" ? ["report"] : ["report", "--as", form]
    let output = try Binary.run(asked, home: PreparedHome.full()).output
    #expect(output.contains(/\b[0-9]{1,2} [A-Z][a-z]+ 20[0-9]{2}\b/))
    #expect(!output.contains(/\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\b/))
  }

  @Test("has a strength that tires apart from what is good, and so has every form of it")
  func tiringStrength() throws {
    let json = try Binary.run(["report", "--json"], home: PreparedHome.finished()).output
    var facts = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    var profile = try #require(facts["profile"] as? [[String: Any]])
    let strengths = profile.indices.filter { profile[$0]["role"] as? String == "strength" }
    let tiring = try #require(strengths.last)
    profile[tiring]["tires"] = true
    facts["profile"] = profile
    let report = Report(
      try JSONDecoder().decode(
        ReportFacts.self, from: JSONSerialization.data(withJSONObject: facts)))
    let blocks = try #require(report.parts.first { $0.section == .profile }).blocks
    let lists = blocks.reduce(into: [String: [String]]()) { lists, block in
      guard case .group(let heading, let inner) = block, case .list(let list)? = inner.first else {
        return
      }
      lists[heading] = list.items.map(\.text)
    }
    let words = try #require(profile[tiring]["text"] as? String)
    #expect(lists["Good at, and tired of it"] == [words])
    #expect(lists["What you are good at"]?.count == strengths.count - 1)
    #expect(lists["What you are good at"]?.contains(words) == false)
  }

  @Test("at home, what stands beside the names begins in one column, however long they are")
  func homeColumns() throws {
    let terminal = try PseudoTerminal(
      home: PreparedHome.withPeople(), rows: 200, environment: ["LC_ALL": "de_DE.UTF-8"])
    try terminal.waitForPrompt("nextmove> ")
    let rows = terminal.screen.text.split(separator: "\n").filter {
      $0.contains("Nächste Nachricht") || $0.contains("Bekannt")
    }
    let columns = Set(
      rows.compactMap { row in
        row.dropFirst(2).firstRange(of: /\S {2,}\S/).map {
          row.distance(from: row.startIndex, to: $0.upperBound)
        }
      })
    #expect(rows.count == 2)
    #expect(columns.count == 1)
  }
}
