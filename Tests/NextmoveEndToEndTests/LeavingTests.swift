import Foundation
import Testing
import TestSupport

@Suite("reports, and leaving and returning", .waiting)
struct LeavingTests {
  @Test(
    "the page runs nothing, loads nothing, and keeps what was typed as text")
  func page() throws {
    let home = try PreparedHome.full()
    let file = home.url.appendingPathComponent("report.html").path
    #expect(try Binary.run(["report", "--output", file], home: home).status == 0)
    let page = try String(contentsOfFile: file, encoding: .utf8)
    for foreign in ["<script", "http://", "https://", "src=", "href=", "@import", "url(", "onload"]
    {
      #expect(!page.contains(foreign), "\(foreign)")
    }
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; “quotes”"))
    #expect(!page.contains("\u{1B}"))
    for part in [
      "class=\"bar gave\"", "class=\"frame\"", "aria-labelledby", "default-src 'none'",
      "@media print",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(page.contains("back-to-back meetings with the executive committee"))
    // Well formed, as an independent parser sees it: every tag closed in its order.
    let tags = try Python.run(
      """
      import sys, html.parser
      class Check(html.parser.HTMLParser):
          empty = {"meta", "br"}
          def __init__(self): super().__init__(); self.open = []; self.seen = set()
          def handle_starttag(self, tag, attributes):
              self.seen.add(tag)
              if tag not in self.empty: self.open.append(tag)
          def handle_startendtag(self, tag, attributes): self.seen.add(tag)
          def handle_endtag(self, tag):
              assert self.open and self.open.pop() == tag, tag
      check = Check(); check.feed(open(sys.argv[1], encoding="utf-8").read()); check.close()
      assert not check.open, check.open
      print("script" in check.seen, "svg" in check.seen)
      """, [file])
    #expect(tags == "False True\n")
  }

  @Test("shared, it has nobody's name in it, and no section that was to be left out")
  func share() throws {
    let home = try PreparedHome.full()
    for form in ["html", "markdown", "json"] {
      let result = try Binary.run(
        ["report", "--as", form, "--share", "--without", "postings"], home: home)
      #expect(result.status == 0)
      for name in ["Rosa", "Beispiel", "Jan", "Muster", "back-to-back meetings with the executive"]
      {
        #expect(!result.output.contains(name), "\(form) \(name)")
      }
      let mark = form == "markdown" ? "\\[name\\]" : "[name]"
      #expect(result.output.contains("a call with \(mark) about"), "\(form)")
    }
    #expect(try Binary.run(["report", "--without", "zebra"], home: home).status == 2)
    #expect(try Binary.run(["report", "--output", "x.docx"], home: home).status == 2)
    #expect(try Binary.run(["report"], home: TemporaryHome()).status == 3)
  }

  @Test("at the terminal and in Markdown it says the same")
  func text() throws {
    let home = try PreparedHome.full()
    let terminal = try Binary.run(["report"], home: home).output
    let markdown = try Binary.run(["report", "--as", "markdown"], home: home).output
    for words in ["Gives you energy", "mending old clocks", "0 of 5 conversations"] {
      #expect(terminal.contains(words) && markdown.contains(words), "\(words)")
    }
    #expect(markdown.contains("&lt;script\\>alert"))
  }

  @Test("what is exported and imported elsewhere is the same, and importing twice doubles nothing")
  func roundTrip() throws {
    let home = try PreparedHome.full()
    _ = try Binary.run(["new", "second"], home: home, input: "a whole afternoon over a clock\n")
    let file = home.url.appendingPathComponent("all.json").path
    #expect(try Binary.run(["export", "--output", file], home: home).status == 0)
    let exported = try String(contentsOfFile: file, encoding: .utf8)
    let other = try TemporaryHome()
    #expect(try Binary.run(["import", file], home: other).output == "Taken in: sessions 1, 2.\n")
    #expect(try Binary.run(["export"], home: other).output == exported)
    #expect(try Binary.run(["import", file], home: other).output == "All of it is here already.\n")
    #expect(try Binary.run(["export"], home: other).output == exported)
    for command in [
      ["profile", "1"], ["sessions", "--json"], ["report", "--json", "--session", "1"],
    ] {
      #expect(
        try Binary.run(command, home: other).output == Binary.run(command, home: home).output)
    }
    let slip = try home.write("{\"format\": \"other\"}", to: "slip.json")
    #expect(try Binary.run(["import", slip], home: other).status == 3)
    #expect(try Binary.run(["import", home.url.path + "/none"], home: other).status == 3)
  }

