import Foundation
import Journal
import Testing

@testable import Coaching
@testable import QuestionFlow

@Suite("how far things have come with a posting")
final class PostingStatusTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "postings-\(UUID().uuidString)")
  /// In the middle of a day, wherever the test runs.
  private let now = Date(timeIntervalSince1970: 1_800_000_000)
  private let journal: Journal
  private let session: Session
  private let library: ScriptLibrary

  init() throws {
    journal = try Journal(at: folder.appendingPathComponent("nextmove.sqlite"))
    session = try journal.startSession(at: now)
    library = ScriptLibrary()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func journey() throws -> Journey { try Journey(session, in: journal, library: library) }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  /// A journey with a posting.
  private func checked(_ text: String = "Head Gardener\nYou mow.") throws -> (
    Journey, CheckedPosting
  ) {
    let journey = try journey()
    try journey.keep(posting: text, at: now)
    return (journey, try #require(journey.postings.last))
  }

  private func words(_ posting: CheckedPosting?) -> [String] {
    (posting?.history ?? []).map { "\($0.status.rawValue) \($0.day)" }
  }

  @Test("a posting is seen from the day of its first check on")
  func seen() throws {
    let (journey, _) = try checked()
    try journey.keep(
      posting: "Head Gardener\nYou mow.", at: now.addingTimeInterval(9 * 86_400))
    #expect(words(journey.postings.first) == ["seen \(CalendarDate(now))"])
    #expect(words(try self.journey().postings.first) == ["seen \(CalendarDate(now))"])
  }

  @Test("a check of an earlier version, which kept no day, has that of its entry")
  func earlierVersion() throws {
    try journal.append(
      NewEvent(
        kind: "checked", payload: Data(#"{"posting": "abc", "verdict": "mixed"}"#.utf8)),
      to: session.id, after: 0, at: now)
    #expect(words(try journey().postings.first) == ["seen \(CalendarDate(now))"])
  }

  @Test("every status is kept with its day, and the latest day counts")
  func history() throws {
    let (journey, posting) = try checked()
    try journey.keep(PostingStep(.talking, on: try day("2027-02-09")), of: posting, at: now)
    try journey.keep(PostingStep(.applied, on: try day("2027-02-01")), of: posting, at: now)
    let now = try self.journey().postings.first
    #expect(
      words(now) == ["seen \(CalendarDate(self.now))", "applied 2027-02-01", "talking 2027-02-09"])
    #expect(now?.latest.status == .talking)
  }

  @Test("the status that it has already only gets another day")
  func again() throws {
    let (journey, posting) = try checked()
    try journey.keep(PostingStep(.applied, on: try day("2027-02-01")), of: posting, at: now)
    let changed = try journey.keep(
      PostingStep(.applied, on: try day("2027-02-03")), of: posting, at: now)
    #expect(words(changed) == ["seen \(CalendarDate(now))", "applied 2027-02-03"])
  }

  @Test("what was said last is taken back, with what it had taken the place of")
  func undo() throws {
    let (journey, posting) = try checked()
    try journey.keep(PostingStep(.applied, on: try day("2027-02-01")), of: posting, at: now)
    try journey.keep(PostingStep(.applied, on: try day("2027-02-03")), of: posting, at: now)
    var standing = try #require(journey.postings.first)
    standing = try #require(try journey.takeBackStatus(of: standing, at: now))
    #expect(words(standing).last == "applied 2027-02-01")
    standing = try #require(try journey.takeBackStatus(of: standing, at: now))
    #expect(words(standing) == ["seen \(CalendarDate(now))"])
    #expect(try journey.takeBackStatus(of: standing, at: now) == nil)
  }

  @Test("taken back while another window writes, it is that status and nothing else")
  func undoBesideAnother() throws {
    let (journey, posting) = try checked()
    let standing = try journey.keep(
      PostingStep(.applied, on: try day("2027-02-01")), of: posting, at: now)
    try self.journey().log("a moment", level: 1, on: .first, at: now)
    #expect(words(try journey.takeBackStatus(of: standing, at: now)).count == 1)
    #expect(journey.energyLog.entries.count == 1)
  }

  @Test("the same words in other lines are the same posting")
  func once() throws {
    let (journey, posting) = try checked("Head Gardener\nYou mow the lawn.")
    try journey.keep(PostingStep(.applied, on: .first), of: posting, at: now)
    try journey.keep(posting: "  Head Gardener\r\n\r\nYou mow\nthe lawn.\n", at: now)
    #expect(journey.postings.count == 1)
    try journey.keep(posting: "Head Gardener\nYou mow the meadow.", at: now)
    #expect(journey.postings.count == 2)
  }

  @Test("numbers stay where they are when a posting is checked again")
  func order() throws {
    let journey = try journey()
    for text in ["one", "two", "three"] { try journey.keep(posting: text, at: now) }
    try journey.keep(posting: "one", at: now)
    let texts = try journey.postings.map { try journey.postingText($0.digest) }
    #expect(texts == ["one", "two", "three"])
  }

  @Test("an export carries it, and an import brings it back")
  func export() throws {
    let (journey, posting) = try checked()
    try journey.keep(PostingStep(.declined, on: try day("2027-02-01")), of: posting, at: now)
    var exported = Data()
    try journal.export { exported.append($0) }
    let other = try Journal(at: folder.appendingPathComponent("other.sqlite"))
    var rest: Data? = exported
    let taken = try other.restore { _ in
      defer { rest = nil }
      return rest ?? Data()
    }
    _ = taken
    let restored = try Journey(
      try #require(try other.sessions().first), in: other, library: library)
    #expect(words(restored.postings.first) == words(journey.postings.first))
  }

  @Test("what is forgotten of a posting is its status too")
  func forgotten() throws {
    let (journey, posting) = try checked()
    try journey.keep(PostingStep(.applied, on: .first), of: posting, at: now)
    try journey.keep(posting: "Clockmaker", at: now)
    _ = try Forgetting(journey, in: journal).posting(posting.digest)
    try journey.readAgain()
    #expect(try journey.postings.map { try journey.postingText($0.digest) } == ["Clockmaker"])
    #expect(try !journal.entries(of: session.id).contains { $0.kind == "posting-status" })
  }

  @Test("a list is sorted by what is most under way, by the latest day, or by name")
  func sorted() throws {
    let rows = try [
      ("b", [PostingStep(.seen, on: day("2027-01-03"))]),
      ("A", [PostingStep(.declined, on: day("2027-01-09"))]),
      ("c", [PostingStep(.talking, on: day("2027-01-02"))]),
      ("d", [PostingStep(.applied, on: day("2027-01-05"))]),
    ].enumerated().map {
      PostingRow(number: $0 + 1, name: $1.0, history: $1.1, result: nil)
    }
    func names(_ order: PostingOrder) -> String { order.sorted(rows).map(\.name).joined() }
    #expect(names(.status) == "cdbA")
    #expect(names(.date) == "Adbc")
    #expect(names(.name) == "Abcd")
    // Nothing was read, so the numbers decide.
    #expect(names(.shine) == "bAcd" && names(.fit) == "bAcd")
  }
}
