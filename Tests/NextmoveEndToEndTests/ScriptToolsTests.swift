import Foundation
import TestSupport
import Testing

@Suite("tools for authors say what is so", .waiting)
struct ScriptToolsTests {
  /// A home with a script in its owner's own folder.
  private func ownHome(_ script: String, _ name: String) throws -> TemporaryHome {
    let home = try TemporaryHome()
    _ = try write(script, to: ".config/nextmove/prompts/\(name)", in: home)
    return home
  }

  /// Writes a file, and the folder that it is in.
  private func write(_ text: String, to name: String, in home: TemporaryHome) throws -> String {
    let folder = home.url.appendingPathComponent(name).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try home.write(text, to: name)
  }

  @Test(
    "words beside the options leave in a column of their own, and signs between things are told apart"
  )
  func otherWords() throws {
    let home = try ownHome(
      """
      script: bag
      title: Bag
      items:
        - id: why
          ask: Why?
          answer: choice
          choices: [rest, money]
          other: Something else
        - id: things
          ask: Which things?
          answer: list
        - id: sum
          ask: What of it?
          answer: text
        - matrix: How much of each?
          answer: scale 0..3
          rows: {calm: Calm}
      """, "bag.yaml")
    _ = try Binary.run(
      ["start", "bag"], home: home,
      input: "Something else: a boat\n- rope, thin; new\n- map\n\n=1+1\n2\n")
    let csv = try Binary.run(["answers", "--as", "csv"], home: home).output
    let lines = csv.components(separatedBy: "\r\n")
    let columns = (lines.first ?? "").split(separator: ",").map(String.init)
    #expect(columns.contains("bag.why.other"))
    #expect(lines.dropFirst().first?.contains("other,a boat,") == true, "\(csv)")
    #expect(csv.contains(#"rope\, thin\; new, map"#), "\(csv)")
    #expect(csv.contains("'=1+1"), "\(csv)")
    let json = try Binary.run(["answers", "bag", "--json"], home: home).output
    #expect(json.contains("\"why.other\" : \"a boat\""), "\(json)")
    let markdown = try Binary.run(["answers", "bag"], home: home).output
    #expect(markdown.contains("### How much of each?"), "\(markdown)")
  }

  @Test("a preview asks a script that waits to be asked for, and keeps nothing")
  func previewOnRequest() throws {
    let home = try TemporaryHome()
    let script = try write(
      "script: s\ntitle: S\nasked: on request\nitems:\n  - {id: x, ask: Why?, answer: text}\n  - {id: y, ask: How?, answer: text}\n",
      to: "s.yaml", in: home)
    let result = try Binary.run(["script", "preview", script], home: home, input: "so\n")
    #expect(result.output.contains("Why?") && result.output.contains("How?"))
    #expect(result.error.contains("this was a preview, so nothing is kept"))
  }

