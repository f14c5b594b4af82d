import struct QuestionFlow.SeededRandom
import Testing

@testable import ControlSequences

@Suite("what a text or a terminal's input is made of")
struct ControlScannerTests {
  private func elements(_ text: String) -> [ControlElement] {
    var rest = Array(text.utf8)[...]
    var elements: [ControlElement] = []
    while !rest.isEmpty, case .element(let element, let length) = ControlScanner.step(rest) {
      elements.append(element)
      rest = rest.dropFirst(length)
    }
    return elements
  }

  /// What nobody has typed, and is to be gone without a trace.
  static let sequences = [
    "\u{1B}[D", "\u{1B}[1;5D", "\u{1B}[5D", "\u{1B}\u{1B}[D", "\u{1B}\u{1B}OD", "\u{1B}[3~",
    "\u{1B}[1~", "\u{1B}[15;2~", "\u{1B}[[A", "\u{1B}[7$", "\u{1B}[3^", "\u{1B}[Z", "\u{1B}OP",
    "\u{1B}O5D", "\u{1B}OM", "\u{1B}[200~", "\u{1B}[201~",
    // The mouse: X10, with coordinates in UTF-8, SGR, urxvt, highlighting.
    "\u{1B}[M !!", "\u{1B}[M \u{A1}\u{C4}", "\u{1B}[<0;12;7M", "\u{1B}[<35;200;50m",
    "\u{1B}[32;12;7M", "\u{1B}[t!!", "\u{1B}[T!!!!!!",
    // Focus, the cursor, the device, modes, the window.
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[12;40R", "\u{1B}[?12;40;1R", "\u{1B}[?62;22c",
    "\u{1B}[>41;354;0c",
    "\u{1B}[0n", "\u{1B}[?2026;2$y", "\u{1B}[8;24;80t", "\u{1B}[?997;1n",
    // Keys as numbers.
    "\u{1B}[97;5u", "\u{1B}[97:65;2:1;65u", "\u{1B}[57417;1:3u", "\u{1B}[27;5;97~", "\u{1B}[?1u",
    // Strings: OSC, DCS, APC, PM and SOS, closed by BEL or ST.
    "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{07}", "\u{1B}]0;a title\u{1B}\\",
    "\u{1B}P>|terminal 1.2\u{1B}\\",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^private\u{1B}\\",
    "\u{1B}Xany\u{1B}\\",
    "\u{1B}]8;;https://example.org/é\u{1B}\\", "\u{1B}]52;c;\u{1B}\\",
    // Controls of eight bits.
    "\u{9B}1;5D", "\u{9D}0;title\u{9C}", "\u{90}q\u{9C}", "\u{8F}A", "\u{8E}A",
    // The other single shift, and a VT52's number pad.
    "\u{1B}NA", "\u{1B}Né", "\u{1B}?p",
    "\u{1B}(B", "\u{1B}#8", "\u{1B}%G", "\u{1B}[!p", "\u{1B}[0\"q", "\u{1B}[38:2::10:20:30m",
  ]

  @Test("a sequence is one element that ends where it ends", arguments: sequences)
  func whole(sequence: String) {
    let found = elements("a\(sequence)b")
    #expect(found.count == 3, "\(found)")
    #expect(found.last == .character("b"))
    #expect("a\(sequence)b".withoutControlSequences == "ab")
  }

  @Test("the beginning of a sequence is incomplete, wherever it is cut", arguments: sequences)
  func split(sequence: String) {
    let bytes = Array(sequence.utf8)
    for count in 1..<bytes.count {
      if case .element(let element, let length) = ControlScanner.step(bytes[..<count]) {
        Issue.record("\(count) bytes: \(element) of \(length)")
      }
    }
  }

  @Test("an Escape before a character that begins nothing takes none of its bytes")
  func scalars() {
    for value in UInt32(0xA0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(elements("\u{1B}\(scalar)") == [.escape, .character(scalar)])
    }
    #expect("a\u{1B}\u{2022} b".withoutControlSequences == "a\u{2022} b")
  }

  @Test("a string that never closes takes no words with it")
  func unclosed() {
    #expect("a\u{1B}]b c\nd".withoutControlSequences == "ab c\nd")
    #expect("a\u{1B}Pb".withoutControlSequences == "ab")
    #expect("a\u{1B}[12".withoutControlSequences == "a12")
    #expect("a\u{1B}".withoutControlSequences == "a")
  }

  @Test("any bytes: every step advances, and none ends inside a character", arguments: 1...4)
  func fuzz(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces: [[UInt8]] = [
      [0x1B], [0x1B, 0x5B], [0x1B, 0x5D], [0x1B, 0x4F], [0x1B, 0x50], [0x9B], [0xC2, 0x9B],
      [0xC2, 0x9D], [0x1B, 0x5C], [0x07], [0x0A], [0x3B], [0x35], [0x24], [0x4D], [0x44], [0x75],
      [0xE2, 0x80, 0xA2], [0xE2, 0x80, 0x94], [0xE2, 0x80, 0xBF], [0xF0, 0x9F, 0x99, 0x82], [0xC3],
      [0xE2, 0x80], [0xFF], [0x80], [0x41], [0x20],
    ]
    for _ in 0..<5_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
      }
      var rest = bytes[...]
      while !rest.isEmpty {
        guard case .element(_, let length) = ControlScanner.step(rest) else { break }
        guard length > 0, length <= rest.count else {
          Issue.record("\(length) of \(Array(rest))")
          return
        }
        rest = rest.dropFirst(length)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let kept = text.withoutControlSequences
      #expect(kept.unicodeScalars.count <= text.unicodeScalars.count)
      #expect(kept.unicodeScalars.allSatisfy(text.unicodeScalars.contains), "\(bytes)")
    }
  }

  @Test("a megabyte of beginnings is read in one go")
  func longInput() {
    for beginning in ["\u{1B}]", "\u{9D}", "\u{1B}[", "\u{1B}P1;", "\u{1B}"] {
      let text = String(repeating: beginning, count: 100_000) + "end"
      #expect(text.withoutControlSequences.hasSuffix("nd"))
    }
  }
}
