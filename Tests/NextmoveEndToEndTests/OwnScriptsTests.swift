import Foundation
import Testing
import TestSupport

@Suite("scripts of one's own, beside those that ship", .waiting)
struct OwnScriptsTests {
  private static let weekly = """
    script: weekly
    title: The week
    asked: on request
    repeats: weekly
    items:
      - id: mood
        ask: "How was your week? (The one before: {last.mood}.)"
        answer: scale 1..10
      - id: fell
        when: mood < last.mood
        ask: "Last time it was {last.mood}. What happened?"
        answer: text
    """

  /// A home with a script in its owner's own folder.
  private func home(_ script: String, _ name: String) throws -> TemporaryHome {
    let home = try TemporaryHome()
    let folder = home.url.appendingPathComponent(".config/nextmove/prompts")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try home.write(script, to: ".config/nextmove/prompts/\(name)")
    return home
  }

  @Test(
    "one script in the config directory hides none that ships; of two with one name the nearer wins"
  )
  func beside() throws {
    let home = try home(
      "script: energizers\ntitle: Mine\nitems: [{id: x, ask: X?, answer: text}]\n", "e.yaml")
    let listed = try Binary.run(["script", "list"], home: home).output
    #expect(listed.contains("Mine (your own,"))
    #expect(listed.contains("strengths"))
    #expect(listed.contains("“energizers” of Prompts/energizers.yaml (shipped) is not used"))
    #expect(try Binary.run(["doctor"], home: home).output.contains("scripts: 8"))
  }

  @Test("a shipped script is shown and copied, and never over one that is there")
  func copied() throws {
    let home = try TemporaryHome()
    let shown = try Binary.run(["script", "show", "strengths"], home: home).output
    #expect(shown.hasPrefix("script: strengths\n"))
    #expect(try Binary.run(["script", "copy", "strengths"], home: home).status == 0)
    let copy = home.url.appendingPathComponent(".config/nextmove/prompts/strengths.yaml")
    #expect(try String(contentsOf: copy, encoding: .utf8) == shown)
    #expect(try Binary.run(["script", "copy", "strengths"], home: home).status != 0)
  }

