import Foundation
import Testing

@testable import Journal

@Suite("export and import")
struct LeavingTests {
  private let home = TemporaryJournal()
  private let other = TemporaryJournal()
  private let noon = TemporaryJournal.noon

  private func exported(_ session: SessionID? = nil) throws -> Data {
    var data = Data()
    try home.open().export(session) { data += $0 }
    return data
  }

  /// Hands out so many bytes at a time.
  private func restore(_ data: Data, pieces: Int = 7) throws -> [SessionID] {
    var rest = data[...]
    return try other.open().restore { most in
      let piece = rest.prefix(min(most, pieces))
      rest = rest.dropFirst(piece.count)
      return Data(piece)
    }
  }

  private func fault(_ text: String) throws -> ImportFault? {
    do { _ = try restore(Data(text.utf8)) } catch { return error as? ImportFault }
    return nil
  }

  @Test("what is exported comes back event for event, draft for draft, text for text")
  func roundTrip() throws {
    let session = try home.fill(30)
    let journal = try home.open()
    try journal.keepDraft("half a \"sen\"\n", of: session, at: "a/x", time: noon)
    let text = "a posting\u{2028}with \u{85} odd \u{1F680} \\ characters\u{0}"
    try journal.append(
      NewEvent(
        kind: "opened", payload: Data("{\"digest\":\"\(Journal.digest(of: text))\"}".utf8),
        texts: [.init(text, kind: "script")]), to: session, after: 30, at: noon + 0.1)
    #expect(try restore(try exported()) == [session])
    let (here, there) = (try home.open(), try other.open())
    #expect(try there.entries(of: session) == here.entries(of: session))
    #expect(try there.draft(of: session, at: "a/x") == "half a \"sen\"\n")
    #expect(try there.text(digest: Journal.digest(of: text)) == text)
    #expect(try there.faults() == [])
    #expect(try restore(try exported()) == [])
  }

  @Test("one session takes its own texts along, and no others")
  func oneSession() throws {
    let journal = try home.open()
    for text in ["one", "two"] {
      let session = try journal.startSession(at: noon).id
      try journal.append(
        NewEvent(
          kind: "opened", payload: Data("{\"digest\":\"\(Journal.digest(of: text))\"}".utf8),
          texts: [.init(text, kind: "script")]), to: session, after: 0, at: noon)
    }
    let text = String(decoding: try exported(SessionID(2)), as: UTF8.self)
    #expect(text.contains("\"two\""))
    #expect(!text.contains("\"one\""))
  }

  @Test("an export that “nextmove 0.1” wrote is taken in, keys in any order")
  func earlier() throws {
    let script = "script: a\n"
    let old = OldTextNames.name(of: script)
    let text = """
      {"format":"nextmove-export","sessions":[{"drafts":{"a/x":"half"},"events":[
      {"at":1800000001,"kind":"opened","payload":{"digest":"\(old)","script":"a"},"sequence":1},
      {"at":1800000002.5,"kind":"test","payload":null,"sequence":3}],
      "id":7,"name":"spring","started":1800000000}],
      "texts":[{"content":"script: a\\n","digest":"\(old)","kind":"script"}],"version":1}
      """
    #expect(try restore(Data(text.utf8)) == [SessionID(7)])
    let journal = try other.open()
    #expect(try journal.entries(of: SessionID(7)).map(\.sequence) == [1, 3])
    #expect(try journal.sessions().map(\.name) == ["spring"])
    #expect(try journal.text(digest: Journal.digest(of: script)) == script)
    let payload = try #require(try journal.entries(of: SessionID(7)).first?.payload)
    #expect(String(decoding: payload, as: UTF8.self).contains(Journal.digest(of: script)))
    #expect(try journal.faults() == [])
    #expect(try restore(Data(text.utf8)) == [])
  }

  @Test("a session whose number is taken gets the next")
  func takenNumber() throws {
    try home.fill(2)
    _ = try other.open().startSession(at: noon + 5)
    #expect(try restore(try exported()) == [SessionID(2)])
  }

  @Test(
    "what is no export, or was altered, is refused, and nothing of it stays",
    arguments: [
      "", "[]", "{", "{\"format\":\"nextmove-export\"}", "nonsense", "{\"format\": tru}",
      "{\"format\":\"x\",\"version\":1,\"sessions\":[],\"texts\":[]}",
      "{\"format\":\"nextmove-export\",\"version\":1,\"sessions\":[{\"id\":1,\"started\":1,\"events\":[{\"sequence\":1}]}]}",
      "{\"format\":\"nextmove-export\",\"version\":1,\"sessions\":[{\"id\":1,\"started\":1,\"events\":[],\"drafts\":{}}]} more",
    ])
  func refused(text: String) throws {
    #expect(try fault(text) != nil)
    #expect(try other.open().sessions().isEmpty)
  }

  @Test("events out of order, a newer version, and depth without end are each told")
  func told() throws {
    func export(_ events: String, version: Int = 1) -> String {
      "{\"format\":\"nextmove-export\",\"version\":\(version),\"sessions\":[{\"id\":4,\"started\":1,\"events\":[\(events)]}]}"
    }
    func event(_ number: Int) -> String {
      "{\"sequence\":\(number),\"kind\":\"k\",\"at\":1,\"payload\":1}"
    }
    #expect(try fault(export("\(event(2)),\(event(1))")) == .disordered(4))
    #expect(try fault(export("\(event(2)),\(event(2))")) == .disordered(4))
    #expect(try fault(export("\(event(2_000_000_000))")) == .disordered(4))
    #expect(try fault(export(event(1), version: 9)) == .newer)
    let deep = String(repeating: "[", count: 100_000)
    guard case .notAnExport = try fault("{\"format\":\(deep)") else {
      Issue.record("depth without end was taken")
      return
    }
  }
}
