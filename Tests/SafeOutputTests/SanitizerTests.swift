import Foundation
import QuestionFlow
import SafeOutput
import Testing

@Suite("text made safe to show")
struct SanitizerTests {
  @Test("control sequences, overrides of direction and tags are taken out; letters stay")
  func controls() {
    #expect(Sanitizer.text("a\u{1B}[2Jb\u{9B}31mc\u{202E}d\u{7F}e\u{E0041}f\u{2066}g") == "abcdefg")
    #expect(Sanitizer.text("Łódź 日本語 🙂\nnext") == "Łódź 日本語 🙂\nnext")
    #expect(Sanitizer.line("one\r\ntwo\tthree") == "one two three")
  }

  @Test("whatever ends a line ends it, so that no words grow together")
  func lineEnds() {
    #expect(
      Sanitizer.text("a\rb\u{2028}c\u{2029}d\u{85}e\u{0B}f\u{0C}g\r\nh") == "a\nb\nc\nd\ne\nf\ng\nh"
    )
    #expect(Sanitizer.line("a\u{2028}b") == "a b")
  }

  @Test(
    "what Unicode draws as nothing is taken out",
    arguments: [
      "\u{AD}", "\u{34F}", "\u{61C}", "\u{115F}", "\u{180E}", "\u{200B}", "\u{200E}", "\u{200F}",
      "\u{2060}", "\u{2064}", "\u{206F}", "\u{3164}", "\u{FEFF}", "\u{FFA0}", "\u{FFF9}",
      "\u{FFFE}",
      "\u{1D173}", "\u{E0001}", "\u{E007F}", "\u{E0100}", "\u{200D}", "\u{200C}", "\u{FE0F}",
    ])
  func invisible(_ text: String) {
    #expect(Sanitizer.text("a\(text)b") == "ab")
    #expect(Sanitizer.text(text + text).isEmpty)
  }

  @Test(
    "joiners and selectors stay where they do their work",
    arguments: ["👩‍🔧", "❤️", "1️⃣", "🏳️‍🌈", "👨🏽‍💻", "می‌خواهم", "क्‍ष", "葛\u{E0100}", "٣", "\u{600}"])
  func joiners(_ text: String) { #expect(Sanitizer.text(text) == text) }

  @Test("JSON for a terminal means the same and holds nothing raw")
  func json() throws {
    let words = "a\u{7F}b\u{9B}c\u{202E}d\u{E0041}e\u{2028}f\u{1B}g\\h\"i"
    let safe = Sanitizer.json(String(decoding: try JSONEncoder().encode([words]), as: UTF8.self))
    #expect(safe.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) })
    #expect(try JSONDecoder().decode([String].self, from: Data(safe.utf8)) == [words])
  }

  @Test(
    "of ten thousand mixtures nothing that steers a terminal is left, and twice changes nothing")
  func mixtures() {
    var random = SeededRandom(seed: 15)
    let pieces =
      (0...0xFFFF).compactMap { Unicode.Scalar($0 as UInt32) }
      + (0xE0000...0xE01FF).compactMap { Unicode.Scalar($0 as UInt32) }
    for _ in 0..<10_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<12 { view.append(pieces.randomElement(using: &random) ?? "a") }
      let safe = Sanitizer.text(String(view))
      #expect(
        safe.unicodeScalars.allSatisfy {
          $0 == "\n"
            || $0.properties.generalCategory != .control
              && !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
              && !(0xE0000...0xE007F).contains($0.value)
        })
      #expect(Sanitizer.text(safe) == safe)
    }
  }
}
