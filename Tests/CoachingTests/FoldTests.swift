import Foundation
import Journal
import Phrases
import Testing
import WorkFit

@testable import Coaching
@testable import QuestionFlow

@Suite("a session's state is one fold over its events")
struct FoldTests {
  private let own: TemporaryJourney
  private var now: Date { own.now }
  private var folder: URL { own.folder }
  private var journal: Journal { own.journal }
  private var library: ScriptLibrary { own.library }

  init() throws { own = try TemporaryJourney() }

  private func journey(_ session: Session, foldingEvery count: Int = 256) throws -> Journey {
    try Journey(session, in: journal, library: library, foldingEvery: count)
  }

  /// Does one thing that a person might do.
  private func doSomething(
    in journey: Journey, _ respondents: inout [String: Respondent], _ random: inout SeededRandom
  ) throws {
    switch Int.random(in: 0..<23, using: &random) {
    case 0: try journey.undo(at: now)
    case 1:
      try journey.log(
        "a moment", level: .random(in: -2...2, using: &random),
        on: CalendarDate.first.adding(days: .random(in: 0...9, using: &random)), at: now)
    case 2: try journey.removeFromLog(.random(in: 1...9, using: &random), at: now)
    case 3: try journey.add(Contact(name: "Person \(random.next() % 9)"), at: now)
    case 4:
      guard let contact = journey.contacts.all.randomElement(using: &random) else { return }
      try journey.remove(contact, at: now)
    case 5:
      try journey.correct(.means(phrase: "clocks", meaning: "old \(random.next() % 3)"), at: now)
    case 6: try journey.begin(Round(goal: 5, weeks: 4, start: .first), at: now)
    case 7: try journey.keep(posting: "Posting \(random.next() % 4)", at: now)
    case 8:
      guard let posting = journey.postings.randomElement(using: &random) else { return }
      let status = PostingStatus.allCases.randomElement(using: &random) ?? .seen
      let day = CalendarDate.first.adding(days: .random(in: 0...9, using: &random))
      try journey.keep(PostingStep(status, on: day), of: posting, at: now)
    case 9:
      guard let posting = journey.postings.randomElement(using: &random) else { return }
      _ = try journey.takeBackStatus(of: posting, at: now)
    default:
      guard let id = journey.present, let interview = try journey.open(id, at: now),
        let step = interview.nextStep
      else {
        try journey.undo(at: now)
        return
      }
      var respondent =
        respondents[id] ?? Respondent(script: interview.script, seed: random.next())
      let event = respondent.event(at: step, of: interview)
      respondents[id] = respondent
      // What a check refuses changes nothing.
      do { if let event { try journey.apply(event, to: id, at: now) } } catch is Rejection {}
    }
  }

  @Test(
    "read from a stored fold, a session is what it is when all of its events are replayed",
    arguments: [1, 2, 3, 4] as [UInt64])
  func storedFold(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var respondents: [String: Respondent] = [:]
    let session = try journal.startSession(at: now)
    let journey = try journey(session, foldingEvery: 7)
    for count in 1...120 {
      try doSomething(in: journey, &respondents, &random)
      guard count % 10 == 0 else { continue }
      let whole = try journey.replay.whole().state
      let folded = try journey.replay.state().state
      try #require(StoredState(folded) == StoredState(whole))
      try #require(StoredState(journey.state) == StoredState(whole))
      for (id, interview) in whole.interviews {
        try #require(folded.interviews[id]?.nextStep == interview.nextStep)
        try #require(folded.interviews[id]?.review == interview.review)
        try #require(folded.interviews[id]?.progress == interview.progress)
      }
    }
    #expect(try journey.replay.state().replayed < journey.state.sequence)
  }

  @Test("a stored energy log is the log, whatever stands in it")
  func energyLog() throws {
    var log = EnergyLog()
    let texts = ["", "e\u{301}", "日本 \"quoted\"\n", "\u{0}🙂", "plain"]
    for (number, id) in [1, 2, 3, 7, 8, 5, .max - 1].enumerated() {
      log.add(
        EnergyEntry(
          id: id, day: .first.adding(days: number / 3), level: number % 5 - 2,
          text: texts[number % texts.count]))
    }
    let stored = try JSONEncoder().encode(log)
    #expect(try JSONDecoder().decode(EnergyLog.self, from: stored) == log)
    let none = try JSONEncoder().encode(EnergyLog())
    #expect(try JSONDecoder().decode(EnergyLog.self, from: none) == EnergyLog())
  }

