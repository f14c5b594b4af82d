import Foundation
import Testing
import TestSupport

@Suite("postings, and how far things have come with them", .waiting)
struct PostingTests {
  private let quiet = """
    Restorer of clocks
    You work undisturbed on one clock at a time, with long stretches of focused work.
    There are no meetings.
    A quiet workshop in the old town.

    """

  /// A home with the clockmaker's answers and two postings that she has checked.
  private func checked() throws -> TemporaryHome {
    let home = try TemporaryHome()
    _ = try Binary.run([], home: home, input: Dialogue.allAnswers)
    for (name, text) in [("loud.txt", Dialogue.posting), ("quiet.txt", quiet)] {
      _ = try Binary.run(["fit", try home.write(text, to: name)], home: home)
    }
    return home
  }

  private func run(_ words: String..., in home: TemporaryHome) throws -> Binary.Result {
    try Binary.run(["posting"] + words, home: home)
  }

  @Test("a status is said with its day, shown with those before it, and taken back")
  func status() throws {
    let home = try checked()
    _ = try run("1", "applied", "--on", "2026-11-02", in: home)
    let seen = try run("2", in: home).output
    #expect(seen.hasPrefix("2. Restorer of clocks\n   seen      20"))
    let applied = try run("1", in: home).output.split(separator: "\n").map(String.init)
    #expect(applied.first == "1. Vice President, Timepieces")
    #expect(applied.contains("   applied   2026-11-02"))
    _ = try run("1", "talking", in: home)
    #expect(try run("1", in: home).output.contains("   talking   20"))
    #expect(try !run("1", "undo", in: home).output.contains("talking"))
    _ = try run("1", "undo", in: home)
    let nothing = try run("1", "undo", in: home)
    #expect(nothing.status == 2)
    #expect(
      nothing.error
        == "nextmove: Posting 1 is only seen so far; there is nothing to take back.\n")
  }

  @Test(
    "the list fits 80 columns, has each posting once, and quotes what speaks for and against it")
  func list() throws {
    let home = try checked()
    _ = try Binary.run(["fit", try home.write(quiet + "\n\n", to: "again.txt")], home: home)
    _ = try run("2", "applied", "--on", "2026-11-02", in: home)
    let lines = try run(in: home).output.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= 80 })
    let rows = lines.filter { $0.first?.isNumber ?? false }
    #expect(rows.map { $0.prefix(1) } == ["1", "2"])
    #expect(rows.first?.contains("Vice President, Timepieces") ?? false)
    #expect(rows.first?.hasSuffix("flagged") ?? false)
    #expect(rows.last?.contains("applied   2026-11-02") ?? false)
    #expect(lines.contains { $0.contains("− Drain: “back-to-back meetings”, line 5: “") })
    #expect(lines.contains { $0.contains("+ Energizer 1: “long stretches of quiet work”") })
  }

  @Test(
    "it is sorted as asked",
    arguments: [("status", "21"), ("fit", "21"), ("shine", "12"), ("name", "21")])
  func sorted(column: String, order: String) throws {
    let home = try checked()
    _ = try run("2", "applied", in: home)
    for command in ["posting", "compare"] {
      let output = try Binary.run([command, "--sort", column], home: home).output
      let rows = output.split(separator: "\n").filter {
        $0.first?.isNumber ?? false && $0.contains("○")
          || $0.contains("●")
      }
      #expect(rows.map { String($0.prefix(1)) }.joined() == order, "\(command)")
    }
  }

  @Test("as JSON a posting has its status, its shine, its flag and its reasons")
  func json() throws {
    let home = try checked()
    _ = try run("1", "applied", "--on", "2026-11-02", in: home)
    let output = try run("--json", in: home).output
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let first = try #require((object?["postings"] as? [[String: Any]])?.first)
    #expect(first["number"] as? Int == 1)
    #expect(first["name"] as? String == "Vice President, Timepieces")
    #expect(first["status"] as? String == "applied" || first["status"] as? String == "seen")
    #expect(first["flagged"] as? Bool == true)
    #expect(first["shine"] is Double && first["energy"] is Double && first["since"] is String)
    let history = try #require(first["history"] as? [[String: String]])
    #expect(history.contains(["status": "applied", "day": "2026-11-02"]))
    let reasons = try #require(first["reasons"] as? [[String: Any]])
    #expect(reasons.first?["side"] as? String == "against")
    #expect(reasons.first?["quote"] is String && reasons.first?["line"] is Int)
    let compared = try Binary.run(["compare", "--json"], home: home).output
    #expect(compared.contains("\"fit\"") && compared.contains("\"history\""))
  }

  @Test(
    "what is no posting, no status or no day that has been is refused in a sentence",
    arguments: [
      (["9", "applied"], "There is no posting “9”; it takes a number from 1 to 2"),
      (["clocks"], "There is no posting “clocks”; it takes a number from 1 to 2"),
      (["1", "aplied"], "“aplied” is no status; a posting is seen, applied, talking or declined"),
      (["1", "applied", "--on", "2999-01-01"], "2999-01-01 is still to come"),
      (["1", "applied", "soon"], "The day: “soon”"),
      (["1", "applied", "yesterday", "--on", "yesterday"], "The day is there twice"),
      (["--sort", "size"], "--sort takes status, date, shine, fit or name, unlike “size”."),
    ])
  func refused(words: [String], says: String) throws {
    let home = try TemporaryHome()
    for text in ["one", "two"] { _ = try checkedWithoutAnswers(text, in: home) }
    let result = try Binary.run(["posting"] + words, home: home)
    #expect(result.status == 2)
    #expect(result.error.hasPrefix("nextmove: \(says)"), "\(result.error)")
    #expect(result.error.split(separator: "\n").count == 1)
  }

  /// A posting in the journal of somebody who has answered one question.
  private func checkedWithoutAnswers(_ text: String, in home: TemporaryHome) throws {
    if !FileManager.default.fileExists(atPath: home.database.path) {
      _ = try Binary.run([], home: home, input: Dialogue.allAnswers)
    }
    _ = try Binary.run(["fit", "-"], home: home, input: text + "\n")
  }

  @Test("inside the conversation it is said and listed with a stroke")
  func conversation() throws {
    let home = try checked()
    let result = try Binary.run(
      [], home: home, input: "/posting 2 applied 2 nov 2026\n/postings status\n/posting 7 seen\n")
    #expect(result.output.contains("   applied   2026-11-02"))
    #expect(result.output.contains("− Drain: “back-to-back meetings”"))
    #expect(result.output.contains("There is no posting “7”; it takes a number from 1 to 2"))
  }

  @Test("the report says how far each has come")
  func report() throws {
    let home = try checked()
    _ = try run("1", "declined", in: home)
    for form in ["terminal", "markdown", "html", "json"] {
      #expect(try Binary.run(["report", "--as", form], home: home).output.contains("declined"))
    }
  }
}