  @Test("of two scripts with one name every tool says the same")
  func twins() throws {
    let home = try TemporaryHome()
    let text = "script: s\ntitle: S\nitems:\n  - {id: x, ask: Why?, answer: text}\n"
    _ = try write(text, to: "twins/a.yaml", in: home)
    _ = try write(text, to: "twins/b.yaml", in: home)
    let folder = home.url.appendingPathComponent("twins").path
    for command in [["check"], ["preview"], ["simulate", "--runs", "2"], ["test"]] {
      let result = try Binary.run(["script"] + command + [folder], home: home)
      #expect(result.status != 0, "\(command)")
      let said = result.output + result.error
      #expect(
        said.contains("another script is named “s” already; give this one its own name"),
        "\(command): \(said)")
    }
  }

  @Test("two scripts that use each other are told so")
  func circle() throws {
    let home = try TemporaryHome()
    for (own, other) in [("aa", "bb"), ("bb", "aa")] {
      _ = try write(
        "script: \(own)\ntitle: S\nuses: {x: \(other).q}\nitems:\n  - {id: q, ask: \"Why {x}?\", answer: text}\n",
        to: "ring/\(own).yaml", in: home)
    }
    let file = home.url.appendingPathComponent("ring/aa.yaml").path
    let result = try Binary.run(["script", "check", file], home: home)
    #expect(
      result.output.contains("“aa” uses “bb” and “bb” uses “aa”, so that neither could be asked"),
      "\(result.output)")
  }

  @Test("a file that cannot be opened is told with what to do")
  func closedFile() throws {
    let home = try TemporaryHome()
    let path = home.url.appendingPathComponent("pipe.yaml").path
    #expect(mkfifo(path, 0o600) == 0)
    let result = try Binary.run(["script", "check", path], home: home)
    #expect(result.status != 0)
    #expect(
      result.error.contains(
        "cannot be opened: either you may not read it, which “chmod u+r” changes, or it is no"),
      "\(result.error)")
  }

  @Test("a folder with the name of a script, and a file in another encoding, are no riddles")
  func oddFiles() throws {
    let home = try TemporaryHome()
    _ = try write(
      "script: s\ntitle: S\nitems:\n  - {id: x, ask: Why?, answer: text}\n", to: "odd/s.yaml",
      in: home)
    try FileManager.default.createDirectory(
      at: home.url.appendingPathComponent("odd/dir.yaml"), withIntermediateDirectories: true)
    let folder = home.url.appendingPathComponent("odd")
    let clean = try Binary.run(["script", "check", folder.path], home: home)
    #expect(clean.status == 0, "\(clean.output)\(clean.error)")
    let latin = folder.appendingPathComponent("latin.yaml")
    try Data(
      "script: l\ntitle: L\nitems:\n  - id: x\n    ask: Wie h".utf8 + [0xE4] + "ufig?\n".utf8
    )
    .write(to: latin)
    let foreign = try Binary.run(["script", "check", latin.path], home: home)
    #expect(foreign.error.contains("latin.yaml:5:15: the letter here is saved as in Windows"))
    #expect(foreign.error.contains("ask: Wie häufig?"))
  }

  @Test("a diff tells of conditions, lists, checks, values and the script itself")
  func widerDifference() throws {
    let home = try TemporaryHome()
    func script(_ repeats: String, _ list: String, _ body: String) -> String {
      "script: s\ntitle: S\n\(repeats)items:\n  - {id: l, ask: L?, answer: list, between: \(list)}\n\(body)"
    }
    let old = try write(
      script(
        "repeats: weekly\n", "1..6",
        "  - for each: l\n    as: e\n    items:\n      - {id: d, ask: \"D {e}?\", answer: scale 1..5}\n  - let: t = count(l)\n  - {id: o, ask: O?, answer: rank top 3 of l}\n"
      ), to: "old.yaml", in: home)
    let new = try write(
      script(
        "", "2..4",
        "  - {id: d, ask: D?, answer: scale 1..5, when: count(l) > 2, required: yes}\n  - let: t = count(l) + 1\n  - {id: o, ask: O?, answer: rank top 2 of l, check: {that: count(o) > 1, say: Two.}}\n"
      ), to: "new.yaml", in: home)
    let printed = try Binary.run(["script", "diff", old, new], home: home).output
      .split(separator: /\s+/).joined(separator: " ")
    for sentence in [
      "repeats: weekly → once", "value “t”: count(l) → count(l) + 1",
      "1..6 → 2..4; answers outside are asked again",
      "asked for each of “l” → once; answers are kept aside, and it is asked again",
      "asked always → when count(l) > 2", "is required now",
      "the first 3 → the first 2; answers with more are asked again",
      "has a new check: count(o) > 1",
    ] {
      #expect(printed.contains(sentence), "\(sentence) in \(printed)")
    }
  }

  @Test("a transcript that is begun says what other scripts lend, in plain words")
  func begunWithUses() throws {
    let home = try TemporaryHome()
    _ = try write(
      "script: b\ntitle: B\nitems:\n  - {id: gifts, ask: Which?, answer: list, between: 1..3}\n",
      to: "lent/b.yaml", in: home)
    let user = try write(
      "script: a\ntitle: A\nuses: {gifts: b.gifts}\nitems:\n  - for each: gifts\n    as: gift\n    items:\n      - {id: x, ask: \"What of {gift}?\", answer: text}\n",
      to: "lent/a.yaml", in: home)
    _ = try Binary.run(["script", "test", user, "--update"], home: home)
    let begun = try String(
      contentsOfFile: user.replacingOccurrences(of: ".yaml", with: ".transcript"), encoding: .utf8)
    #expect(begun.contains("given gifts: one thing"), "\(begun)")
    #expect(begun.contains("? What of one thing?\n> a few words"), "\(begun)")
    #expect(try Binary.run(["script", "test", user], home: home).status == 0)
  }
}
