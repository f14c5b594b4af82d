import Foundation
import Testing
import TestSupport

@Suite("the energy log, the round and the messages", .waiting)
struct JourneyCommandsTests {
  @Test("a moment is logged with its level, shown, and taken out again")
  func log() throws {
    let home = try TemporaryHome()
    func run(_ arguments: String...) throws -> Binary.Result {
      try Binary.run(["log"] + arguments, home: home)
    }
    #expect(
      try run("an hour with the old ledger", "+2", "--on", "2026-11-02").output
        == "Logged for 2 November 2026: +2 “an hour with the old ledger”.\n")
    #expect(try run("three meetings", "-2", "--on", "2026-11-03").status == 0)
    #expect(try run("-1", "waiting for signatures", "--on", "2026-11-04").status == 0)
    #expect(
      try run().output == """
        1    2026-11-02 +2 an hour with the old ledger
        2    2026-11-03 −2 three meetings
        3    2026-11-04 −1 waiting for signatures

        ▇▁▂ 2026-11-02 to 2026-11-04

        """)
    _ = try run("--remove", "2")
    #expect(try !run().output.contains("three meetings"))
    for wrong in [
      ["without a level"], ["+3", "too much"], ["+1"], ["lunch", "+1", "--on", "soon"],
    ] {
      let refused = try Binary.run(["log"] + wrong, home: home)
      #expect(refused.status == 2 && refused.error.split(separator: "\n").count == 1, "\(wrong)")
    }
  }

  @Test("the log stands beside the question that draws on it")
  func recall() throws {
    let home = try TemporaryHome()
    _ = try Binary.run(["log", "an hour with the old ledger", "+2"], home: home)
    _ = try Binary.run(["log", "three meetings", "-2"], home: home)
    let terminal = try PseudoTerminal(["start", "energizers"], home: home)
    try terminal.waitFor("From your energy log:")
    try terminal.waitFor("+2 an hour with the old ledger")
    #expect(!terminal.screen.flowing.contains("three meetings"))
  }

  @Test("a script is turned to by its name, and the people named in it go on the list")
  func scripts() throws {
    let home = try TemporaryHome()
    let answers =
      "Rosa Beispiel\n\nJan Muster, keeper of instruments\n\n/skip\n/skip\n/skip\n5\n4\n2\n1\nLena\n"
    _ = try Binary.run(["start", "interviews"], home: home, input: answers)
    _ = try Binary.run(["round", "start", "--from", "2030-03-04"], home: home)
    let people = try Binary.run(["people"], home: home).output
    #expect(people.contains("Rosa Beispiel, 2 levels above you, to ask"))
    #expect(people.contains("Jan Muster, keeper of instruments, to ask"))
    // Who was taken off the list stays off, though the answers name them still.
    _ = try Binary.run(["people", "remove", "jan"], home: home)
    _ = try Binary.run(
      ["start", "interviews"], home: home, input: "\n\n/skip\n/skip\n/skip\n\n\n\n\nLena\n")
    #expect(try !Binary.run(["people"], home: home).output.contains("Jan"))
    let json = try Binary.run(["round", "--json"], home: home).output
    #expect(json.contains(#""goal" : 5"#) && json.contains(#""end" : "2030-03-31""#))
    let unknown = try Binary.run(["start", "outlin"], home: home)
    #expect(unknown.status == 2)
    #expect(
      unknown.error.hasPrefix("nextmove: There is no script “outlin”. Did you mean “outline”?"))
  }

  @Test("the outline stands beside the question that takes it further out")
  func outlineRecalled() throws {
    let home = try PreparedHome.withPeople()
    let result = try Binary.run(
      ["start", "options"], home: home, input: "workshop lead\n\nhr\nnear\n/skip\n/skip\n/skip\n")
    #expect(
      result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "From your outline: restoring clocks and instruments at the bench most of the week"))
  }

  @Test("a round says how far it is, who is due, and when all are peers or recruiters")
  func round() throws {
    let home = try TemporaryHome()
    _ = try Binary.run(["people", "add", "Jan Muster", "--level", "0"], home: home)
    _ = try Binary.run(
      [
        "people", "add", "Ada Muster", "--relation", "recruiter", "--status", "talked", "--due",
        "2020-01-01",
      ],
      home: home)
    let started = try Binary.run(
      ["round", "start", "--goal", "3", "--weeks", "2", "--from", "2030-01-01"], home: home)
    #expect(started.output.hasPrefix("3 conversations from 1 January 2030 to 14 January 2030."))
    #expect(started.output.contains("Nobody here is above you."))
    let shown = try Binary.run(["round"], home: home).output
    #expect(shown.hasPrefix("1 of 3 conversations, 14 days left, until 14 January 2030."))
    #expect(shown.contains("Ada Muster: the next step (by 1 January 2020)"))
    #expect(shown.contains("There are 2 people for 3 conversations"))
    #expect(try Binary.run(["round", "close"], home: home).status == 0)
    #expect(try Binary.run(["round", "close"], home: home).status == 2)
    for wrong in [["--goal", "0"], ["--weeks", "99"], ["--from", "03/04/2030"]] {
      #expect(try Binary.run(["round", "start"] + wrong, home: home).status == 2)
    }
  }

  @Test("a draft holds nothing but the template's words and the answers")
  func draft() throws {
    let home = try PreparedHome.withPeople()
    let request = try Binary.run(["draft", "rosa"], home: home)
    #expect(request.status == 0)
    #expect(
      request.output == """
        Taking up your offer to talk

        Dear Rosa,

        You once offered to talk with me about where I am heading. I would love to take you up on that.

        I am working out what to do next. My rough idea so far: I would restore clocks and instruments for a museum, at a bench of my own, in a small workshop near here. What I cannot judge from here is whether museums still employ anybody for it. I am not asking for a job, only for your view.

        Would you have half an hour for me in the coming weeks, by phone or over a coffee? If this is not a good time, please just say so.

        With warm regards

        """)
    let thanks = try Binary.run(["draft", "jan", "--for", "thanks"], home: home).output
    #expect(
      thanks.contains(
        "Dear Jan,\n\nThank you.\n\nI will tell you what comes of it.\n\nWith warm regards\n"))
    #expect(try Binary.run(["draft", "rosa", "--for", "poem"], home: home).status == 2)
    #expect(try Binary.run(["draft", "zebra"], home: home).status == 2)
  }

  @Test("a mail is one that other programs read, without a sender and never sent")
  func mail() throws {
    let home = try PreparedHome.withPeople()
    _ = try Binary.run(["people", "edit", "rosa", "--name", "Rósa “R” Beispiel"], home: home)
    let file = home.url.appendingPathComponent("rosa.eml").path
    #expect(try Binary.run(["draft", "1", "--eml", file], home: home).status == 0)
    let read = try Python.run(
      """
      import sys, email, email.policy
      message = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
      print(message["subject"]); print(message["to"]); print(message["from"])
      print(message.get_content().splitlines()[0])
      """, [file])
    #expect(
      read == "Taking up your offer to talk\nRósa “R” Beispiel <>\nNone\nDear Rósa,\n")
  }

  @Test(
    "questions are those of the outline, the postings, and the person's level")
  func questions() throws {
    let home = try PreparedHome.withPeople()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    _ = try Binary.run(["fit", posting], home: home)
    let senior = try Binary.run(["questions", "rosa"], home: home).output
    #expect(senior.contains("Where do you see this kind of work going in the next few years?"))
    #expect(senior.contains("whether museums still employ anybody for it"))
    #expect(senior.contains("How many hours of an ordinary week are meetings"))
    let peer = try Binary.run(["questions", "jan"], home: home).output
    #expect(peer.contains("What do you see me do gladly"))
    #expect(!peer.contains("Where do you see this kind of work going"))
  }

  @Test("the calendar is one that an independent parser reads as it was meant")
  func calendar() throws {
    let home = try PreparedHome.withPeople()
    _ = try Binary.run(
      [
        "people", "edit", "jan", "--status", "agreed", "--due", "2030-03-12", "--next",
        "tea; with a comma, a \\ and a very long line about the old musical clocks of the county museum",
      ], home: home)
    _ = try Binary.run(
      ["round", "start", "--goal", "3", "--weeks", "2", "--from", "2030-03-04"], home: home)
    let file = home.url.appendingPathComponent("round.ics").path
    #expect(try Binary.run(["calendar", "--output", file, "--hour", "8"], home: home).status == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
    let read = try Python.run(
      """
      import sys, icalendar
      calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
      assert not calendar.errors
      for event in calendar.walk("VEVENT"):
          assert not event.errors and event["uid"] and event["dtstamp"]
          print(event["dtstart"].dt, str(event["summary"]), sep=" | ")
      """, [file])
    #expect(
      read == """
        2030-03-04 08:00:00 | An hour for my next move
        2030-03-11 08:00:00 | An hour for my next move
        2030-03-17 | The round of conversations ends
        2030-03-05 | Rosa Beispiel: write to her
        2030-03-12 | Jan Muster: tea; with a comma, a \\ and a very long line about the old musical clocks of the county museum
        2030-03-13 | Thank Jan Muster, and note what you heard

        """)
    #expect(try Binary.run(["calendar", "--hour", "25"], home: home).status == 2)
    #expect(try Binary.run(["calendar"], home: TemporaryHome()).status == 3)
  }

  @Test("the outline page says politely when it is open to anything")
  func outline() throws {
    let home = try PreparedHome.withPeople()
    let page = try Binary.run(["outline"], home: home).output
    #expect(page.contains("I would restore clocks and instruments for a museum"))
    #expect(page.contains("Least sure of"))
    let json = try Binary.run(["outline", "--json"], home: home).output
    #expect(json.contains("I would spend most of the week restoring clocks"))
    #expect(try Binary.run(["outline"], home: TemporaryHome()).status == 3)
  }
}
