import Foundation
import struct QuestionFlow.SeededRandom
import Testing

import WorkFit

/// Texts of nasty pieces put together at random; `NEXTMOVE_FUZZ=100000` tries more.
@Suite("whatever is decoded, nothing traps and nothing hangs")
struct DecodingPropertyTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["NEXTMOVE_FUZZ"].flatMap { Int($0) } ?? 800

  private static let pieces = [
    "You won", "'", "’", "t", " ", "\n", "\r", "\r\n", "\t", "travel", "sell.", "-", "re-\n", "&",
    "#", ";", "amp;",
    "&amp;", "rsquo;", "39", "x27", "<", "p", ">", "</p>", "> ", "=", "E2", "=E2=80=99", "=\n",
    "=3D", "=?utf-8?Q?",
    "?=", "%", "%20", "27", "+", "\\", "u2019", "\\n", "\u{1B}", "[31m", "\u{2022}", "\u{1B}]",
    "\u{7}", "\u{9B}",
    "â€™", "Ã", "Â", "¢", "â‚¬", "\u{E2}", "\u{80}", "\u{99}", "‚Äô", "ÔÇÖ", "Õ", "\u{FFFD}", "?",
    "`", "´",
    "\u{0}", "\u{8}", "\u{7F}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{202E}", "\u{FEFF}",
    "\u{E0041}", "ﬁ", "🏴",
    "👩‍💻", "𝐰", "о", "• ", " · ", " * ", "Content-Type: multipart/mixed; boundary=b\n\n", "--b\n",
    "--b--\n",
    "Content-Transfer-Encoding: base64\n\n", "Content-Transfer-Encoding: quoted-printable\n\n",
    "Content-Type: message/rfc822\n\n", "Content-Type: text/plain; format=flowed\n\n",
    "Subject: a\n",
    "WW91IHdvbuKAmXQgdHJhdmVsIHRvIHRoZSBzaG93cyBvZiBvdGhlciBnYXJkZW5z\n", "日本", "é", "\u{301}",
  ]

  private static func text(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 1...24, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  @Test("to decode the text as read again changes nothing")
  func idempotence() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<Self.rounds {
      let text = Self.text(&random)
      let once = TextAsRead(text)
      let twice = TextAsRead(once.text)
      #expect(Array(twice.text.utf8) == Array(once.text.utf8), "\(text.debugDescription)")
      #expect(once.isDecoded == (Array(once.text.utf8) != Array(text.utf8)))
    }
  }

  @Test("any bytes at all are a text or none")
  func bytes() {
    var random = SeededRandom(seed: 12)
    for round in 0..<Self.rounds {
      var bytes = Array(Self.text(&random).utf8)
      for _ in 0..<(round % 4) where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      guard let read = TextAsRead(bytes: bytes) else { continue }
      #expect(Array(TextAsRead(read.text).text.utf8) == Array(read.text.utf8), "\(bytes)")
    }
  }

  @Test("plain words stay byte for byte, however they are put together")
  func plain() {
    let words = [
      "You", "won’t", "can't", "travel", "well-known", "£30,000", "R&D", "é", "(or not)", "a/b",
      "50%", "C++",
    ]
    let ends = [" ", " ", " ", ", ", ". ", "\n", "\r\n", "\n\n- ", "\n• "]
    var random = SeededRandom(seed: 13)
    for _ in 0..<Self.rounds {
      let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        (words.randomElement(using: &random) ?? "") + (ends.randomElement(using: &random) ?? "")
      }.joined()
      let read = TextAsRead(text)
      #expect(Array(read.text.utf8) == Array(text.utf8))
      #expect(!read.isDecoded)
    }
  }

  @Test("a long text of nothing but beginnings is read in time that grows with its length")
  func beginnings() {
    for piece in [
      "<a", "&", "&amp;", "\u{1B}]", "=?", "â", "re-\n", "%", "\\", "=", "--b\n", "> ", "\u{AD}",
      "• x ",
    ] {
      let text = String(repeating: piece, count: 60_000)
      #expect(TextAsRead(text).text.utf8.count <= text.utf8.count)
    }
  }
}
