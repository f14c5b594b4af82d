import Foundation
import Journal
import Phrases
import QuestionFlow
import Phrases
import Testing
import WorkFit

@testable import Coaching

@Suite("thin answers, told by what was learned")
struct LearnedThinnessTests {
  private let judge = LearnedThinness()

  private func isThin(_ text: String) -> Bool {
    let judged = judge.judgements(of: [text], language: "en")
    return Vagueness.standard.reason(for: text, judged: judged.first ?? nil) != nil
  }

  @Test("the weights are those of the model that ships")
  func shipped() {
    #expect(ThinnessReader.shipped() != nil)
    #expect(judge.judgements(of: ["a team player"], language: "en") == [true])
  }

  @Test(
    "all-purpose answers are thin, whatever their words",
    arguments: [
      "I'm flexible", "something meaningful", "healthcare", "Director",
      "a leadership role where I can make an impact", "good people", "team player", "hard worker",
      "not sure", "open to anything", "whatever comes", "I'd do anything really", "no preference",
      "can't be picky", "finance", "a good communicator", "making a difference",
      "work-life balance",
      "I honestly don't mind what I do", "passionate about innovation",
    ])
  func thin(text: String) { #expect(isThin(text)) }

  @Test(
    "what only this person could have said is not, however short",
    arguments: [
      "solving problems on the spot", "mending old clocks", "teaching adults to read",
      "the hour before the shop opens, when I count the flowers",
      "showing apprentices how it is done",
      "writing the night bus timetable", "sorting out who gets which room", "cutting glass",
      "I sat with the new nurse until the pump worked", "soldering", "a manager who never shows up",
      "charities", "bees",
    ])
  func specific(text: String) { #expect(!isThin(text)) }

  @Test("an answer in another language, and one in an interview in another, is not judged")
  func otherLanguages() {
    #expect(
      judge.judgements(
        of: ["Ich bin für alles offen und habe keine Wünsche"], language: "en") == [nil])
    #expect(judge.judgements(of: ["team player"], language: "de") == [nil])
  }
}

@Suite("what was judged of an answer is kept with it")
final class JudgedAnswersTests {
  private struct Judge: ThinnessJudge {
    let thin: Set<String>
    func judgements(of texts: [String], language: String) -> [Bool?] { texts.map(thin.contains) }
  }

  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "thinness-\(UUID().uuidString)")
  private let now = Date(timeIntervalSince1970: 1_800_000_000)
  private let journal: Journal
  private let library: ScriptLibrary

  init() throws {
    journal = try Journal(at: folder.appendingPathComponent("nextmove.sqlite"))
    library = ScriptLibrary()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func answer(_ lines: [String], to id: String, in journey: Journey) throws {
    for line in lines {
      let interview = try #require(try journey.open(id, at: now))
      let step = try #require(interview.nextStep)
      try journey.apply(try interview.event(for: line, at: step, today: .first), to: id, at: now)
    }
  }

  private let day = "I took the movement of a tower clock apart with an apprentice, tooth by tooth"

  @Test("a replay asks the same follow-up, with another judge and without any")
  func replay() throws {
    let session = try journal.startSession(at: now)
    let journey = try Journey(session, in: journal, library: library)
    journey.thinnessJudge = Judge(thin: ["soup"])
    try answer([day, "the dial", "soup\ncogs\nsprings"], to: "energizers", in: journey)
    let asked = journey.interviews["energizers"]?.nextStep?.text
    #expect(asked?.contains("“soup”") == true)
    let resumed = try Journey(session, in: journal, library: library)
    #expect(resumed.interviews["energizers"]?.nextStep?.text == asked)
    let other = try Journey(session, in: journal, library: library)
    other.thinnessJudge = Judge(thin: ["cogs", "springs"])
    #expect(other.interviews["energizers"]?.nextStep?.text == asked)
  }

  @Test("events that nobody judged are read by their phrases, as they were")
  func older() throws {
    let session = try journal.startSession(at: now)
    let journey = try Journey(session, in: journal, library: library)
    try answer(
      [day, "the dial", "healthcare\ngood people\nsprings"], to: "energizers", in: journey)
    #expect(
      journey.interviews["energizers"]?.nextStep?.text.contains("“good people”") == true)
  }

  @Test(
    "“open to anything” in any words is asked again, and never an outline",
    arguments: [
      "open to anything", "whatever comes", "I'd do anything really", "no preference",
      "can't be picky", "honestly I don't mind, anything is fine by me", "Director", "healthcare",
      "I leave it to you", "Nothing. I am retired.", "wearing many hats",
    ])
  func outline(text: String) throws {
    let session = try journal.startSession(at: now)
    let journey = try Journey(session, in: journal, library: library)
    journey.thinnessJudge = LearnedThinness()
    #expect(throws: Rejection.self) { try answer([text], to: "outline", in: journey) }
    #expect(RoleOutline(sheet: journey.sheet, profile: journey.profile).isEmpty)
  }

  @Test(
    "in German, too",
    arguments: [
      "mir ist alles recht", "Hauptsache Homeoffice", "das überlasse ich euch",
      "irgendwas Sinnvolles", "anpacken halt", "nix Bestimmtes", "ich bin da leidenschaftslos",
    ])
  func outlineInGerman(text: String) throws {
    let session = try journal.startSession(at: now)
    let journey = try Journey(session, in: journal, library: library, language: "de")
    #expect(throws: Rejection.self) { try answer([text], to: "outline", in: journey) }
  }

  @Test(
    "whoever stands by words that were judged thin is taken by them; by “open to anything”, not")
  func insisting() throws {
    let session = try journal.startSession(at: now)
    let journey = try Journey(session, in: journal, library: library)
    journey.thinnessJudge = Judge(thin: ["soup", "open to anything"])
    let interview = try #require(try journey.open("outline", at: now))
    let step = try #require(interview.nextStep)
    let open = try interview.event(for: "open to anything", at: step, today: .first)
    #expect(!journey.canInsist(on: open, in: "outline"))
    let soup = try interview.event(for: "soup", at: step, today: .first)
    #expect(throws: Rejection.self) { try journey.apply(soup, to: "outline", at: now) }
    #expect(journey.canInsist(on: soup, in: "outline"))
    try journey.apply(soup, to: "outline", isInsistedOn: true, at: now)
    let resumed = try Journey(session, in: journal, library: library)
    #expect(RoleOutline(sheet: resumed.sheet, profile: resumed.profile).doing == "soup")
  }

  @Test("a script without a check leaves the outline unwritten, and the outline says so")
  func unwritten() throws {
    let script = try Script(
      yaml: """
        script: own
        title: Own
        items:
          - {id: doing, ask: What?, answer: text, feeds: outline.doing}
        """, file: "own.yaml")
    var interview = Interview(script: script)
    let step = try #require(interview.nextStep)
    let event = try interview.event(for: "healthcare", at: step, today: .first)
    #expect(interview.textsToJudge(in: event) == ["healthcare"])
    interview.take(judgements: [true], of: event)
    try interview.apply(event)
    let outline = RoleOutline(
      sheet: AnswerSheet(interviews: [interview]),
      profile: ProfileReading(interviews: [interview]).profile)
    #expect(outline.isEmpty)
    #expect(
      outline.remarks.map(\.sentence.description) == [
        "“healthcare” is not written in it: Almost anybody could say this of almost any job; what would tell yours from theirs? A rough guess that is wrong in places helps more."
      ])
  }
}
