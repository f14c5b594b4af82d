import Testing
@testable import WorkFit

@Suite("a negation where amounts decide")
struct NegationTests {
  private let amounts: AmountCheck
  private let table: NegationTable

  init() throws {
    amounts = try AmountCheck()
    table = try NegationTable()
  }

  @Test("no way to say that something is not so is heard as saying that it is, nor the other way")
  func inverted() throws {
    var decided = 0
    for fact in NegationTable.Fact.all {
      for way in table.ways {
        let line = fact.line(way.template)
        let outcome = try amounts.outcome(.dealBreaker, fact.statement, line)
        #expect(
          outcome != (way.isSo ? .opposed : .supplied), "\(fact.name), \(way.group): \(line)")
        if outcome == (way.isSo ? .supplied : .opposed) { decided += 1 }
      }
    }
    // What leaves everything open inverts nothing either.
    #expect(decided > NegationTable.Fact.all.count * table.ways.count * 3 / 5)
  }
}
