import Foundation
import Testing

@testable import LineEditor

@Suite("lines, pastes and what may reach the terminal")
struct LineEditorTests {
  @Test("a paste's carriage returns become line feeds, once each")
  func lineEnds() {
    let text = Paste.text(Array("a\rb\r\nc\nd".utf8)[...])
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

  @Test(
    "a stand-in that is partly gone keeps its paste; one that is gone altogether takes it along")
  func edited() {
    let first = Paste("one\ntwo", among: [])
    let second = Paste("three\nfour", among: [first])
    #expect(Paste.expand("see [pasted 2 li", [first]) == "see [pasted 2 li\none\ntwo")
    #expect(Paste.expand("see \(second.standIn)", [first, second]) == "see three\nfour")
    #expect(Paste.isAny(of: [first], in: "[pas") == false)
    #expect(Paste.expand("/why", [first]) == "/why")
  }

  @Test("a paste that quotes a stand-in is left as it is")
  func quoting() {
    let first = Paste("a\n[paste 2: 2 lines]", among: [])
    let second = Paste("c\nd", among: [first])
    #expect(
      Paste.expand(first.standIn + second.standIn, [first, second])
        == "a\n[paste 2: 2 lines]c\nd")
  }

  @Test(
    "a flag with marks behind it stands in the line as one sign, and is what was typed in the answer",
    arguments: [
      "🇩🇪\u{FE0F}", "🇩🇪\u{301}", "🇩🇪\u{200D}", "🇩🇪\u{20E3}", "🇩\u{301}", "🇩\u{FE0F}\u{200D}",
      "🇩🇪🇩", "🇩🇪🏽", "\u{301}🇩🇪",
    ])
  func markedFlags(text: String) {
    let table = ClusterTable()
    let line = table.encode("a\(text)b")
    #expect(table.decode(line) == "a\(text)b")
    let bytes = Array(String(String.UnicodeScalarView(line)).utf8)
    let shown = bytes.withUnsafeBytes { table.shown($0) }
    #expect(String(decoding: shown, as: UTF8.self).contains("D"))
  }

  @Test("widths: combining marks take none, ideographs and emoji two")
  func widths() {
    #expect(DisplayWidth.columns("e\u{301}") == 1)
    #expect(DisplayWidth.columns("é") == 1)
    #expect(DisplayWidth.columns("日本") == 4)
    #expect(DisplayWidth.columns("👩‍🔧") == 2)
  }

  @Test(
    "symbols that are drawn as emoji by themselves take two columns, those drawn as text one",
    arguments: [
      ("✅⭐⌛⏰❌❓➕⚡☕⛔🟢🫠🩷🪾", 2), ("✓★☆⌨→•❤✂“…", 1), ("가한ｱ", 0), ("한글", 2), ("ｱｲ", 1),
    ])
  func symbols(text: String, columns: Int) {
    for character in text where columns > 0 {
      #expect(DisplayWidth.columns(String(character)) == columns, "\(character)")
    }
  }

  @Test("the ranges of wide characters rise and do not touch")
  func wideCharacters() {
    let bounds = WideCharacters.bounds
    #expect(bounds.count % 2 == 0)
    for index in bounds.indices.dropFirst() {
      #expect(
        bounds[index - 1] < bounds[index] || index % 2 == 1 && bounds[index - 1] == bounds[index])
    }
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
