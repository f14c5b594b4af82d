import struct QuestionFlow.SeededRandom
import Testing
@testable import WorkFit

@Suite("amounts, whatever they are")
struct AmountPropertyTests {
  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  private static func goodness(_ outcome: Outcome?) -> Int {
    switch outcome {
    case .supplied?: 2
    case .opposed?: 0
    default: 1
    }
  }

  @Test("more pay never breaks what less pay meets")
  func pay() throws {
    var last = 0
    for pounds in stride(from: 20_000, through: 90_000, by: 5_000) {
      let now = Self.goodness(try amounts.outcome(.mustHave, "at least 55k", "Salary: £\(pounds)"))
      #expect(now >= last)
      last = now
    }
    #expect(last == 2)
  }

  @Test("a higher bound never meets what a lower one breaks")
  func bounds() throws {
    var last = 2
    for pounds in stride(from: 20_000, through: 90_000, by: 5_000) {
      let now = Self.goodness(
        try amounts.outcome(.mustHave, "at least £\(pounds)", "Salary: £45,000 to £60,000"))
      #expect(now <= last)
      last = now
    }
    #expect(last == 0)
  }

  @Test("a deal-breaker's bound and a must-have's are mirror images")
  func mirrored() throws {
    for pounds in [30_000, 49_999, 50_001, 70_000] {
      let line = "Salary: £\(pounds)"
      let wanted = try amounts.finding(.mustHave, "at least 50k", [line])
      let refused = try amounts.finding(.dealBreaker, "less than 50k", [line])
      #expect(wanted?.kind == refused?.kind)
    }
  }

  private static let words = [
    "£", "-", "60.000", "at least", "no more than", "999", "hours", "a week", "to", "days",
    "in the office",
    "from home", "one", "in", "six", "weekends", "Leeds", "remote", "%", "travel", "k", "1,500.00",
    "or", "and",
    "12345678901234567890", "not", "holiday", "per", "hybrid", "FTE", "\u{FEFF}", "’", "🙂", "half",
    "an hour",
    "between", "up to", "+", "(", ")", ",", "pension", "0", "New York", "the", "of", "team",
  ]

  private static func noise(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0...14, using: &random)).map { _ in
      words.randomElement(using: &random) ?? ""
    }
    .joined(separator: [" ", "", " "].randomElement(using: &random) ?? " ")
  }

  @Test("noise on both sides has one finding each, with quotes that stand in the text")
  func fuzz() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<300 {
      let text =
        "Head Gardener of the park\n"
        + (0..<4).map { _ in Self.noise(&random) }.joined(separator: "\n")
      let statement = Statement(
        [Role.mustHave, .dealBreaker, .energizer, .drain].randomElement(using: &random) ?? .drain,
        Self.noise(&random))
      let result = try amounts.check.check(text, against: Profile(statements: [statement]))
      #expect(result.findings.count == 1)
      for evidence in result.findings.flatMap(\.evidence) {
        #expect(result.asRead.text.contains(evidence.quote.text))
        for number in [evidence.amount?.low, evidence.amount?.high] {
          #expect(number?.isFinite ?? true)
        }
      }
    }
  }

  @Test("thousands of amounts in a posting are bounded")
  func many() throws {
    let lines = (0..<5_000).map { "Salary: £\($0 + 20_000)" }
    let finding = try amounts.finding(.mustHave, "at least £45,000", lines)
    #expect(finding?.kind == .unclear || finding?.kind == .mustHaveBroken)
    #expect((finding?.evidence.count ?? 9) <= 3)
  }
}
