@testable import QuestionFlow
import Testing

@Suite("answers as people type them")
struct AnswerTests {
  private let today = Scenario.today  // a Tuesday

  @Test(
    "dates",
    arguments: [
      ("2027-03-01", "2027-03-01"), ("tomorrow", "2026-11-25"), ("next Tuesday", "2026-12-01"),
      ("friday", "2026-11-27"), ("in 3 weeks", "2026-12-15"), ("3 March", "2027-03-03"),
      ("March 3rd, 2027", "2027-03-03"), ("1.3.2027", "2027-03-01"), ("2027/03/01", "2027-03-01"),
      ("the 21st of december", "2026-12-21"),
    ])
  func dates(typed: String, day: String) throws {
    #expect(try DateAnswer.parse(typed, today: today).description == day)
  }

  @Test(
    "a date that two countries read differently is asked for again",
    arguments: ["03/04/2027", "31 February", "soon", "2027-13-01", ""])
  func ambiguousDates(typed: String) {
    #expect(throws: Rejection.self) { try DateAnswer.parse(typed, today: today) }
  }

  @Test(
    "numbers with separators",
    arguments: [
      ("1,234", 1234), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("12 000", 12000), ("2.5", 2.5),
      ("2,5", 2.5), ("-3", -3), ("1'000'000", 1_000_000),
    ] as [(String, Double)])
  func numbers(typed: String, number: Double) throws {
    #expect(try NumberAnswer.parse(typed, within: nil) == number)
  }

  @Test(
    "yes and no in many spellings",
    arguments: [
      ("Yep", true), ("of course", true), ("no, thank goodness", false), ("Nope.", false),
      ("I haven't", false),
    ])
  func yesAndNo(typed: String, truth: Bool) throws {
    #expect(try YesOrNoAnswer.parse(typed) == truth)
  }

  @Test("choices by number, beginning, or a word of theirs")
  func choices() throws {
    let options = [("expert", "the one who knows"), ("lead", "the one who leads people")].map {
      AnswerKind.Option(id: $0.0, label: Wording($0.1))
    }
    #expect(try ChoiceAnswer.parse("2", among: options) == "lead")
    #expect(try ChoiceAnswer.parse("exp", among: options) == "expert")
    #expect(try ChoiceAnswer.parse("leads people", among: options) == "lead")
    #expect(throws: Rejection.self) { try ChoiceAnswer.parse("the one", among: options) }
    #expect(throws: Rejection.self) { try ChoiceAnswer.parse("3", among: options) }
    #expect(try ChoicesAnswer.parse("2 1", among: options) == ["expert", "lead"])
  }

  @Test(
    "lists with and without bullets",
    arguments: [
      "one\ntwo\nthree", "- one\n- two\n• three", "1. one\n2) two\n3. three", "one, two, three",
      "one; two; three", "  one  \r\n\r\n two \n three",
    ])
  func lists(typed: String) throws {
    #expect(try ListAnswer(bounds: nil).parse(typed) == ["one", "two", "three"])
  }

  @Test("a rejection says in one sentence what would be taken")
  func rejections() {
    func words(_ body: () throws -> Void) -> String? {
      do { try body(); return nil } catch { return String(describing: error) }
    }
    #expect(
      words { _ = try NumberAnswer.parse("many", within: nil) }
        == "“many” is not a number; write one such as 12 or 2.5.")
    #expect(
      words { _ = try YesOrNoAnswer.parse("perhaps") }
        == "“perhaps” could be either; is it yes or no?")
    #expect(
      words { _ = try ListAnswer(bounds: 3...7).parse("one") }
        == "That is 1; at least 3 are needed to compare. One a line.")
    #expect(
      words { _ = try DateAnswer.parse("soon", today: today) }
        == "“soon” is not a day I know; write 2027-03-01, tomorrow, or next Tuesday.")
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
