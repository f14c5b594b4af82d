import ControlSequences
import Testing

@testable import LineEditor

@Suite("which key a sequence stands for")
struct KeyTests {
  private func key(_ sequence: String) -> Key? {
    guard case .element(let element, let length) = ControlScanner.step(Array(sequence.utf8)[...])
    else { return nil }
    #expect(length == sequence.utf8.count, "\(sequence.debugDescription)")
    return Key(element)
  }

  @Test("Ctrl and Alt move by words, in every terminal's way of writing it")
  func words() {
    for sequence in [
      "\u{1B}[1;5D", "\u{1B}[5D", "\u{1B}[1;3D", "\u{1B}\u{1B}[D", "\u{1B}\u{1B}OD", "\u{1B}[3D",
      "\u{1B}Od", "\u{1B}O5D", "\u{1B}O1;5D", "\u{1B}[1;7D", "\u{1B}[1;5:1D", "\u{1B}[57417;5u",
      "\u{9B}1;5D",
    ] {
      #expect(key(sequence) == .editing(.wordLeft), "\(sequence.debugDescription)")
    }
    #expect(key("\u{1B}[1;5C") == .editing(.wordRight))
    #expect(key("\u{1B}b") == .alt("b"))
  }

  @Test("keys by themselves")
  func plain() {
    let keys: [(String, EditingKey)] = [
      ("\u{1B}[D", .left), ("\u{1B}OD", .left), ("\u{1B}[1;2C", .right), ("\u{1B}[A", .up),
      ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[3~", .delete),
      ("\u{1B}[3;5~", .deleteWord), ("\u{1B}[3^", .deleteWord),
      ("\u{1B}[127;5u", .deleteWordBefore),
    ]
    for (sequence, expected) in keys {
      #expect(key(sequence) == .editing(expected), "\(sequence.debugDescription)")
    }
  }

  @Test("keys sent as numbers are the characters they make")
  func coded() {
    let keys: [(String, Unicode.Scalar)] = [
      ("\u{1B}[97u", "a"), ("\u{1B}[97;2u", "A"), ("\u{1B}[49:33;2u", "!"),
      ("\u{1B}[97;5u", "\u{01}"),
      ("\u{1B}[27;5;99~", "\u{03}"), ("\u{1B}[13u", "\r"), ("\u{1B}[13;2u", "\r"),
      ("\u{1B}[9u", "\t"),
      ("\u{1B}[27u", "\u{1B}"), ("\u{1B}[233u", "é"), ("\u{1B}[57399u", "0"), ("\u{1B}OM", "\r"),
      ("\u{1B}Op", "0"), ("\u{1B}Ok", "+"),
    ]
    for (sequence, expected) in keys {
      #expect(key(sequence) == .character(expected), "\(sequence.debugDescription)")
    }
  }

  @Test(
    "whatever else is no key",
    arguments: [
      "\u{1B}[97;1:3u", "\u{1B}[1;1:3D", "\u{1B}[<0;1;1M", "\u{1B}[M !!", "\u{1B}[I", "\u{1B}[O",
      "\u{1B}[12;40R", "\u{1B}[?62c", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[2~", "\u{1B}[Z",
      "\u{1B}[[A",
      "\u{1B}]0;t\u{07}", "\u{1B}P1$r\u{1B}\\", "\u{1B}[57441u", "\u{1B}[999999999999u",
      "\u{1B}[99999999u",
      "\u{1B}[?1;2$y", "\u{85}", "\u{1B}[201~", "\u{1B}[5~",
    ])
  func noKeys(sequence: String) {
    #expect(key(sequence) == nil)
  }
}
