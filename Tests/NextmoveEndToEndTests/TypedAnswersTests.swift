import Foundation
import Testing
import TestSupport

@Suite(
  "what is typed is kept as it was meant, and input that ends leaves a question open", .waiting)
struct TypedAnswersTests {
  /// A home with a script of its own, whose only items are these.
  private func home(_ items: String) throws -> (TemporaryHome, arguments: [String]) {
    let home = try TemporaryHome()
    let prompts = home.url.appendingPathComponent("prompts")
    try FileManager.default.createDirectory(at: prompts, withIntermediateDirectories: true)
    _ = try home.write("script: s\ntitle: S\nitems:\n\(items)", to: "prompts/s.yaml")
    return (home, ["--prompts", prompts.path])
  }

  private static let number = "  - id: pay\n    ask: How much?\n    answer: number\n"
  private static let list =
    "  - id: things\n    ask: What?\n    answer: list\n    between: 3..7\n"

  @Test("a list below its minimum is refused once where the input ends, and stays a draft")
  func listRanOut() throws {
    let (home, arguments) = try home(Self.list)
    let result = try Binary.run(arguments, home: home, input: "one\ntwo\n")
    #expect(result.status == 3)
    #expect(result.output.components(separatedBy: "That is 2; at least 3").count == 2)
    #expect(
      result.error
        == "nextmove: The input ended at “s/things” (What?); everything before is saved, and what you had begun is kept.\n"
    )
    let again = try Binary.run(arguments, home: home, input: "three\n")
    #expect(again.output.contains("You had begun: one; two"))
    #expect(again.status == 0, "\(again.error)")
  }

  @Test("a line in Windows-1252 is read as it was meant")
  func otherCharacters() throws {
    let (home, arguments) = try home("  - id: place\n    ask: Where?\n    answer: text\n")
    var line = Data("a caf".utf8)
    line.append(contentsOf: [0xE9, 0x20, 0x93, 0x61, 0x94, 0x0A])
    _ = try Binary.run(arguments, home: home, input: line)
    let answers = try Binary.run(["answers", "s", "--as", "csv"] + arguments, home: home)
    #expect(answers.output.contains("a café “a”"), "\(answers.output)\(answers.error)")
  }

  @Test("input that ends before anything was begun promises nothing of the kind")
  func nothingBegun() throws {
    let (home, arguments) = try home(Self.number)
    let result = try Binary.run(arguments, home: home, input: "")
    #expect(
      result.error
        == "nextmove: The input ended at “s/pay” (How much?); everything before is saved.\n")
  }

  @Test("an entry that is on a list already is told of when it is typed, and stands there once")
  func repeated() throws {
    let (home, arguments) = try home(Self.list)
    let result = try Binary.run(arguments, home: home, input: "C\nC++\n - C \nC#\n\n")
    #expect(result.output.contains("“C” is on the list already, so it is not put there twice."))
    #expect(!result.output.contains("“C++” is on the list"))
    #expect(result.status == 0, "\(result.error)")
    let export = try Binary.run(["export"], home: home).output
    let entries = export.matches(of: /"text":"(C[+#]*)"/).map { String($0.1) }
    #expect(entries == ["C", "C++", "C#"], "\(export)")
  }

  @Test("a bullet alone is no entry, and is said to be none")
  func bulletAlone() throws {
    let (home, arguments) = try home(Self.list)
    let result = try Binary.run(arguments, home: home, input: "+\n1.\none\n-\ntwo\nthree\n\n")
    let said = "That marks an entry and says nothing, so nothing was put on the list."
    #expect(result.output.replacing("\n  ", with: " ").components(separatedBy: said).count == 4)
    #expect(!result.output.contains("There is nothing here yet"))
    #expect(result.status == 0, "\(result.output)\(result.error)")
    let export = try Binary.run(["export"], home: home).output
    let entries = export.matches(of: /"text":"(\w+)"/).map { String($0.1) }
    #expect(entries == ["one", "two", "three"], "\(export)")
  }

  @Test(
    "a line that shows nothing is an empty line, whatever is asked",
    arguments: ["text", "long text", "number", "date", "yes or no", "list", "person", "posting"])
  func nothingToSee(kind: String) throws {
    let item = "  - id: x\n    ask: What?\n    answer: \(kind)\n"
    func said(_ line: String) throws -> String {
      let (home, arguments) = try home(item)
      let result = try Binary.run(arguments, home: home, input: "\(line)\n\(line)\n")
      return result.output + result.error
    }
    let empty = try said("")
    for line in ["\u{AD}", "\u{200B} ", "\u{2060}\u{FEFF}", "\u{200D}"] {
      #expect(try said(line) == empty)
    }
  }

  @Test(
    "a word that passes a question over in a pipe is told, where it is no answer",
    arguments: ["no clue", "pass", "skip", "next"])
  func passedOver(word: String) throws {
    let (home, arguments) = try home(
      Self.number + "  - id: sure\n    ask: Sure?\n    answer: yes or no\n")
    let result = try Binary.run(arguments, home: home, input: "\(word)\nyes\n")
    #expect(result.output.contains("(Left open: “\(word)”.)"), "\(result.output)")
    #expect(result.status == 0, "\(result.error)")
  }

  @Test("an answer that was refused before the input ended stays a draft")
  func refusedRanOut() throws {
    let (home, arguments) = try home(Self.number)
    let result = try Binary.run(arguments, home: home, input: "4 horses\n")
    #expect(result.status == 3)
    #expect(
      result.output.contains("only the number is kept; is it 4?"))
    #expect(result.error.hasPrefix("nextmove: The input ended at “s/pay” (How much?)"))
    let again = try Binary.run(arguments, home: home, input: "")
    #expect(again.output.contains("(You had written “4 horses”; Up brings it back.)"))
  }

  @Test("one of two readings is taken by its letter, and shown as understood")
  func twoReadings() throws {
    let (home, arguments) = try home(Self.number)
    let result = try Binary.run(arguments, home: home, input: "1,000\na\n")
    #expect(result.output.contains("“1,000” can be read as 1000 or 1; which is it?"))
    #expect(result.output.contains("(a takes the first, b takes the second; or write it anew.)"))
    #expect(result.status == 0, "\(result.error)")
    let other = try self.home(Self.number)
    let understood = try Binary.run(other.arguments, home: other.0, input: "60k\n")
    #expect(understood.output.contains("(Understood: 60000.)"))
  }

  @Test(
    "what is roughly a number is proposed with its unit, at a terminal, and taken by its letter")
  func roughly() throws {
    let (home, arguments) = try home(
      "  - id: span\n    ask: In how many weeks?\n    answer: number 1..52\n"
        + "  - id: day\n    ask: Which day?\n    answer: date\n"
        + "  - id: sure\n    ask: Are you sure?\n    answer: yes or no\n")
    let terminal = try PseudoTerminal(arguments, home: home)
    try terminal.answer("a month")
    try terminal.waitFor(
      "“a month” is roughly 4 weeks; is it that? (a takes that; or write it anew.)")
    try terminal.answer("a")
    try terminal.waitFor("Which day?")
    try terminal.answer("mid-june")
    try terminal.waitFor("“mid-june” is roughly")
    try terminal.answer("a")
    try terminal.waitFor("Are you sure?")
    try terminal.answer("kind of")
    try terminal.waitFor("I hear neither yes nor no in “kind of”; which is nearer, yes or no?")
    try terminal.answer("omg yes")
    try terminal.waitFor("(Understood: yes.)")
    let export = try Binary.run(["export"], home: home).output
    #expect(export.contains("\"number\":{\"_0\":4}") || export.contains("4"), "\(export)")
  }

  @Test("in a German script, yes, a number and a day are said in German")
  func german() throws {
    let (home, arguments) = try home(
      "  - {id: sure, ask: {en: Sure?, de: Sicher?}, answer: yes or no}\n"
        + "  - {id: span, ask: {en: How many?, de: Wie viele?}, answer: number}\n"
        + "  - {id: day, ask: {en: When?, de: Wann?}, answer: date}\n")
    let result = try Binary.run(
      arguments, home: home, input: Data("ja\nzwei bis drei\nb\nEnde März\n".utf8),
      environment: ["LC_ALL": "de_DE.UTF-8"])
    let said = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("ist es 2 oder 3?"), "\(result.output)")
    #expect(result.output.contains("31. März"), "\(result.output)")
    #expect(result.status == 0, "\(result.error)")
  }

  @Test(
    "input that ends inside any prompt ends the conversation, and names the item",
    arguments: [
      "/paste\nabout", "/paste\n", "/revise\n", "/review\n", "/fit\n", "/edit\n", "1,000\n",
    ])
  func everyPrompt(input: String) throws {
    let (home, arguments) = try home(
      "  - id: first\n    ask: First?\n    answer: text\n\(Self.number)")
    let result = try Binary.run(arguments, home: home, input: "once\n" + input)
    #expect(result.status == 3)
    #expect(result.error.hasPrefix("nextmove: The input ended at “s/pay” (How much?)"))
  }
}
