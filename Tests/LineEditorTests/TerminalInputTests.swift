import Foundation
import Testing

@testable import LineEditor

@Suite("keys, pastes and what lies between them")
struct TerminalInputTests {
  /// What comes out for the bytes that are there, then for each piece that follows, up to the end.
  private func events(_ pieces: [String]) throws -> [String] {
    let pipe = Pipe()
    let input = try #require(TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor))
    var events: [String] = []
    for piece in pieces {
      pipe.fileHandleForWriting.write(Data(piece.utf8))
      reading: while true {
        switch input.read(resting: 0) {
        case .key(.character(let scalar)): events.append(String(scalar))
        case .key(let key), .sequence(_, let key?): events.append("\(key)")
        case .sequence(_, nil): continue
        case .paste(let text): events.append("paste: \(text)")
        case .rest, .end: break reading
        case .signal(let signal): events.append("signal \(signal)")
        }
      }
    }
    try pipe.fileHandleForWriting.close()
    while true {
      switch input.read() {
      case .key(.character(let scalar)): events.append(String(scalar))
      case .key(let key), .sequence(_, let key?): events.append("\(key)")
      case .paste(let text): events.append("paste: \(text)")
      case .end: return events
      case .sequence(_, nil), .signal, .rest: continue
      }
    }
  }

  @Test("reports of the terminal leave nothing behind")
  func reports() throws {
    let reports =
      "\u{1B}[I\u{1B}[<35;20;5M\u{1B}[M #!\u{1B}[3;7R\u{1B}]11;rgb:0/0/0\u{1B}\\\u{1B}P>|t\u{1B}\\\u{1B}[O"
    #expect(try events(["a\(reports)b"]) == ["a", "b"])
  }

  @Test("a sequence or a character whose bytes come apart is one all the same")
  func apart() throws {
    // The reader waits for the rest, so the rest is written by another thread.
    let pipe = Pipe()
    let input = try #require(TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor))
    let bytes = Array("\u{1B}[1;5Dé\u{1B}]11;rgb\u{07}x".utf8)
    let writer = Thread {
      for byte in bytes {
        pipe.fileHandleForWriting.write(Data([byte]))
        usleep(2000)
      }
    }
    writer.start()
    var found: [Key] = []
    while found.last != .character("x") {
      switch input.read() {
      case .key(let key), .sequence(_, let key?): found.append(key)
      case .sequence(_, nil): continue
      default:
        Issue.record("something else came")
        return
      }
    }
    #expect(found == [.editing(.wordLeft), .character("é"), .character("x")])
  }

  @Test(
    "a key held with Alt that opens a sequence takes no letter that is typed after it",
    arguments: ["[", "O", "N", "?", "]"])
  func opened(key: String) throws {
    let pipe = Pipe()
    let input = try #require(TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor))
    pipe.fileHandleForWriting.write(Data("\u{1B}\(key)".utf8))
    guard case .sequence(_, nil) = input.read() else {
      Issue.record("it is no key of its own")
      return
    }
    pipe.fileHandleForWriting.write(Data("h".utf8))
    guard case .key(.character("h")) = input.read() else {
      Issue.record("the letter is gone")
      return
    }
  }

  @Test("an Escape that nothing follows is the key Escape")
  func escape() throws {
    #expect(try events(["\u{1B}"]) == ["\u{1B}"])
  }

  @Test("a paste that is never closed ends with the input, and what has come of it is kept")
  func unclosed() throws {
    let pipe = Pipe()
    // It would rest for a minute before it ended by itself.
    let input = try #require(
      TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor, pastePatience: 60_000))
    pipe.fileHandleForWriting.write(Data("\u{1B}[200~one\rtwo".utf8))
    try pipe.fileHandleForWriting.close()
    guard case .paste("one\ntwo") = input.read(), case .end = input.read() else {
      Issue.record("the paste has not ended with the input")
      return
    }
  }

  @Test("a paste that is never closed ends with Ctrl-C, and keys are keys again")
  func interrupted() throws {
    #expect(
      try events(["\u{1B}[200~one\rtwo\u{03}", "x"]) == ["paste: one\ntwo", "x"])
  }

  @Test("a paste that is never closed ends once nothing more of it comes, and keys are keys again")
  func rested() throws {
    let pipe = Pipe()
    let input = try #require(
      TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor, pastePatience: 20))
    pipe.fileHandleForWriting.write(Data("\u{1B}[200~one\rtwo".utf8))
    guard case .paste("one\ntwo") = input.read() else {
      Issue.record("the paste has not ended")
      return
    }
    pipe.fileHandleForWriting.write(Data("x".utf8))
    guard case .key(.character("x")) = input.read() else {
      Issue.record("the key is none")
      return
    }
  }

  @Test("half a minute is what a paste may rest")
  func patience() {
    #expect(TerminalInput(descriptor: 0)?.pastePatience == 30_000)
  }

  @Test("a closing marker inside of a paste belongs to it; two pastes at once are two")
  func markers() throws {
    #expect(
      try events(["\u{1B}[200~a\u{1B}[201~/quit\rb\u{1B}[201~c"])
        == ["paste: a\u{1B}[201~/quit\nb", "c"])
    #expect(
      try events(["\u{1B}[200~a\u{1B}[201~\u{1B}[200~b\u{1B}[201~"]) == ["paste: a", "paste: b"])
  }

  @Test("a report of the cursor is taken from among keys, which stay")
  func cursorReport() throws {
    let pipe = Pipe()
    let input = try #require(TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor))
    pipe.fileHandleForWriting.write(Data("ab\u{1B}[12;40Rc".utf8))
    let report = try #require(input.takeCursorReport(within: 1000))
    #expect(report == (12, 40))
    #expect(input.takeUnread() == "abc")
    #expect(input.takeCursorReport(within: 0) == nil)
  }
}
