import Foundation
import Testing
@testable import WorkFit

@Suite("findings by amounts")
struct AmountFindingTests {
  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  @Test("a question names both amounts, with the line and what to ask")
  func both() throws {
    let finding = try #require(
      try amounts.finding(.mustHave, "at least £45,000", ["Salary: £38,000 to £47,000"]))
    #expect(finding.kind == .unclear)
    #expect(finding.why == "You: at least £45,000. Here: £38,000 to £47,000, line 3.")
    #expect(finding.ask == "Where in the range do you hire, and what does it depend on?")
    #expect(finding.evidence.map(\.quote.text) == ["Salary: £38,000 to £47,000"])
  }

  @Test("what amounts decide is not read")
  func unread() throws {
    let reader = ScriptedReader(supplies: ["": 0.99])
    let check = FitCheck(lexicon: try WorkFitTests.lexicon.get(), reader: reader)
    let result = try check.check(
      "Head Gardener\nYou plant trees in the park.\nSalary: £52,000",
      against: Profile(statements: [
        Statement(.mustHave, "at least 60k"), Statement(.energizer, "trees"),
      ]))
    #expect(Set(reader.pairs.map(\.statement)) == ["trees"])
    #expect(result.findings.map(\.statement.text) == ["trees", "at least 60k"])
    #expect(result.findings.last?.kind == .mustHaveBroken)
  }

  @Test("an amount that is required and not named is the first thing to ask")
  func lacking() throws {
    let reader = ScriptedReader { pair in
      pair.statement == "sitting in meetings" ? Relation(supplies: 0.99, opposes: 0) : .nothing
    }
    let check = FitCheck(lexicon: try plainLexicon(), reader: reader)
    let result = try check.check(
      "Head Gardener\nYour days are full of meetings about trees.",
      against: Profile(statements: [
        Statement(.drain, "sitting in meetings"), Statement(.mustHave, "six weeks of holiday"),
      ]))
    #expect(result.findings.map(\.isLacking) == [false, true])
    #expect(result.findings.last?.kind == .missing)
    #expect(
      result.findings.last?.why
        == "You require “six weeks of holiday”, and the posting does not say how much holiday there is."
    )
    #expect(result.questions.first == "How many days of holiday are there?")
  }

  @Test("the JSON has the amount on the answer and on its evidence")
  func json() throws {
    let result = try amounts.check.check(
      "Head Gardener\nYou plant trees in the park.\nSalary: £47,000 to £52,000",
      against: Profile(statements: [Statement(.mustHave, "at least £45,000")]))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(FitReport(result).findings), as: UTF8.self)
    #expect(
      json.contains(#""amount":{"high":null,"kind":"pay","low":45000,"per":"year","unit":"GBP"}"#))
    #expect(
      json.contains(#""amount":{"high":52000,"kind":"pay","low":47000,"per":"year","unit":"GBP"}"#))
  }

  @Test("a line that by the person does not say it is left out")
  func muted() throws {
    var statement = Statement(.mustHave, "at least 60k")
    statement.mutedLines = [Corrections.key("Salary: £52,000")]
    let result = try amounts.check.check(
      "Head Gardener\nYou plant trees in the park.\nSalary: £52,000",
      against: Profile(statements: [statement]))
    #expect(result.findings.first?.kind == .missing)
  }

  @Test("what was said on asking is read where the words themselves name no amount")
  func elaborated() throws {
    let statement = Statement(
      role: .mustHave, text: "proper pay", rank: 1, elaborations: ["at least 60k"])
    let result = try amounts.check.check(
      "Head Gardener\nYou plant trees in the park.\nSalary: £52,000",
      against: Profile(statements: [statement]))
    #expect(result.findings.first?.kind == .mustHaveBroken)
  }
}
