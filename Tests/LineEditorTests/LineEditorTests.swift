import Foundation
import Testing

@testable import LineEditor

@Suite("lines, pastes and what may reach the terminal")
struct LineEditorTests {
  @Test("a paste's carriage returns become line feeds, once each")
  func lineEnds() {
    let text = Paste.normalizingLineEnds(Array("a\rb\r\nc\nd".unicodeScalars))
    #expect(Array(text.unicodeScalars) == Array("a\nb\nc\nd".unicodeScalars))
  }

  @Test("two pastes of one length have stand-ins of their own, and each comes back in its place")
  func standIns() {
    let first = Paste("one\ntwo", among: [])
    let second = Paste("three\nfour", among: [first])
    #expect(first.standIn == "[pasted 2 lines]")
    #expect(second.standIn == "[paste 2: 2 lines]")
    #expect(
      Paste.expand("see \(second.standIn) and \(first.standIn).", [first, second])
        == "see three\nfour and one\ntwo.")
  }

  @Test("a text put into the line cannot end the paste it travels in")
  func markers() {
    let text = Paste.withoutMarkers("a\u{1B}[201~b")
    #expect(!text.contains(Paste.closing))
  }

  @Test("widths: combining marks take none, ideographs and emoji two")
  func widths() {
    #expect(DisplayWidth.columns("e\u{301}") == 1)
    #expect(DisplayWidth.columns("é") == 1)
    #expect(DisplayWidth.columns("日本") == 4)
    #expect(DisplayWidth.columns("👩‍🔧") == 2)
  }

  @Test("a plain stream gives lines without their ends, the last one without a line feed too")
  func plainLines() throws {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data("one\r\ntwo\n\nthree".utf8))
    try pipe.fileHandleForWriting.close()
    let source = PlainLineSource(descriptor: pipe.fileHandleForReading.fileDescriptor)
    let lines = (0..<5).map { _ in source.readLine(LineRequest(prompt: "")) }
    #expect(lines == [.line("one"), .line("two"), .line(""), .line("three"), .end(typed: "")])
  }
}
