@testable import QuestionFlow
import Testing

@Suite("answers as people type them")
struct AnswerTests {
  @Test("a rejection says in one sentence what would be taken")
  func rejections() {
    #expect(
      refusal { _ = try NumberAnswer.number("many", within: nil) }
        == "I see no number in “many”; a rough one will do, such as 12 or 2.5.")
    #expect(
      refusal { _ = try YesOrNoAnswer.truth("perhaps") }
        == "I hear neither yes nor no in “perhaps”; which is nearer, yes or no?")
    #expect(
      refusal { _ = try ListAnswer(bounds: 3...7).entries("one") }
        == "That is 1; at least 3 are needed to compare. One a line.")
    #expect(
      refusal { _ = try DateAnswer.day("Tom", today: Scenario.today) }
        == "“Tom” is not a day I know; shall it be Tuesday, 1 December 2026? Or write one, such as 1 March or tomorrow."
    )
  }

  @Test(
    "what shows nothing is refused as what is empty, in every kind of answer",
    arguments: [
      "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200D}", " \u{200E}\u{2063} ", "\u{180E}",
      "\u{3164}", "\u{FE0F}", "\u{2800}", "\u{E0020}",
    ])
  func invisible(typed: String) throws {
    let options = [AnswerKind.Option(id: .option("one"), label: Wording("one"))]
    let surroundings = AnswerKind.Surroundings(today: Scenario.today, offered: options)
    let kinds: [AnswerKind] = [
      .text(TextAnswer()), .longText, .number(NumberAnswer()), .date, .yesOrNo,
      .choice(ChoiceAnswer(Offer(options: options))), .list(ListAnswer(bounds: nil)), .person,
      .posting,
    ]
    for kind in kinds {
      let empty = refusal { _ = try kind.parse("", in: surroundings) }
      #expect(empty != nil)
      let refused = refusal { _ = try kind.parse(typed, in: surroundings) }
      // A sentence may quote what was typed.
      #expect(refused?.prefix(12) == empty?.prefix(12), "\(kind.name)")
    }
    #expect(try ListAnswer(bounds: nil).entries("one\n\(typed)\ntwo") == ["one", "two"])
  }

  @Test("names that differ by their signs alone are different words")
  func keys() {
    let names = ["C", "C++", "C#", ".NET", "net", "50", "50%", "$60", "60", "🙂", "🎉", "R&D", "RD"]
    #expect(Set(names.map(Words.key)).count == names.count)
    #expect(Words.key("“Quiet  work!”") == Words.key("quiet work"))
    #expect(Words.key("node.js, e.g.") == "node js e g")
  }

  @Test("a name and what was said after it are both kept")
  func person() throws {
    #expect(
      try PersonAnswer.person("Rosa Beispiel, PhD, keeper of clocks")
        == Person(name: "Rosa Beispiel", note: "PhD, keeper of clocks"))
  }

  @Test("vague answers are told from specific ones, with a reason")
  func vagueness() {
    let vagueness = Vagueness.standard
    for text in [
      "I'm open to anything", "good culture", "make an impact", "stuff", "Work-life balance",
      "open to anything really, as long as the people are nice",
    ] {
      #expect(vagueness.reason(for: text) != nil, "\(text)")
    }
    for text in [
      "seeing a junior grow", "restoring old clocks", "クロックを直す", "teaching adults to read",
    ] {
      #expect(vagueness.reason(for: text) == nil, "\(text)")
    }
  }
}