  @Test(
    "a stored energy log that contradicts itself is none",
    arguments: [
      ("\"counts\":[2]", "\"counts\":[9223372036854775807]"),
      ("\"counts\":[2]", "\"counts\":[-2]"),
      ("\"lengths\":[3,3]", "\"lengths\":[3,4]"), ("\"lengths\":[3,3]", "\"lengths\":[9,-3]"),
      ("\"levels\":\"de\"", "\"levels\":\"d\""), ("onetwo", "oné\u{1F642}"),
    ])
  func contradiction(what: String, instead: String) throws {
    var log = EnergyLog()
    log.add(EnergyEntry(id: 1, day: .first, level: 1, text: "one"))
    log.add(EnergyEntry(id: 2, day: .first, level: 2, text: "two"))
    let stored = String(decoding: try JSONEncoder().encode(log), as: UTF8.self)
    try #require(stored.contains(what))
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(
        EnergyLog.self, from: Data(stored.replacing(what, with: instead).utf8))
    }
  }

  /// Saves so many moments at once, as an import does.
  private func takeIn(_ count: Int) throws -> Session {
    let events = (1...count).map { number in
      """
      {"sequence": \(number), "kind": "logged", "at": \(1_800_000_000 + number), "payload": \
      {"day": "2027-01-15", "id": \(number), "level": 1, "text": "moment \(number)"}}
      """
    }
    let export = """
      {"format": "nextmove-export", "version": 1, "texts": [], "sessions": [{"id": 7, \
      "name": null, "started": 1, "drafts": {}, "events": [\(events.joined(separator: ","))]}]}
      """
    var rest: Data? = Data(export.utf8)
    _ = try journal.restore { _ in
      defer { rest = nil }
      return rest ?? Data()
    }
    return try #require(try journal.session(SessionID(7)))
  }

  @Test(
    "of a session that was taken in a fold is stored, so that its first opening replays nothing")
  func afterImport() throws {
    let taken = try takeIn(700)
    try Journey.storeFold(of: taken, in: journal, library: library)
    let replay = try journey(taken).replay
    let (state, replayed) = try replay.state()
    #expect(replayed == 0)
    #expect(StoredState(state) == StoredState(try replay.whole().state))
    #expect(state.energyLog.entries.count == 700)
  }

  @Test(
    "after something was forgotten a fold is stored again, and what came before is not read for it")
  func afterForgetting() throws {
    let started = try journal.startSession(at: now)
    let writer = try journey(started, foldingEvery: 50)
    for number in 1...120 { try writer.log("moment \(number)", level: 1, on: .first, at: now) }
    let somebody = try writer.add(Contact(name: "Rosa Beispiel"), at: now)
    for number in 1...120 { try writer.log("later \(number)", level: 1, on: .first, at: now) }
    _ = try Forgetting(writer, in: journal).person(somebody)
    // Folds of what came before stay, and hold nothing of it.
    let (state, replayed) = try writer.replay.state()
    #expect((100...200).contains(replayed))
    #expect(StoredState(state) == StoredState(try writer.replay.whole().state))
    #expect(state.people.isEmpty && state.everListed.isEmpty)
    try writer.readAgain()
    #expect(try writer.replay.state().replayed == 0)
  }

  @Test("everything can be taken back one by one, past every stored fold, to the very beginning")
  func undoAll() throws {
    let session = try journal.startSession(at: now)
    let journey = try journey(session, foldingEvery: 5)
    _ = try journey.open("energizers", at: now)
    let path = Path(ItemID("good_day"))
    for number in 1...40 {
      try journey.apply(.answer(path, .text("day \(number)")), to: "energizers", at: now)
    }
    for number in (1...40).reversed() {
      #expect(journey.interviews["energizers"]?.answer(to: path) == .text("day \(number)"))
      #expect(try journey.undo(at: now))
    }
    #expect(journey.interviews["energizers"]?.answer(to: path) == nil)
    #expect(try !journey.undo(at: now))
  }

  @Test("an answer is taken back without reading again what was logged since")
  func undoBeforeLog() throws {
    let session = try journal.startSession(at: now)
    let journey = try journey(session, foldingEvery: 400)
    _ = try journey.open("energizers", at: now)
    let path = Path(ItemID("good_day"))
    for number in 1...2 {
      try journey.apply(.answer(path, .text("day \(number)")), to: "energizers", at: now)
    }
    try journal.append(
      NewEvent(kind: "interview", payload: Data("{broken".utf8)), to: session.id, after: 3, at: now)
    for number in 1...500 { try journey.log("moment \(number)", level: 1, on: .first, at: now) }
    #expect(try journey.undo(at: now))
    let (state, replayed) = try journey.replay.state()
    #expect(replayed < 120)
    #expect(StoredState(state) == StoredState(try journey.replay.whole().state))
    #expect(state.interviews["energizers"]?.answer(to: path) == .text("day 1"))
    #expect(state.energyLog.entries.count == 500)
    #expect(state.unreadable == 1)
  }

  @Test("an event that has no JSON is refused, and nothing is saved")
  func unencodable() throws {
    let session = try journal.startSession(at: now)
    let journey = try journey(session)
    try "script: n\ntitle: N\nitems:\n  - {id: x, ask: How many?, answer: number}\n".write(
      to: folder.appendingPathComponent("n.yaml"), atomically: true, encoding: .utf8)
    let numbers = try Journey(
      session, in: journal,
      library: ScriptLibrary(files: [folder.appendingPathComponent("n.yaml")]))
    _ = try numbers.open("n", at: now)
    let length = try journal.entries(of: session.id).count
    #expect(throws: EncodingError.self) {
      try numbers.apply(.answer(Path(ItemID("x")), .number(.infinity)), to: "n", at: now)
    }
    #expect(try journal.entries(of: session.id).count == length)
    #expect(numbers.interviews["n"]?.answer(to: Path(ItemID("x"))) == nil)
    #expect(journey.unreadable == 0)
  }

  @Test("one event that cannot be read is counted, and those after it are all there")
  func unreadable() throws {
    let session = try journal.startSession(at: now)
    let writer = try journey(session)
    try writer.log("before", level: 1, on: .first, at: now)
    try journal.append(
      NewEvent(kind: "logged", payload: Data(#"{"id": "many"}"#.utf8)), to: session.id, after: 1,
      at: now)
    let reader = try journey(session)
    try reader.log("after", level: 1, on: .first, at: now)
    let again = try journey(session)
    #expect(again.energyLog.entries.map(\.text) == ["before", "after"])
    #expect(again.unreadable == 1)
  }
}

@Suite("two windows on one session")
final class TwoWindowsTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "windows-\(UUID().uuidString)")
  private let now = Date(timeIntervalSince1970: 1_800_000_000)
  private let journal: Journal
  private let here: Journey
  private let there: Journey
  private let path = Path(ItemID("good_day"))

  init() throws {
    journal = try Journal(at: folder.appendingPathComponent("nextmove.sqlite"))
    let library = ScriptLibrary()
    let session = try journal.startSession(at: now)
    here = try Journey(session, in: journal, library: library)
    _ = try here.open("energizers", at: now)
    there = try Journey(session, in: journal, library: library)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test("people and moments added in both are all kept, each with a number of its own")
  func additions() throws {
    for number in 1...5 {
      try here.log("here \(number)", level: 1, on: .first, at: now)
      try there.log("there \(number)", level: -1, on: .first, at: now)
      try there.add(Contact(name: "There \(number)"), at: now)
      try here.add(Contact(name: "Here \(number)"), at: now)
    }
    try there.readUp()
    for journey in [here, there] {
      #expect(journey.energyLog.entries.map(\.id) == Array(1...10))
      #expect(journey.contacts.all.map(\.id) == Array(1...10))
      #expect(Set(journey.contacts.all.map(\.name)).count == 10)
    }
    #expect(here.takeMeanwhile()?.hasMoved == false)
    #expect(here.takeMeanwhile() == nil)
  }

  @Test("an answer to another question is taken, and what happened there is told")
  func otherQuestion() throws {
    try there.apply(
      .answer(path, .text("a long day over a church clock that nobody had touched in years")),
      to: "energizers", at: now)
    try here.log("a moment", level: 1, on: .first, at: now)
    let meanwhile = try #require(here.takeMeanwhile())
    #expect(meanwhile.hasMoved)
    #expect(meanwhile.conflict == nil)
    #expect(here.interviews["energizers"]?.answer(to: path) != nil)
  }

  @Test("of two answers to one question the later counts, and the other can be taken")
  func conflict() throws {
    try there.apply(.answer(path, .text("over a church clock")), to: "energizers", at: now)
    try here.apply(.answer(path, .text("over a barometer")), to: "energizers", at: now)
    #expect(here.interviews["energizers"]?.answer(to: path) == .text("over a barometer"))
    let conflict = try #require(here.takeMeanwhile()?.conflict)
    #expect(conflict.words == "over a church clock")
    try here.apply(conflict.event, to: conflict.script, at: now)
    #expect(here.interviews["energizers"]?.answer(to: path) == .text("over a church clock"))
    #expect(try journal.entries(of: here.session.id).count { $0.kind == "interview" } == 3)
  }

  @Test("an answer that was given there is not taken back from here unseen")
  func undo() throws {
    try here.apply(.answer(path, .text("over a barometer")), to: "energizers", at: now)
    try there.apply(.answer(path, .text("over a church clock")), to: "energizers", at: now)
    try here.apply(.answer(path, .text("over a sextant")), to: "energizers", at: now)
    #expect(throws: JournalError.self) { try there.undo(at: now) }
    #expect(there.interviews["energizers"]?.answer(to: path) == .text("over a sextant"))
    #expect(there.takeMeanwhile()?.hasMoved == true)
  }
}
