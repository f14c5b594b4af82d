import Foundation
import Journal
import Phrases
import QuestionFlow
import Testing
import WorkFit

@testable import Coaching

@Suite("a journey: a session resumed from its events")
struct JourneyTests {
  private let own: TemporaryJourney
  private var now: Date { own.now }
  private var folder: URL { own.folder }
  private var journal: Journal { own.journal }
  private var library: ScriptLibrary { own.library }

  init() throws { own = try TemporaryJourney() }

  private func answer(_ lines: [String], in journey: Journey) throws {
    for line in lines {
      let id = try #require(journey.present)
      let interview = try #require(try journey.open(id, at: now))
      let step = try #require(interview.nextStep)
      try journey.apply(try interview.event(for: line, at: step, today: .first), to: id, at: now)
    }
  }

  @Test("the scripts that ship have no fault, and every question says why it is asked")
  func shippedScripts() {
    #expect(
      library.volumes.map(\.script.id) == [
        "energizers", "strengths", "impressive", "outline", "options", "bother", "interviews",
        "debrief",
      ])
    for volume in library.volumes {
      for item in volume.script.items { #expect(item.why != nil, "\(volume.script.id)/\(item.id)") }
    }
    for volume in library.volumes { #expect((4...16).contains(volume.script.items.count)) }
  }

  @Test("a posting whose reading was stopped is kept once, without a verdict")
  func keptPosting() throws {
    let session = try journal.startSession(at: now)
    let journey = try Journey(session, in: journal, library: library)
    try journey.keep(posting: "Head Gardener", at: now)
    try journey.keep(posting: "Head Gardener", at: now)
    #expect(try journal.entries(of: session.id).count { $0.kind == "checked" } == 1)
    let resumed = try Journey(session, in: journal, library: library)
    #expect(try resumed.lastPostingText() == "Head Gardener")
    #expect(resumed.lastVerdict == nil)
  }

  @Test("resumes at the same question, inside the same roster element")
  func resume() throws {
    let session = try journal.startSession(at: now)
    let journey = try Journey(session, in: journal, library: library)
    try answer(
      [
        "a long day over one clock that nobody else had wanted to touch at all", "a dial",
        "clocks\nquiet\napprentices", "4", "in May", "2",
      ],
      in: journey)
    let resumed = try Journey(session, in: journal, library: library)
    let step = try #require(resumed.interviews["energizers"]?.nextStep)
    #expect(step == journey.interviews["energizers"]?.nextStep)
    #expect(step.rosters.map(\.element) == ["quiet"])
    #expect(resumed.progress == journey.progress)
  }

  @Test("a session keeps the text that it was answered with, though the script has changed since")
  func changedScript() throws {
    let session = try journal.startSession(at: now)
    let first = folder.appendingPathComponent("prompts")
    try FileManager.default.createDirectory(at: first, withIntermediateDirectories: true)
    let file = first.appendingPathComponent("a.yaml")
    try
      "script: a\ntitle: A\nitems:\n  - {id: x, ask: Old?, answer: text}\n  - {id: y, ask: Next?, answer: text}\n"
      .write(to: file, atomically: true, encoding: .utf8)
    let journey = try Journey(session, in: journal, library: ScriptLibrary(folder: first))
    try answer(["yes"], in: journey)
    try "script: a\ntitle: A\nitems:\n  - {id: z, ask: New?, answer: number}\n".write(
      to: file, atomically: true, encoding: .utf8)
    let resumed = try Journey(session, in: journal, library: ScriptLibrary(folder: first))
    #expect(resumed.interviews["a"]?.nextStep?.text == "Next?")
    #expect(resumed.unreadable == 0)
  }

  @Test("what is half typed is kept, and gone once the question is answered")
  func drafts() throws {
    let session = try journal.startSession(at: now)
    let journey = try Journey(session, in: journal, library: library)
    try answer(
      ["a long day over one clock that nobody else had wanted to touch at all", "a dial"],
      in: journey)
    let step = try #require(journey.interviews["energizers"]?.nextStep)
    try journey.keep(draft: "clocks\nqui", of: step, in: "energizers", at: now)
    let resumed = try Journey(session, in: journal, library: library)
    #expect(try resumed.draft(of: step, in: "energizers") == "clocks\nqui")
    try answer(["clocks\nquiet\napprentices"], in: resumed)
    #expect(try resumed.draft(of: step, in: "energizers") == "")
  }

  @Test("the last answer can be taken back, again and again, and stays in the journal")
  func undo() throws {
    let session = try journal.startSession(at: now)
    let journey = try Journey(session, in: journal, library: library)
    try answer(
      ["a long day over one clock that nobody else had wanted to touch at all", "a dial"],
      in: journey)
    #expect(journey.lastAnswered?.hasPrefix("When did you last lose track") == true)
    #expect(try journey.undo(at: now))
    #expect(journey.progress.done == 1)
    #expect(journey.interviews["energizers"]?.nextStep?.path == Path(ItemID("lost_time")))
    #expect(try journey.undo(at: now))
    #expect(journey.progress.done == 0)
    #expect(try !journey.undo(at: now))
    let resumed = try Journey(session, in: journal, library: library)
    #expect(resumed.progress.done == 0)
    #expect(resumed.unreadable == 0)
    #expect(try journal.entries(of: session.id).count { $0.kind == "interview" } >= 2)
  }

  @Test("answers become a profile, with ranks, weights and what was added on asking")
  func profile() throws {
    let session = try journal.startSession(at: now)
    let journey = try Journey(session, in: journal, library: library)
    try answer(
      [
        "a long day over one clock that nobody else had wanted to touch at all", "a dial",
        "clocks\nimpact\nquiet", "a village with clean water", "5", "May", "3", "June", "1", "July",
        "3 1 2",
      ], in: journey)
    let energizers = journey.profile.statements(.energizer)
    #expect(energizers.map(\.text) == ["quiet", "clocks", "impact"])
    #expect(energizers.map(\.weight) == [0.333, 1.667, 1])
    #expect(energizers.map(\.elaborations) == [[], [], ["a village with clean water"]])
  }

  @Test("an event that a newer version wrote is counted and passed over")
  func unknownEvent() throws {
    let session = try journal.startSession(at: now)
    try journal.append(
      NewEvent(kind: "telepathy", payload: Data("{}".utf8)), to: session.id, after: 0, at: now)
    let journey = try Journey(session, in: journal, library: library)
    #expect(journey.unreadable == 1)
    try answer(
      ["the next answer is saved behind it, and the day was a long and a good one"], in: journey)
    #expect(try journal.entries(of: session.id).count == 3)
  }
}

@Suite("a journey over scripts that change")
final class ChangingScriptTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "scripts-\(UUID().uuidString)")
  private let now = Date(timeIntervalSince1970: 1_800_000_000)
  private let journal: Journal
  private var prompts: URL { folder.appendingPathComponent("prompts") }

  init() throws {
    journal = try Journal(at: folder.appendingPathComponent("nextmove.sqlite"))
    try FileManager.default.createDirectory(at: prompts, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ texts: [String: String]) throws {
    for old in try FileManager.default.contentsOfDirectory(atPath: prompts.path) {
      try FileManager.default.removeItem(at: prompts.appendingPathComponent(old))
    }
    for (name, text) in texts {
      try Data(text.utf8).write(to: prompts.appendingPathComponent(name))
    }
  }

  private let whole = [
    "a.yaml": """
    script: a
    title: A
    items:
      - {id: x, ask: Where?, answer: text}
      - {id: gifts, ask: What?, answer: list, between: 1..5}
      - include: _weights.yaml
    """,
    "_weights.yaml": """
    items:
      - for each: gifts
        as: gift
        items:
          - {id: weight, ask: "How much is “{gift}”?", answer: scale 1..5}
    """,
  ]
  private let split = [
    "a.yaml": "script: a\ntitle: A\nitems:\n  - {id: x, ask: Where?, answer: text}\n",
    "b.yaml": """
    script: b
    title: B
    items:
      - {id: gifts, ask: What?, answer: list, between: 1..5}
      - for each: gifts
        as: gift
        items:
          - {id: weight, ask: "How much is “{gift}”?", answer: scale 1..5}
    """,
  ]

  private func journey(_ session: Session) throws -> Journey {
    try Journey(session, in: journal, library: ScriptLibrary(folder: prompts))
  }

  @Test("a script split in two and joined again keeps every answer, and the way is replayed")
  func splitAndJoined() throws {
    let session = try journal.startSession(at: now)
    try write(whole)
    var journey = try journey(session)
    for line in ["a bakery", "quiet, order", "5", "2"] {
      let id = try #require(journey.present)
      let interview = try #require(try journey.open(id, at: now))
      let step = try #require(interview.nextStep)
      try journey.apply(try interview.event(for: line, at: step, today: .first), to: id, at: now)
    }
    #expect(journey.present == nil)
    #expect(!journey.isBehindLibrary)
    let before = journey.interviews["a"]?.review.map(\.state)

    try write(split)
    journey = try self.journey(session)
    #expect(journey.isBehindLibrary)
    #expect(journey.interviews["a"]?.review.map(\.state) == before)
    let report = try journey.migrate(at: now)
    #expect(
      report.sentences.map(\.description) == ["2 answers have moved along with their questions."])
    #expect(journey.present == nil)
    #expect(journey.interviews["a"]?.review.count == 1)
    #expect(journey.interviews["b"]?.review.count == 3)

    journey = try self.journey(session)
    #expect(!journey.isBehindLibrary)
    #expect(journey.interviews["b"]?.review.count == 3)

    try write(whole)
    journey = try self.journey(session)
    _ = try journey.migrate(at: now)
    #expect(journey.interviews["a"]?.review.map(\.state) == before)
    #expect(journey.interviews["b"] == nil)
    #expect(journey.unreadable == 0)
  }
}