  @Test("a file that was altered is refused or taken for what it is, and never trusted")
  func altered() throws {
    let home = try TemporaryHome()
    func session(_ id: Int, events: String) -> String {
      "{\"format\":\"nextmove-export\",\"version\":1,\"texts\":[],\"sessions\":[{\"id\":\(id),\"name\":null,\"started\":0,\"drafts\":{},\"events\":[\(events)]}]}"
    }
    func event(_ sequence: Int, level: Int) -> String {
      "{\"sequence\":\(sequence),\"kind\":\"logged\",\"at\":0,\"payload\":{\"id\":1,\"day\":\"2026-01-01\",\"level\":\(level),\"text\":\"a \\u001b[31mred moment\"}}"
    }
    let twice = try home.write(
      session(1, events: event(1, level: 1) + "," + event(1, level: 1)), to: "twice.json")
    let refused = try Binary.run(["import", twice], home: home)
    #expect(refused.status == 3)
    #expect(refused.error.contains("the events of session 1 are out of order"))
    let deep = try home.write(
      session(
        1,
        events: "{\"sequence\":1,\"kind\":\"x\",\"at\":0,\"payload\":"
          + String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000) + "}"),
      to: "deep.json")
    #expect(try Binary.run(["import", deep], home: home).status == 3)
    let wild = try home.write(session(-5, events: event(1, level: 99)), to: "wild.json")
    #expect(try Binary.run(["import", wild], home: home).output == "Taken in: session 1.\n")
    // Numbers at the end of what there is overflow nowhere.
    let last = try home.write(
      session(2, events: event(1, level: 1)).replacingOccurrences(
        of: "\"id\":1", with: "\"id\":9223372036854775807"
      ).replacingOccurrences(
        of: "\"started\":0", with: "\"started\":1e300"), to: "last.json")
    #expect(try Binary.run(["import", last], home: home).status == 0)
    for command in [
      ["log", "more", "+1"], ["round", "start"], ["calendar", "--output", "-"], ["sessions"],
    ] {
      let session = command == ["sessions"] ? [] : ["--session", "2"]
      #expect(try Binary.run(command + session, home: home).status == 0, "\(command)")
    }
    let log = try Binary.run(["log", "--session", "1"], home: home).output
    #expect(log.contains("+2 a red moment") && !log.contains("\u{1B}"))
  }

  /// Whether the bytes stand anywhere in the home's data, its backups among it.
  private func holds(_ text: String, in home: TemporaryHome) throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: home.data.path).contains { path in
      let file = home.data.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return false }
      return try Data(contentsOf: file).range(of: Data(text.utf8)) != nil
    }
  }

  @Test("what is forgotten is gone from the bytes of every file")
  func forget() throws {
    let home = try PreparedHome.full()
    #expect(try holds("mending old clocks", in: home))
    #expect(
      try Binary.run(["forget", "answer", "energizers/energizers"], home: home).status == 2)
    let answer = try Binary.run(
      ["forget", "answer", "energizers/energizers", "--yes"], home: home)
    #expect(answer.status == 0, "\(answer.error)")
    #expect(try !holds("mending old clocks", in: home))
    #expect(try !holds("long stretches of quiet work", in: home))
    // All else is there, and the question is open again.
    #expect(try Binary.run(["profile"], home: home).output.contains("patience with small parts"))
    #expect(try holds("an attractive package with stock options", in: home))
    #expect(try Binary.run(["forget", "posting", "1", "--yes"], home: home).status == 0)
    #expect(try !holds("an attractive package with stock options", in: home))
    #expect(try holds("former lead", in: home))
    #expect(try Binary.run(["forget", "person", "rosa", "--yes"], home: home).status == 0)
    #expect(try !holds("former lead", in: home))
    #expect(try !Binary.run(["people"], home: home).output.contains("Rosa"))
    #expect(try holds(Dialogue.goodDay, in: home))
    #expect(try Binary.run(["forget", "session", "1", "--yes"], home: home).status == 0)
    #expect(try !holds(Dialogue.goodDay, in: home))
    #expect(
      try Binary.run(["sessions"], home: home).output == "No session yet; “nextmove” starts one.\n")
    #expect(try Binary.run(["doctor"], home: home).status == 0)
  }

  @Test(
    "a posting that another session checked too stays with that one")
  func shared() throws {
    let home = try PreparedHome.full()
    let posting = try home.write(Dialogue.posting, to: "again.txt")
    _ = try Binary.run(["new", "second"], home: home, input: Dialogue.allAnswers)
    #expect(try Binary.run(["fit", posting, "--session", "2"], home: home).status == 0)
    let forgotten = try Binary.run(
      ["forget", "posting", "1", "--yes", "--session", "1"], home: home)
    #expect(
      forgotten.output == "Forgotten.\nIt was checked in session 2 too, and stays there.\n")
    #expect(try Binary.run(["fit", "--last", "--session", "2"], home: home).status == 0)
    #expect(try Binary.run(["fit", "--last", "--session", "1"], home: home).status == 3)
  }

  @Test("what is not there cannot be forgotten, and says so")
  func nothing() throws {
    let home = try PreparedHome.full()
    for what in [
      ["answer", "zebra"], ["answer", "bother/holding"], ["posting", "9"], ["person", "zebra"],
      ["session", "9"],
    ] {
      let result = try Binary.run(["forget"] + what + ["--yes"], home: home)
      #expect(result.status == 2, "\(what)")
      #expect(result.error.split(separator: "\n").count == 1, "\(what)")
    }
  }
}
