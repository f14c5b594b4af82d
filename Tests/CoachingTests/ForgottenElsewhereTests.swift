import Foundation
import Journal
import QuestionFlow
import Testing

@testable import Coaching

@Suite("an answer forgotten in another window")
final class ForgottenElsewhereTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "elsewhere-\(UUID().uuidString)")
  private let now = Date(timeIntervalSince1970: 1_800_000_000)

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func answer(_ line: String, in journey: Journey) throws {
    let id = try #require(journey.present)
    let interview = try #require(try journey.open(id, at: now))
    let step = try #require(interview.nextStep)
    try journey.apply(try interview.event(for: line, at: step, today: .first), to: id, at: now)
  }

  @Test("takes nothing along of what is answered here afterwards, and is noticed by it")
  func noticed() throws {
    let journal = try Journal(at: folder.appendingPathComponent("nextmove.sqlite"))
    let library = ScriptLibrary()
    let session = try journal.startSession(at: now)
    let here = try Journey(session, in: journal, library: library)
    for line in ["a long day sanding the hull", "the smell of it", "planing the boards"] {
      try answer(line, in: here)
    }
    let elsewhere = try Journey(session, in: journal, library: library)
    _ = try Forgetting(elsewhere, in: journal).answer("lost_time")
    try answer("wood\nquiet\nmy own hours", in: here)
    #expect(here.takeMeanwhile()?.hasMoved == true)
    // The forgotten question is open again, and comes first.
    #expect(here.interviews["energizers"]?.nextStep?.path == Path(ItemID("lost_time")))
    try answer("caulking", in: here)
    try answer("3", in: here)
    let again = try Journey(session, in: journal, library: library)
    #expect(
      again.interviews["energizers"]?.answered.map(\.words) == [
        "a long day sanding the hull", "the smell of it", "caulking",
        "wood, quiet, my own hours", "3 (I would miss it)",
      ])
    #expect(again.unreadable == 0)
  }
}
