import Foundation
import Phrases
import Testing
@testable import WorkFit

@Suite("arguing with a reading")
struct CorrectionsTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try plainLexicon() }

  private let posting =
    "Head Gardener\nYou hold the fort every day.\nYou work on your own in the shed."
  private let profile = Profile(statements: [
    Statement(.energizer, "holding the fort"), Statement(.energizer, "roses", rank: 2),
  ])

  private func check(_ corrections: Corrections, by reader: ScriptedReader) throws -> FitResult {
    try FitCheck(lexicon: lexicon, reader: reader).check(
      posting, against: corrections.applied(to: profile))
  }

  @Test(
    "words that are misread stand aside until they have a meaning, which is read in their place")
  func misread() throws {
    var corrections = Corrections()
    corrections.add(.misread(text: "Holding the  fort"))
    let aside = ScriptedReader(supplies: ["fort": 0.99])
    let result = try check(corrections, by: aside)
    #expect(result.findings.first?.kind == .unclear)
    #expect(result.findings.first?.evidence.isEmpty == true)
    #expect(Set(aside.pairs.map(\.statement)) == ["roses"])
    #expect(result.unread == [Unread(.statementMisread, 1)])

    corrections.add(.means(phrase: "holding the fort", meaning: "working on my own"))
    let taught = ScriptedReader(supplies: ["shed": 0.99])
    let again = try check(corrections, by: taught)
    #expect(again.findings.first?.kind == .fed)
    #expect(again.findings.first?.statement.text == "holding the fort")
    #expect(Set(taught.pairs.map(\.statement)) == ["working on my own", "roses"])
  }

  @Test("a line that does not say it is left out for that statement alone")
  func mutedLine() throws {
    var corrections = Corrections()
    corrections.add(
      .lineSaysOtherwise(text: "holding the fort", line: "You hold the fort every day."))
    let reader = ScriptedReader(supplies: ["fort": 0.99])
    let result = try check(corrections, by: reader)
    #expect(result.findings.map(\.kind) == [.missing, .fed])
    #expect(result.findings.first?.explanation.mutedLines == 1)
    #expect(
      !reader.pairs.contains { $0.statement == "holding the fort" && $0.clause.contains("fort") })
  }

  @Test(
    "what earlier versions kept is read; meanings count, and what was said of facets is retired")
  func earlier() throws {
    let kept = [
      #"{"notAbout":{"facet":"focus","text":"holding the fort"}}"#,
      #"{"means":{"meaning":"alone","phrase":"holding the fort"}}"#,
    ]
    var corrections = Corrections()
    for json in kept {
      corrections.add(
        try JSONDecoder().decode(Corrections.Correction.self, from: Data(json.utf8)))
    }
    #expect(corrections.retired == [.notAbout(text: "holding the fort", facet: FacetID("focus"))])
    #expect(corrections.counting == [.means(phrase: "holding the fort", meaning: "alone")])
    // Earlier versions took the short name of a facet's end for a meaning.
    let reader = ScriptedReader()
    _ = try check(corrections, by: reader)
    #expect(Set(reader.pairs.map(\.statement)) == ["working on your own", "roses"])
  }

  @Test("corrections are written so that later versions read them")
  func roundTrip() throws {
    for correction in [
      Corrections.Correction.misread(text: "a"), .lineSaysOtherwise(text: "a", line: "b"),
      .means(phrase: "a", meaning: "b"),
    ] {
      let json = try JSONEncoder().encode(correction)
      #expect(try JSONDecoder().decode(Corrections.Correction.self, from: json) == correction)
    }
  }

  @Test("what has changed is said with its reason: the answers, the posting, or the reader")
  func changes() throws {
    func summary(
      _ text: String, _ reader: ScriptedReader, _ corrections: Corrections = Corrections(),
      added: [String] = []
    )
      throws -> CheckSummary
    {
      let profile = Profile(statements: [
        Statement(role: .energizer, text: "holding the fort", rank: 1, elaborations: added)
      ])
      return CheckSummary(
        try FitCheck(lexicon: lexicon, reader: reader).check(
          text, against: corrections.applied(to: profile)),
        corrections: corrections)
    }
    let fed = ScriptedReader(supplies: ["fort": 0.99])
    let before = try summary(posting, fed)
    #expect(try summary(posting, fed).changes(since: before).isEmpty)
    let other = ScriptedReader(model: "other")
    #expect(
      try summary(posting, other).changes(since: before).last?.description
        == "“holding the fort” was there, and is not mentioned now: the reader has changed.")
    let more = ScriptedReader {
      $0.statement.contains("(") ? .nothing : Relation(supplies: 0.99, opposes: 0)
    }
    #expect(
      try summary(posting, more, added: ["alone"]).changes(since: before).last?.description
        == "“holding the fort” was there, and is not mentioned now: you have said more about it.")
    var corrections = Corrections()
    corrections.add(
      .lineSaysOtherwise(text: "holding the fort", line: "You hold the fort every day."))
    #expect(
      try summary(posting, fed, corrections).changes(since: before).last?.description
        == "“holding the fort” was there, and is not mentioned now: you have corrected how it is read."
    )
    #expect(
      try summary("Head Gardener\nYou rake.", fed).changes(since: before, hasNewText: true).first
        == "The text of the posting is not the one that you checked before.")
  }

  @Test("a summary of an earlier version is read")
  func earlierSummary() throws {
    let json =
      #"{"corrections":0,"lines":[{"facet":"focus","kind":"strength-idle","role":"strength","text":"a"}],"verdict":"mixed"}"#
    let summary = try JSONDecoder().decode(CheckSummary.self, from: Data(json.utf8))
    #expect(summary.model == nil && summary.lines.first?.kind == .strengthIdle)
  }
}
