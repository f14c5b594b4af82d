import Foundation
import Testing

@testable import QuestionFlow

@Suite("authors' tools")
struct ToolTests {
  private let script: Script

  init() throws {
    script = try Script(
      yaml: """
        script: led
        title: "Led “people”"
        items:
          - {id: led, ask: "Have you led <people>?", answer: yes or no}
          - section: More
            when: led
            items:
              - {id: count, ask: "How many?", answer: number 0..500}
              - {id: story, when: count > 10 and led, ask: "What of the {count}?", answer: text}
        """, file: "led.yaml")
  }

  @Test("a graph in Mermaid, its labels made safe")
  func mermaid() {
    #expect(
      ScriptGraph(script).mermaid == """
        flowchart TD
          led["led: Have you led #lt;people#gt;?"]
          subgraph part1["More"]
            count["count: How many?"]
            story["story: What of the {count}?"]
          end
          led --> count
          count --> story
          led -.->|"led"| count
          count -.->|"count #gt; 10 and led"| story
          led -.->|"count #gt; 10 and led"| story
          count -.->|"quoted"| story

        """)
  }

  @Test("a graph in DOT")
  func dot() {
    #expect(
      ScriptGraph(script).dot == """
        digraph "led" {
          node [shape=box];
          "led" [label="led: Have you led <people>?"];
          subgraph cluster_1 {
            label="More";
            "count" [label="count: How many?"];
            "story" [label="story: What of the {count}?"];
          }
          "led" -> "count";
          "count" -> "story";
          "led" -> "count" [style=dotted, label="led"];
          "count" -> "story" [style=dotted, label="count > 10 and led"];
          "led" -> "story" [style=dotted, label="count > 10 and led"];
          "count" -> "story" [style=dotted, label="quoted"];
        }

        """)
  }

  @Test("a simulation is the same for the same seed, reaches every item, and always ends")
  func simulation() {
    let one = Simulation(script, seed: 4, runs: 200)
    let two = Simulation(script, seed: 4, runs: 200)
    #expect(one.coverage.map(\.runs) == two.coverage.map(\.runs))
    #expect(one.longestSeed == two.longestSeed)
    #expect(one.neverAsked.isEmpty)
    #expect(one.unfinished == 0)
    #expect(one.coverage.first?.runs == 200)
    #expect((1..<200).contains(one.coverage.last?.runs ?? 0))
    #expect(one.medianLength <= one.longestLength)
  }

  @Test("a simulation names what no run reaches")
  func unreached() throws {
    let never = try Script(
      yaml: """
        script: never
        title: Never
        items:
          - id: s
            ask: S?
            answer: scale 1..5
            probe:
              - {if: s > 5, ask: More?}
          - {id: y, when: s > 5, ask: Y?, answer: text}
        """, file: "never.yaml")
    let simulation = Simulation(never, seed: 1, runs: 100)
    #expect(simulation.neverAsked.map(\.item) == [ItemID("y")])
    #expect(simulation.probesNeverAsked.map(\.item) == [ItemID("s")])
  }

  @Test("a transcript that holds has no difference; one that does not shows both sides")
  func transcripts() throws {
    let text = """
      # Somebody who led nobody.
      == short
      ? Have you led <people>?
      > perhaps
      ! I hear neither yes nor no in “perhaps”; which is nearer, yes or no?
      > no
      = the end

      """
    let transcript = try Transcript(text, file: "t")
    #expect(transcript.difference(to: transcript.played(over: script)) == nil)
    #expect(transcript.played(over: script).text == text)

    let wrong = try Transcript(
      text.replacing("> no\n= the end", with: "> yes\n= the end"), file: "t")
    #expect(
      wrong.difference(to: wrong.played(over: script)) == """
          …
          ! I hear neither yes nor no in “perhaps”; which is nearer, yes or no?
          > yes
        - = the end
        + ? How many?
        """)
  }

  @Test(
    "a transcript's faults name their line",
    arguments: [
      ("> no\n", "t:1: a dialogue begins with a line such as “== the short way”"),
      ("== a\nno\n", "t:2: a line begins with ==, ?, ., >, !, = or #, unlike this one"),
      ("today: soon\n== a\n", "t:1: a day is written as in “today: 2027-03-01”"),
      ("", "t:1: there is no dialogue in it; one begins with “== a name”"),
    ])
  func transcriptFaults(text: String, message: String) {
    do throws(Transcript.Fault) {
      _ = try Transcript(text, file: "t")
      Issue.record("no fault found")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test("the template is a script without fault")
  func template() {
    let text = ScriptTemplate.text(named: "mine")
    #expect(text.contains("script: mine"))
    #expect(Script.check(yaml: text, file: "mine.yaml").map(\.headline) == [])
  }

  @Test("the tables of other tools' words lead to words that are known here")
  func mistakes() {
    let known = Set(
      ScriptReader.scriptKeys + ScriptReader.entryKeys + ["that", "say", "if", "else"])
    for (word, meant) in Mistakes.known.keys {
      for key in meant.words { #expect(known.contains(key), "\(word)") }
    }
    for line in Mistakes.known.opposites.values {
      #expect(known.contains(String(line.prefix { $0 != ":" })), "\(line)")
    }
    for (word, meant) in Mistakes.known.functions {
      for name in meant.words { #expect(ExpressionParser.functions.contains(name), "\(word)") }
    }
    for form in Mistakes.known.patterns.values { #expect(TextPattern(form) != nil, "\(form)") }
    #expect(Mistakes.known.keys.count > 50 && Mistakes.known.kinds.count > 40)
    #expect(Mistakes.known.expressions.count > 80)
  }

  @Test("the schema knows the keys that the reader knows")
  func schemaKeys() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(ScriptSchema.text.utf8)) as? [String: Any])
    let definitions = try #require(schema["definitions"] as? [String: [String: Any]])
    let item = try #require(definitions["item"]?["properties"] as? [String: Any])
    #expect(Set(item.keys) == Set(ScriptReader.itemKeys))
  }
}
