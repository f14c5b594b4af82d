import Foundation
import SafeOutput

/// A message as an .eml file (RFC 5322): without a sender or an address, for the mail program to fill in.
package struct MailFile: Hashable, Sendable {
  /// Its text, with the line ends that the standard asks for; no line is longer than 78 bytes.
  package let text: String

  /// - Parameter name: whom it is to.
  package init(_ draft: MessageDraft, to name: String) {
    let header = [
      "X-Unsent: 1", "To: \(Self.header(name)) <>", "Subject: \(Self.header(draft.subject))",
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64", "",
    ]
    let lines = draft.body.split(separator: "\n", omittingEmptySubsequences: false)
    let body = Data(lines.joined(separator: "\r\n").utf8).base64EncodedString()
    text = (header + Self.pieces(of: body, bytes: 76)).map { $0 + "\r\n" }.joined()
  }

  /// A header's text: as it is where it is short and plain; else as encoded words (RFC 2047), which
  /// neither end a line nor mean anything but letters.
  private static func header(_ text: String) -> String {
    let text = Sanitizer.line(text)
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && !"\"\\<>(),;:@[]=?".utf8.contains($0)
    }
    guard !isPlain || text.utf8.count > 60 else { return text }
    // A line of them may have 76 characters, with the header's name on the first.
    return pieces(of: text, bytes: 39).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }
      .joined(separator: "\r\n ")
  }

  /// A text in pieces of at most so many bytes, cut between scalars: one character may be longer.
  private static func pieces(of text: String, bytes: Int) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var size = 0
    for scalar in text.unicodeScalars {
      let more = UTF8.width(scalar)
      if size + more > bytes {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
        size = 0
      }
      piece.append(scalar)
      size += more
    }
    return pieces + [String(piece)]
  }
}
