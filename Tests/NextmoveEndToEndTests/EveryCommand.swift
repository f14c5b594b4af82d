import Foundation
import TestSupport

/// A call of every command that prints, for what must hold of all of them.
enum EveryCommand {
  /// The calls, over a home that ``PreparedHome/withPeople()`` has made.
  static func calls(in home: TemporaryHome) throws -> [[String]] {
    let posting = try home.write(Dialogue.posting, to: "a posting.txt")
    let profile = try home.write(
      "energizers: [quiet mornings with a hard proof]\n", to: "profile.yaml")
    let stream = try home.write(
      "{\"id\": 1, \"text\": \"You will mend clocks.\"}\n", to: "stream.jsonl")
    let script = try home.write(Self.script, to: "mine.yaml")
    _ = try home.write(Self.transcript, to: "mine.transcript")
    return [
      ["fit", posting], ["fit", posting, "--json"], ["fit", "--last"],
      ["fit", "--profile", profile, "--jsonl", stream], ["compare", posting, posting],
      ["compare", posting, posting, "--json"], ["posting"], ["posting", "--json"],
      ["posting", "1"], ["posting", "1", "applied"],
      ["--help"], ["--version"], ["help", "fit"], ["--generate-completion-script", "bash"],
      ["start", "--help"], ["sessions"], ["sessions", "--json"],
      ["facets"], ["facets", "--json"],
      ["profile", "1"], ["read", posting], ["read", "--jsonl", stream],
      ["read", "--text", posting], ["log", "a walk", "+1"],
      ["log"], ["log", "--json"], ["outline"], ["outline", "--json"], ["people"],
      ["people", "list", "--json"], ["people", "add", "Ada Erfunden"],
      ["people", "edit", "1", "--level", "3"], ["people", "remove", "2"],
      ["round", "start"], ["round"], ["round", "show", "--json"], ["round", "close"],
      ["draft", "1", "--print"],
      ["questions", "1"], ["questions", "1", "--json"], ["calendar", "--output", "-"],
      ["report"], ["report", "--json"], ["report", "--as", "html"], ["report", "--as", "markdown"],
      ["answers"], ["answers", "--as", "csv"], ["answers", "energizers", "--json"],
      ["script", "list"], ["script", "list", "--json"], ["script", "show", "energizers"],
      ["script", "copy", "card_sort"],
      ["export"], ["import", try exported(from: home)], ["forget", "answer"],
      ["forget", "person", "1", "--yes"], ["forget", "posting"],
      ["script", "check", script], ["script", "check", script, "--json"],
      ["script", "graph", script],
      ["script", "schema"], ["script", "test", script], ["script", "diff", script, script],
      ["script", "simulate", script, "--runs", "20"], ["script", "new", "fresh", "--output", "-"],
      ["script", "preview", script], ["doctor"], ["doctor", "--json"], ["manual"], ["words", "fr"],
      ["start", "options"], ["resume", "1"],
      // Of another session from here on.
      ["new", "other"], ["forget", "session", "1", "--yes"],
    ]
  }

  private static func exported(from home: TemporaryHome) throws -> String {
    let file = home.url.appendingPathComponent("all.json").path
    _ = try Binary.run(["export", "--output", file], home: home)
    return file
  }

  static let script = """
    script: mine
    version: 1
    title: Mine
    about: A script of one question.
    items:
      - id: colour
        ask: Which colour is it?
        answer: text
    """

  static let transcript = """
    == the only way
    ? Which colour is it?
    > green
    = the end

    """
}

extension Binary {
  /// Runs the program as a shell would, with what the shell is to do with its descriptors.
  static func process(
    _ arguments: [String], redirected redirections: String, home: TemporaryHome,
    input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Result {
    try process(
      ["-c", "exec \"$0\" \"$@\" \(redirections)", path] + arguments, program: "/bin/bash",
      home: home, input: input, environment: environment)
  }
}
