import Foundation
import TestSupport
import Testing

/// Three people from their first start to a drafted message, each with their own way of typing.
@Suite("whole conversations, at a real terminal", .serialized)
struct WholeConversationTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Conversations")

  @Test(
    "from the first start to a drafted message that one would send",
    arguments: [
      ("types-much", ["petronella", "hedda"]), ("types-little", ["odalys", "ferdy"]),
      ("types-otherwise", ["jane", "lopez"]),
    ])
  func conversation(name: String, people: [String]) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, rows: 60)
    let file = Self.folder.appendingPathComponent("\(name).txt")
    try TypedConversation(try String(contentsOf: file, encoding: .utf8)).play(at: terminal)
    #expect(try terminal.waitForExit() == .status(0))
    let drafts = try people.map { person in
      let draft = try Binary.run(["draft", person, "--print"], home: home)
      return "== \(person)\n\(draft.output)"
    }
    let expected = Self.folder.appendingPathComponent("\(name).drafts.txt")
    #expect(drafts.joined() == (try String(contentsOf: expected, encoding: .utf8)))
  }
}

/// What somebody types, and what they must have seen before.
///
/// A line begins with what it is: `?` and `!` for what is shown since the line before was sent, `>` for a line at a
/// question, `+` for one at an open list, `$` for one at home, `|` for the lines of a paste, `#` for a remark.
private struct TypedConversation {
  private let lines: [(number: Int, kind: Character, text: String)]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { place, line in
        guard let kind = line.first, kind != "#" else { return nil }
        return (place + 1, kind, String(line.dropFirst(2)))
      }
  }

  func play(at terminal: PseudoTerminal) throws {
    var sent = terminal.raw.utf8.count
    var pasted: [String] = []
    for (index, line) in lines.enumerated() {
      switch line.kind {
      case "?", "!": try see(line.text, since: sent, at: terminal, line: line.number)
      case "|":
        pasted.append(line.text)
        guard index + 1 == lines.count || lines[index + 1].kind != "|" else { continue }
        try terminal.paste(pasted.joined(separator: "\n"))
        pasted = []
        sent = terminal.raw.utf8.count
        terminal.send("\r")
        terminal.settle()
      default:
        let prompt = ["+": "+ ", "$": "nextmove> "][line.kind] ?? "> "
        do { try terminal.waitForPrompt(prompt) } catch {
          throw TestFailure("line \(line.number): no prompt “\(prompt)”; \(error)")
        }
        sent = terminal.raw.utf8.count
        terminal.send(line.text + "\r")
        // Lines that come too fast are a paste.
        terminal.settle()
      }
    }
  }

  /// Waits until some words have been shown since a place of what was written.
  private func see(
    _ words: String, since place: Int, at terminal: PseudoTerminal, line: Int
  ) throws {
    do {
      try terminal.wait {
        Self.flowing(String(decoding: terminal.raw.utf8.dropFirst(place), as: UTF8.self)).contains(
          words)
      }
    } catch {
      throw TestFailure("line \(line): “\(words)” was not shown; \(error)")
    }
  }

  /// What was written, without control sequences, and as one line.
  private static func flowing(_ raw: String) -> String {
    raw.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
