import Foundation
import Testing
import TestSupport

@Suite("scripts of one's own, at a real terminal", .waiting)
struct ScriptChangeTests {
  private func folder(_ home: TemporaryHome) throws -> String {
    let folder = home.url.appendingPathComponent("prompts")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }

  private let first = """
    script: clocks
    title: Clocks
    items:
      - {id: first, ask: "Which was your first clock?", answer: text}
      - {id: hours, ask: "How many hours did it take?", answer: text}
      - {id: last, ask: "And the last?", answer: text}

    """

  @Test("a script changed between sessions says in plain words what has become of the answers")
  func changed() throws {
    let home = try TemporaryHome()
    let prompts = try folder(home)
    _ = try home.write(first, to: "prompts/clocks.yaml")
    var terminal = try PseudoTerminal(["--prompts", prompts], home: home)
    try terminal.answer("a tower clock")
    try terminal.answer("about a hundred")
    try terminal.waitFor("And the last?")
    try terminal.answer("/quit")
    _ = try terminal.waitForExit()

    let changed = first.replacingOccurrences(
      of: "  - {id: hours, ask: \"How many hours did it take?\", answer: text}\n", with: ""
    ).replacingOccurrences(
      of: "  - {id: last", with: "  - {id: why, ask: \"Why clocks?\", answer: text}\n  - {id: last")
    _ = try home.write(changed, to: "prompts/clocks.yaml")
    terminal = try PseudoTerminal(["--prompts", prompts], home: home)
    try terminal.waitFor("Why clocks?")
    #expect(
      terminal.screen.flowing.hasPrefix(
        "The questions have changed since you were last here. One question is new. “How many hours did it take?” is no longer asked; what you wrote is kept. Welcome back."
      ))
    try terminal.answer("/quit")
    _ = try terminal.waitForExit()

    // Back to the older version: the answer is there again.
    _ = try home.write(first, to: "prompts/clocks.yaml")
    terminal = try PseudoTerminal(["--prompts", prompts], home: home)
    try terminal.waitFor("One question is back, with what you had answered.")
    try terminal.answer("/answers")
    try terminal.waitFor("about a hundred")
  }

  @Test("for authors, the same as JSON before anybody is asked")
  func diff() throws {
    let home = try TemporaryHome()
    let old = try home.write(first, to: "old.yaml")
    let new = try home.write(
      first.replacingOccurrences(
        of: "id: hours, ask: \"How many hours did it take?\", answer: text",
        with: "id: hours, ask: \"How many hours?\", answer: number"), to: "new.yaml")
    let result = try Binary.run(["script", "diff", old, new, "--json"], home: home)
    #expect(result.status == 0)
    #expect(result.output.contains(#""fate" : "retyped""#))
    let plain = try Binary.run(["script", "diff", old, new], home: home)
    #expect(
      plain.output
        == "as it was first: Which was your first clock?\nretyped   hours: How many hours?\n          text → number\nas it was last: And the last?\n"
    )
  }

  @Test("questions come in the language of the locale where the script has it")
  func translation() throws {
    let home = try TemporaryHome()
    let prompts = try folder(home)
    _ = try home.write(
      """
      script: a
      title: {en: Clocks, de: Uhren}
      items:
        - {id: x, ask: {en: "Which clock?", de: "Welche Uhr?"}, answer: text}

      """, to: "prompts/a.yaml")
    let german = try PseudoTerminal(
      ["--prompts", prompts], home: home, environment: ["LC_ALL": "de_DE.UTF-8"])
    try german.waitFor("Welche Uhr?")
    try german.answer("/quit")
    _ = try german.waitForExit()
    let english = try PseudoTerminal(["--prompts", prompts], home: home)
    try english.waitFor("Which clock?")
  }

  @Test("a preview asks the questions and keeps nothing")
  func preview() throws {
    let home = try TemporaryHome()
    let file = try home.write(first, to: "clocks.yaml")
    let terminal = try PseudoTerminal(["script", "preview", file], home: home)
    for line in ["one", "two", "three"] { try terminal.answer(line) }
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.screen.flowing.contains("The end of the preview; nothing was kept."))
    let sessions = try Binary.run(["sessions"], home: home)
    #expect(sessions.output == "No session yet; “nextmove” starts one.\n")
  }

  @Test("a new script never overwrites a file, and a name that is none is refused")
  func new() throws {
    let home = try TemporaryHome()
    #expect(
      try Binary.process(["script", "new", "mine"], home: home, directory: home.url).status == 0)
    let again = try Binary.process(["script", "new", "mine"], home: home, directory: home.url)
    #expect(again.status == 3)
    #expect(
      again.error
        == "nextmove: “mine.yaml” is there already; name another file.\n"
    )
    #expect(
      try Binary.process(["script", "new", "a b"], home: home, directory: home.url).status == 2)
  }

  @Test("check speaks JSON, with severities and places")
  func checkJSON() throws {
    let home = try TemporaryHome()
    let file = try home.write(
      first.replacingOccurrences(
        of: "answer: text}\n  - {id: last", with: "when: not first, answer: text}\n  - {id: last"),
      to: "clocks.yaml")
    let result = try Binary.run(["script", "check", file, "--json"], home: home)
    #expect(result.status == 3)
    #expect(result.output.contains(#""severity" : "error""#))
    #expect(result.output.contains(#""line" : 5"#))
    #expect(result.output.contains("this is a text, where a yes-or-no condition is needed"))
  }

  @Test("a script of more than four million bytes is refused in a sentence")
  func hugeScript() throws {
    let home = try TemporaryHome()
    let file = try home.write(
      first + String(repeating: "# padding\n", count: 420_000), to: "huge.yaml")
    let result = try Binary.run(["script", "check", file], home: home)
    #expect(result.status == 3)
    #expect(
      result.output.hasPrefix(
        "\(file):1:1: the script is larger than four million bytes; split it into several scripts"))
  }
}
