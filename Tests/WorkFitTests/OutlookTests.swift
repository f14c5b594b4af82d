import struct QuestionFlow.SeededRandom
import Testing
@testable import WorkFit

@Suite("the flag and the verdict")
struct OutlookTests {
  private typealias Outcomes = [(statement: Statement, kind: Finding.Kind)]
  private let lexicon: Lexicon

  init() throws { lexicon = try WorkFitTests.lexicon.get() }

  private func outlook(_ outcomes: Outcomes, isShining: Bool = true) -> Outlook {
    Outlook(outcomes, isShining: isShining, lexicon: lexicon)
  }

  private func verdict(_ outcomes: Outcomes, isShining: Bool = true) -> Verdict {
    outlook(outcomes, isShining: isShining).verdict
  }

  private let quiet = Statement(.energizer, "quiet mornings")
  private let tools = Statement(.energizer, "old tools", rank: 2)
  private let talk = Statement(.drain, "small talk")
  private let noise = Statement(.drain, "noise", rank: 2)
  private let travel = Statement(.dealBreaker, "constant travel")

  @Test("a shining job that denies the first energizer and brings a drain is flagged")
  func flagged() {
    #expect(verdict([(quiet, .conflict), (talk, .drain)]) == .impressiveButDraining)
  }

  @Test("a job that does not shine is never flagged, however bad")
  func notShining() {
    let worst: Outcomes = [(quiet, .conflict), (talk, .drain), (travel, .mustHaveBroken)]
    #expect(verdict(worst, isShining: false) == .quietAndDraining)
  }

  @Test(
    "a single weak finding never flags",
    arguments: [
      (Statement(.drain, "noise", rank: 2), Finding.Kind.drain),
      (Statement(.energizer, "maps", rank: 3), .conflict),
      (Statement(role: .drain, text: "mail", rank: 1, weight: 0.5), .drain),
      (Statement(.strength, "patience"), .strengthIdle),
    ])
  func weak(statement: Statement, kind: Finding.Kind) {
    #expect(verdict([(statement, kind)]) != .impressiveButDraining)
  }

  @Test("a broken deal-breaker or a denied first energizer alone tells enough to flag")
  func heavy() {
    let silent: Outcomes = [(tools, .missing), (talk, .missing), (noise, .missing)]
    #expect(verdict(silent + [(travel, .mustHaveBroken)]) == .impressiveButDraining)
    #expect(verdict(silent + [(quiet, .conflict)]) == .impressiveButDraining)
  }

  @Test("nothing weighs more than a broken deal-breaker or a denied first energizer")
  func weights() {
    let must = Statement(.mustHave, "an office with a window")
    let heaviest = [
      outlook([(travel, .mustHaveBroken)]).energy, outlook([(quiet, .conflict)]).energy,
    ]
    let others: [Outcomes] = [
      [(must, .mustHaveBroken)], [(talk, .drain)], [(tools, .conflict)],
      [(Statement(.strength, "patience"), .strengthIdle)],
    ]
    for other in others {
      #expect(heaviest.allSatisfy { $0 < outlook(other).energy })
    }
  }

  @Test("what speaks both for and against as much is mixed")
  func mixed() {
    #expect(verdict([(quiet, .fed), (tools, .fed), (travel, .mustHaveBroken)]) == .mixed)
    #expect(verdict([(quiet, .fed), (talk, .drain), (noise, .drain)]) == .mixed)
  }

  @Test("what mostly feeds is energizing in spite of a drain")
  func energizing() {
    #expect(
      verdict([(quiet, .fed), (tools, .fed), (talk, .drain), (travel, .mustHaveMet)])
        == .impressiveAndEnergizing)
  }

  @Test("another finding against never makes it better, and a question never moves it")
  func monotone() {
    var random = SeededRandom(seed: 17)
    func goodness(_ verdict: Verdict) -> Int {
      switch verdict {
      case .impressiveAndEnergizing, .quietButEnergizing: 2
      case .mixed, .notEnoughToTell: 1
      case .impressiveButDraining, .quietAndDraining: 0
      }
    }
    let roles = Role.allCases.filter { $0 != .prestigePull }
    let outcomes: [Outcome] = [.supplied, .opposed, .both, .unsure, .silent]
    for _ in 0..<400 {
      let isShining = Bool.random(using: &random)
      var people: Outcomes = []
      for rank in 1...Int.random(in: 1...9, using: &random) {
        let statement = Statement(
          role: roles.randomElement(using: &random) ?? .energizer, text: "statement \(rank)",
          rank: rank, weight: Double.random(in: 0.1...4, using: &random))
        let outcome = outcomes.randomElement(using: &random) ?? .silent
        people.append((statement, Finding.Kind(statement.role, outcome)))
      }
      let before = outlook(people, isShining: isShining)
      for place in people.indices where [.missing, .unclear].contains(people[place].kind) {
        let role = people[place].statement.role
        let isAverse = [.drain, .dealBreaker].contains(role)
        var worse = people
        worse[place].kind = Finding.Kind(role, isAverse ? .supplied : .opposed)
        let after = outlook(worse, isShining: isShining)
        #expect(goodness(after.verdict) <= goodness(before.verdict))
        #expect(after.energy <= before.energy)
        var asked = people
        asked[place].kind = people[place].kind == .missing ? .unclear : .missing
        #expect(outlook(asked, isShining: isShining).verdict == before.verdict)
        #expect(outlook(asked, isShining: isShining).energy == before.energy)
      }
    }
  }
}
