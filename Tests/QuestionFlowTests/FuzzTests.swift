import Foundation
import Testing

@testable import QuestionFlow

/// Scripts, expressions and transcripts damaged at random; `NEXTMOVE_FUZZ=100000` tries more.
@Suite("whatever is read, nothing traps and nothing hangs")
struct FuzzTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["NEXTMOVE_FUZZ"].flatMap { Int($0) } ?? 200

  private static let pieces = [
    "{", "}", "[", "]", ":", "- ", "\n", "\n  ", "\n    ", "\t", "'", "\"", "&a ", "*a", "!!", "|",
    ">",
    "#", "?", "%", "@", "`", "when: ", "items:", "for each: ", "answer: rank ", "scale 1..", "{x}",
    "{{",
    "\u{FEFF}", "\r\n", "\u{0}", "\u{1B}[2J", "日本", "é", "🙂", "999999999999999999999", "-1",
    "1e999",
    "any(", "not not not ", "and", "in [", "..", "yes", "~", "<<: *a",
  ]

  private static func mutated(_ text: String, _ random: inout SeededRandom) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      guard !characters.isEmpty else { break }
      let place = Int.random(in: 0..<characters.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(contentsOf: pieces.randomElement(using: &random) ?? "", at: place)
      case 2:
        let end = min(characters.count, place + Int.random(in: 1...40, using: &random))
        let other = Int.random(in: 0...characters.count, using: &random)
        characters.insert(contentsOf: characters[place..<end], at: other)
      case 3:
        let end = min(characters.count, place + Int.random(in: 1...40, using: &random))
        characters.removeSubrange(place..<end)
      default: characters.swapAt(place, Int.random(in: 0..<characters.count, using: &random))
      }
    }
    return String(characters)
  }

  private static let seeds: [String] = {
    let prompts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Prompts")
    let shipped = ["energizers", "strengths", "outline"].compactMap {
      try? String(contentsOf: prompts.appendingPathComponent("\($0).yaml"), encoding: .utf8)
    }
    // However many wrong scripts there are, others come up as well.
    let sound = shipped + [ScriptTemplate.text(named: "x"), ExpressionPropertyTests.yaml]
    let wrong = WrongScriptTests.cases.map(\.script)
    return wrong + Array(repeating: sound, count: 1 + wrong.count / (4 * sound.count)).joined()
  }()

  @Test("damaged scripts are read, refused or run")
  func scripts() {
    var random = SeededRandom(seed: 3)
    var read = 0
    var refused = 0
    for round in 0..<Self.rounds {
      let seed = Self.seeds.randomElement(using: &random) ?? ""
      let text = Self.mutated(seed, &random)
      let faults = Script.check(yaml: text, file: "f.yaml", including: { _ in seed })
      for fault in faults {
        #expect(fault.line >= 1 && fault.column >= 1)
        _ = fault.description
      }
      guard let script = try? Script(yaml: text, file: "f.yaml", including: { _ in seed }) else {
        refused += 1
        #expect(faults.contains { $0.severity == .error })
        continue
      }
      read += 1
      #expect(Simulation(script, seed: UInt64(round), runs: 1).unfinished == 0)
      _ = ScriptGraph(script).mermaid + ScriptGraph(script).dot
    }
    #expect(read > 0 && refused > 0)
  }

  @Test("damaged transcripts are read or refused, and play to an end")
  func transcripts() throws {
    let script = try Script(yaml: ExpressionPropertyTests.yaml, file: "t.yaml")
    let text =
      "today: 2027-03-01\n\n== one\n? T?\n> a\n? L?\n> b\n> c\n! no\n> /back\n> /skip\n= the end\n"
    var random = SeededRandom(seed: 5)
    for _ in 0..<Self.rounds {
      let mutated = Self.mutated(text, &random)
      guard let transcript = try? Transcript(mutated, file: "t.transcript") else { continue }
      let played = transcript.played(over: script)
      // What was played plays the same again.
      #expect(played.difference(to: played.played(over: script)) == nil)
    }
  }

  /// Whether any words at all are an answer.
  private static func takesAnyWords(_ kind: AnswerKind) -> Bool {
    switch kind {
    case .text, .longText, .list, .person, .posting: true
    default: false
    }
  }

  @Test("what is typed is taken where any words are an answer, and refused elsewhere")
  func answers() throws {
    let script = try Script(yaml: ExpressionPropertyTests.yaml, file: "a.yaml")
    var random = SeededRandom(seed: 9)
    let offered = ["one", "two"].enumerated().map {
      AnswerKind.Option(id: ElementID($0.offset + 1), label: Wording($0.element))
    }
    let surroundings = AnswerKind.Surroundings(today: .first, offered: offered)
    var (taken, refused): (Set<ItemID>, Set<ItemID>) = ([], [])
    for _ in 0..<Self.rounds * 5 {
      let typed = Self.mutated("1, two 3 next tuesday 2027-03-01 yes", &random)
      for item in script.items {
        do {
          _ = try item.kind.parse(typed, in: surroundings)
          taken.insert(item.id)
        } catch {
          refused.insert(item.id)
        }
      }
    }
    let takesAny = script.items.filter { Self.takesAnyWords($0.kind) }.map(\.id)
    #expect(taken.isSuperset(of: takesAny))
    #expect(refused.isSuperset(of: Set(script.items.map(\.id)).subtracting(takesAny)))
  }

  @Test("names in any script of the world, CRLF, a byte order mark and control characters")
  func world() throws {
    let yaml =
      "\u{FEFF}script: 世界\r\ntitle: Welt\r\nitems:\r\n  - id: größe\r\n    ask: \"Wie groß?\\e[2J\"\r\n    answer: yes or no\r\n  - id: имя\r\n    when: größe\r\n    ask: Имя?\r\n    answer: text\r\n"
    let script = try Script(yaml: yaml, file: "w.yaml")
    #expect(script.items.map(\.id.rawValue) == ["größe", "имя"])
    #expect(Script.check(yaml: yaml, file: "w.yaml").isEmpty)
  }

  @Test("a list of 100,000 elements is refused in a sentence")
  func hugeList() {
    let typed = (0..<100_000).map { "thing \($0)" }.joined(separator: "\n")
    #expect(throws: Rejection(.tooMany(100_000, 10_000))) {
      try ListAnswer(bounds: nil).entries(typed)
    }
    #expect(
      Rejection(.tooMany(100_000, 10_000)).description
        == "That is 100,000, and at most 10,000 fit; keep the ones that matter most.")
  }
}
