import Foundation
import Journal
import QuestionFlow
import Testing

@testable import Coaching

/// Answers of which one is damaged, or missing from what was taken in.
@Suite("one answer that cannot be read takes no other along")
final class LostEventTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "lost-\(UUID().uuidString)")
  private let now = Date(timeIntervalSince1970: 1_800_000_000)
  private let library: ScriptLibrary
  private let journal: Journal
  private let session: Session

  private static let answers = [
    "a long day sanding the hull", "the smell of it", "planing the boards",
    "wood\nquiet\nmy own hours", "3", "last May", "4", "in June", "5", "on Friday", "1 2 3",
    "a day of calls, one after the other, until nothing of it or of me was left", "calls\nforms",
  ]

  init() throws {
    library = ScriptLibrary()
    journal = try Journal(at: folder.appendingPathComponent("nextmove.sqlite"))
    session = try journal.startSession(at: now)
    try answer(Self.answers, in: Journey(session, in: journal, library: library))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func answer(_ lines: some Sequence<String>, in journey: Journey) throws {
    for line in lines {
      let id = try #require(journey.present)
      let interview = try #require(try journey.open(id, at: now))
      let step = try #require(interview.nextStep)
      try journey.apply(try interview.event(for: line, at: step, today: .first), to: id, at: now)
    }
  }

  enum Loss: CaseIterable {
    case dropped
    case brokenPayload
    case renamedKind
    case renamedItem
  }

  /// The session as it is without one of its events.
  private func journey(without number: Int, by loss: Loss, of other: Session? = nil) throws
    -> Journey
  {
    var exported = Data()
    try journal.export((other ?? session).id) { exported.append($0) }
    let marker = "{\"sequence\": \(number), "
    let lines = String(decoding: exported, as: UTF8.self).components(separatedBy: "\n")
    let at = try #require(lines.firstIndex { $0.contains(marker) })
    var altered = lines
    switch loss {
    case .dropped:
      altered.remove(at: at)
      if !lines[at].hasSuffix(",") { altered[at - 1].removeLast() }
    case .brokenPayload:
      altered[at] = lines[at].replacing(/"payload": \{.*\}/, with: "\"payload\": \"{broken\"}")
    case .renamedKind:
      altered[at] = lines[at].replacing("\"kind\": \"interview\"", with: "\"kind\": \"telepathy\"")
    case .renamedItem:
      altered[at] = lines[at].replacing(/"item":"[a-z_]*"/, with: "\"item\":\"elsewhere\"")
    }
    let taken = try Journal(
      at: folder.appendingPathComponent("\(UUID().uuidString)/nextmove.sqlite"))
    var rest = Data(altered.joined(separator: "\n").utf8)
    let added = try taken.restore { count in
      defer { rest = Data(rest.dropFirst(count)) }
      return Data(rest.prefix(count))
    }
    let id = try #require(added.first)
    let session = try #require(try taken.session(id))
    return try Journey(session, in: taken, library: library)
  }

  private func words(of journey: Journey) -> [String] {
    (journey.interviews["energizers"]?.answered ?? []).map(\.words)
  }

  private let all = [
    "a long day sanding the hull", "the smell of it", "planing the boards",
    "wood, quiet, my own hours", "3 (I would miss it)", "last May", "4", "in June",
    "5 (I would be looking again)", "on Friday", "wood, then quiet, then my own hours",
    "a day of calls, one after the other, until nothing of it or of me was left", "calls, forms",
  ]

  @Test("without any loss there are all of them")
  func whole() throws {
    let journey = try Journey(session, in: journal, library: library)
    #expect(words(of: journey) == all)
  }

  /// The events from 2 on are the answers in their order; the list is the fourth of them.
  @Test(
    "all others stand", arguments: [2, 3, 4, 6, 7, 8, 11, 12, 13, 14], Loss.allCases)
  func others(number: Int, loss: Loss) throws {
    let journey = try journey(without: number, by: loss)
    var expected = all
    expected.remove(at: number - 2)
    #expect(words(of: journey) == expected)
    #expect(journey.unreadable == (loss == .dropped ? 0 : 1))
  }

  @Test("given anew, it is what was missing, and the rest is as it was", arguments: [2, 4, 6, 12])
  func givenAnew(number: Int) throws {
    let journey = try journey(without: number, by: .brokenPayload)
    try answer([Self.answers[number - 2]], in: journey)
    #expect(words(of: journey) == all)
    let again = try Journey(journey.session, in: journey.journal, library: library)
    #expect(words(of: again) == all)
  }

  @Test("what was said of the things on a lost list returns with them", arguments: Loss.allCases)
  func lostList(loss: Loss) throws {
    let journey = try journey(without: 5, by: loss)
    #expect(journey.unreadable == (loss == .dropped ? 0 : 1))
    #expect(words(of: journey).suffix(2) == all.suffix(2))
    try answer(["quiet\nmy own hours\nwood"], in: journey)
    let interview = try #require(journey.interviews["energizers"])
    let said = interview.answered.filter { $0.id.rawValue == "last_time" }
    #expect(said.map(\.elements) == [["quiet"], ["my own hours"], ["wood"]])
    #expect(said.map(\.words) == ["in June", "on Friday", "last May"])
    #expect(interview.answered.contains { $0.id.rawValue == "order" && $0.words.hasPrefix("wood") })
  }

  @Test("what was said of a thing on being asked further returns with it too")
  func probedElement() throws {
    let other = try journal.startSession(at: now)
    let journey = try Journey(other, in: journal, library: library)
    try answer(
      Self.answers.prefix(3) + ["wood\nimpact\nquiet", "a boat that floats"], in: journey)
    let without = try self.journey(without: 5, by: .brokenPayload, of: other)
    try answer(["impact\nwood\nquiet"], in: without)
    #expect(
      without.interviews["energizers"]?.answered.contains {
        $0.words == "a boat that floats" && $0.elements == ["impact"]
      } == true)
  }

  @Test("where the opening of the script is lost, its answers stand")
  func opening() throws {
    let journey = try journey(without: 1, by: .dropped)
    #expect(words(of: journey) == all)
    #expect(journey.unreadable == 0)
  }
}
