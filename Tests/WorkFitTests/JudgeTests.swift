import Foundation
import Testing
@testable import WorkFit

@Suite("the judge")
struct JudgeTests {
  private let judge: Judge
  private let lexicon: Lexicon

  init() throws {
    lexicon = try plainLexicon()
    judge = lexicon.judge
  }

  private func clause(
    _ supplies: Double, _ opposes: Double, place: Int = 0, segment: Segment = .responsibilities,
    words: Int = 8, likeness: Double = 0.5
  ) -> JudgedClause {
    JudgedClause(
      place: place, segment: segment, words: words, likeness: likeness,
      relation: Relation(supplies: supplies, opposes: opposes))
  }

  @Test(
    "features are the strongest three on either side, their sums, and where the strongest stand")
  func features() {
    let features = JudgeFeatures(
      [
        clause(0.2, 0.7, segment: .conditions, words: 20, likeness: 0.1),
        clause(0.9, 0.05, segment: .benefits, words: 4, likeness: 0.3),
      ], role: .strength, words: 3)
    let values = Dictionary(
      uniqueKeysWithValues: zip(JudgeFeatures.names, features.values))
    func logit(_ p: Double) -> Double { log((p + 1e-4) / (1 - p + 1e-4)) }
    let expected: [String: Double] = [
      "p1": logit(0.9), "p2": logit(0.2), "p3": logit(0), "m1": logit(0.7), "m2": logit(0.05),
      "m3": logit(0), "psum": log(2.1), "msum": log(1.75), "diff": logit(0.9) - logit(0.7),
      "plike": 0.3, "mlike": 0.1, "like": 0.3, "role_strength": 1, "swords": log(3),
      "pwords": log(4), "mwords": log(20), "pseg_benefits": 1, "mseg_conditions": 1,
    ]
    #expect(JudgeFeatures.names.count == 34)
    for (name, value) in values {
      #expect(abs(value - (expected[name] ?? 0)) < 1e-9, "\(name)")
    }
  }

  @Test(
    "an outcome is asserted from its threshold on, a question below it, and else nothing",
    arguments: [
      (0.93, 0.01, .supplied), (0.01, 0.93, .opposed), (0.93, 0.92, .both), (0.93, 0.5, .unsure),
      (0.5, 0.01, .unsure), (0.01, 0.5, .unsure), (0.2, 0.2, .silent),
    ] as [(Double, Double, Outcome)])
  func outcomes(supplies: Double, opposes: Double, outcome: Outcome) {
    let judgement = judge.judgement(
      [clause(supplies, opposes)], role: .energizer, words: 3, isAmount: false)
    #expect(judgement.outcome == outcome)
  }

  @Test(
    "must-haves and deal-breakers take more",
    arguments: Role.allCases.filter { $0 != .prestigePull })
  func thresholds(role: Role) {
    let outcome = judge.judgement([clause(0.93, 0)], role: role, words: 3, isAmount: false).outcome
    #expect(outcome == ([.mustHave, .dealBreaker].contains(role) ? .unsure : .supplied))
    #expect(
      judge.judgement([clause(0.97, 0)], role: role, words: 3, isAmount: false).outcome == .supplied
    )
  }

  @Test("what rests on an amount is a question, and where nothing was read nothing is found")
  func amounts() {
    #expect(
      judge.judgement([clause(0.99, 0)], role: .drain, words: 3, isAmount: true).outcome == .unsure)
    #expect(
      judge.judgement([clause(0, 0)], role: .drain, words: 3, isAmount: true).outcome == .silent)
    #expect(judge.judgement([], role: .drain, words: 3, isAmount: false).outcome == .silent)
  }

  @Test(
    "a statement rests on an amount where it names one, or a place",
    arguments: [
      ("at least 60k", true), ("£40,000 a year", true), ("no more than two trips a quarter", true),
      ("three days at home", true), ("20% research", true), ("part-time", true),
      ("close to home", true), ("a job in Leeds", true), ("a short commute", true),
      ("being paid properly", true), ("four weeks of holiday", true),
      ("long stretches of undisturbed work", false), ("writing in English", false),
      ("teaching small children", false), ("seeing things grow", false),
    ])
  func restsOnAmount(text: String, rests: Bool) {
    let source = SourceText(text)
    let tokens = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
    #expect(lexicon.amounts.restsOnAmount(tokens, role: .mustHave) == rests)
  }

  @Test("money that is no condition is no amount")
  func money() {
    let source = SourceText("giving money to people who need it")
    let tokens = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
    #expect(!lexicon.amounts.restsOnAmount(tokens, role: .energizer))
    #expect(lexicon.amounts.restsOnAmount(tokens, role: .mustHave))
  }

  @Test("each role and outcome has one kind")
  func table() {
    let table: [Role: [Finding.Kind]] = [
      .energizer: [.fed, .conflict, .mixed, .unclear, .missing],
      .drain: [.drain, .drainAbsent, .mixed, .unclear, .missing],
      .strength: [.strengthUsed, .strengthIdle, .mixed, .unclear, .missing],
      .mustHave: [.mustHaveMet, .mustHaveBroken, .mixed, .unclear, .missing],
      .dealBreaker: [.mustHaveBroken, .mustHaveMet, .mixed, .unclear, .missing],
    ]
    for (role, kinds) in table {
      #expect(
        [Outcome.supplied, .opposed, .both, .unsure, .silent].map { Finding.Kind(role, $0) }
          == kinds)
    }
  }

  @Test(
    "a judge that does not fit is refused",
    arguments: [
      (#""features": ["p9"]"#, #"there is no feature “p9”"#),
      (#""features": ["p1", "m1", "like"]"#, "“supplied” has 2 weights for 3 features"),
    ])
  func faults(features: String, message: String) {
    let yaml =
      #"{"model": "x", "supplied": {"bias": 0, "weights": [1, 0]}, "opposed": {"bias": 0, "weights": [0, 1]}, "assert": 0.9, "assertMust": 0.95, "question": 0.3, "nearest": 3, "#
      + features + "}"
    do throws(LexiconFault) {
      _ = try Judge(yaml: yaml, file: "judge.json")
      Issue.record("nothing was refused")
    } catch {
      #expect(error.message == message)
    }
  }

  @Test("the judge that ships asserts no less surely for must-haves, and asks below both")
  func shipped() throws {
    let shipped = try WorkFitTests.lexicon.get().judge
    let sure = [clause(0.999, 0.0001), clause(0.99, 0.0001, place: 1)]
    #expect(
      shipped.judgement(sure, role: .energizer, words: 4, isAmount: false).outcome == .supplied)
    let nothing = (0..<10).map { clause(0.001, 0.001, place: $0) }
    #expect(
      shipped.judgement(nothing, role: .energizer, words: 4, isAmount: false).outcome == .silent)
    let judgements = [Role.energizer, .mustHave].map {
      shipped.judgement(sure, role: $0, words: 4, isAmount: false).threshold
    }
    #expect(judgements[0] <= judgements[1] && shipped.question <= judgements[0])
  }
}