  @Test("what is repeated is kept each time, leaves as a row a time, and shows where it goes")
  func repeated() throws {
    let home = try home(Self.weekly, "weekly.yaml")
    _ = try Binary.run(["start", "weekly"], home: home, input: "8\n")
    let second = try Binary.run(["start", "weekly"], home: home, input: "5\ntoo much at once\n")
    #expect(second.output.contains("Last time it was 8. What happened?"))
    _ = try Binary.run(["start", "weekly"], home: home, input: "9\n")
    let csv = try Binary.run(["answers", "weekly", "--as", "csv"], home: home).output
    let lines = csv.components(separatedBy: "\r\n")
    #expect(lines.first == "session,script,instance,day,weekly.mood,weekly.fell")
    #expect(
      lines.dropFirst().map { $0.replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/, with: "DAY") } == [
        "1,weekly,1,DAY,8,", "1,weekly,2,DAY,5,too much at once", "1,weekly,3,DAY,9,", "",
      ])
    let report = try Binary.run(["report"], home: home).output
    #expect(report.contains(#/▆▄▇ [^;]+: 8; [^;]+: 5; [^;]+: 9/#), "\(report)")
    // The question above it is as it was asked last.
    #expect(report.contains("The week: How was your week? (The one before: 5.)"), "\(report)")
    let json = try Binary.run(["answers", "--json"], home: home).output
    #expect(json.contains("\"mood\" : 5"))
  }

  @Test("what is said to a probe leaves too, in a column of its own, beside what it is about")
  func probed() throws {
    let home = try home(
      """
      script: days
      title: Days
      items:
        - id: day
          ask: Which day?
          answer: text
          probe: [{if: words(day) < 3, ask: What was it like?}]
        - id: tasks
          ask: Which tasks?
          answer: list
          probe: [{if: vague(element), ask: "“{element}” means what?"}]
      """, "days.yaml")
    _ = try Binary.run(
      ["start", "days"], home: home,
      input: "Friday\nthe pump ran dry\nsoldering a board by hand\nstuff\n\ncounting valves\n")
    let csv = try Binary.run(["answers", "days", "--as", "csv"], home: home).output
    let lines = csv.components(separatedBy: "\r\n")
    #expect(
      lines.first == "session,script,instance,day,days.day,days.day.more,days.tasks,days.tasks.more"
    )
    #expect(
      lines.dropFirst().first?.hasSuffix(
        "Friday,the pump ran dry,\"soldering a board by hand, stuff\",stuff: counting valves")
        == true,
      "\(csv)")
    let markdown = try Binary.run(["answers", "days"], home: home).output
    #expect(markdown.contains("the pump ran dry"))
    let json = try Binary.run(["answers", "days", "--json"], home: home).output
    #expect(json.contains("\"tasks.more\"") && json.contains("counting valves"))
  }

  @Test("what a script needs of another is asked there first")
  func uses() throws {
    let home = try TemporaryHome()
    let prompts = home.url.appendingPathComponent("prompts")
    try FileManager.default.createDirectory(at: prompts, withIntermediateDirectories: true)
    _ = try home.write(
      "script: a\ntitle: First\nuses: {name: b.name}\nitems:\n  - {id: x, ask: \"What of {name}?\", answer: text}\n",
      to: "prompts/a.yaml")
    _ = try home.write(
      "script: b\ntitle: Second\nitems:\n  - {id: name, ask: Name?, answer: text}\n",
      to: "prompts/b.yaml")
    let result = try Binary.run(
      ["--prompts", prompts.path], home: home, input: "Rosa\nshe mends clocks\n")
    #expect(result.output.contains("What of Rosa?"))
    #expect(result.status == 0, "\(result.error)")
  }

  @Test("a transcript is begun where there is none, and holds")
  func begun() throws {
    let home = try TemporaryHome()
    _ = try home.write(Self.weekly, to: "weekly.yaml")
    let made = try Binary.process(
      ["script", "test", "weekly.yaml", "--update"], home: home, directory: home.url)
    #expect(
      made.output == "weekly.transcript: begun, with answers made up; put your own in their place\n"
    )
    let again = try Binary.process(
      ["script", "test", "weekly.yaml"], home: home, directory: home.url)
    #expect(again.output == "weekly.transcript: 1 dialogues as written\n", "\(again.error)")
  }

  @Test("a preview asks in the language that is named, and refuses one that is not there")
  func language() throws {
    let home = try TemporaryHome()
    let script = try home.write(
      "script: s\ntitle: {en: S, de: S}\nitems:\n  - {id: x, ask: {en: Why?, de: Warum?}, answer: text}\n",
      to: "s.yaml")
    let german = try Binary.run(
      ["script", "preview", script, "--language", "de"], home: home, input: "darum\n")
    #expect(german.output.contains("Warum?"))
    let french = try Binary.run(["script", "preview", script, "--language", "fr"], home: home)
    #expect(french.error.contains("the languages here are de, en"))
  }

  @Test("a diff knows options that are gone, narrowed ranges and declared renames")
  func difference() throws {
    let home = try TemporaryHome()
    let old = try home.write(
      "script: s\ntitle: S\nitems:\n  - {id: a, ask: A?, answer: scale 1..10}\n  - {id: c, ask: C?, answer: choice, choices: [red, blue]}\n",
      to: "old.yaml")
    let new = try home.write(
      "script: s\ntitle: S\nitems:\n  - {id: b, was: a, ask: A?, answer: scale 1..5}\n  - {id: c, ask: C?, answer: choice, choices: [blue, green]}\n",
      to: "new.yaml")
    let printed = try Binary.run(["script", "diff", old, new], home: home).output
    #expect(printed.contains("renamed"))
    #expect(printed.contains("1..10 → 1..5; answers outside are asked again"))
    #expect(printed.contains("option “red” is gone; answers with it are asked again"))
    #expect(printed.contains("option “green” is new"))
    // What takes other answers than before is not said to be as it was.
    #expect(printed.contains("changed   c: C?"))
  }
}
