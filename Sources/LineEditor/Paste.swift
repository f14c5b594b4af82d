/// A paste of several lines, shown in the line as a short stand-in until the line is sent.
struct Paste {
  /// What a terminal sends before and after a paste, once it has been asked to.
  static let opening = "\u{1B}\(openingKeys)"
  /// The opening marker without its Escape.
  static let openingKeys = "[200~"
  static let closing = "\u{1B}[201~"
  /// Ask the terminal to mark pastes, and no longer to.
  static let modeOn = "\u{1B}[?2004h"
  static let modeOff = "\u{1B}[?2004l"

  /// A text as a terminal would send it; nothing for nothing.
  static func bracketed(_ text: String) -> String {
    text.isEmpty ? "" : opening + withoutMarkers(text) + closing
  }

  /// A text that cannot end the paste it is sent in.
  static func withoutMarkers(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{1B}" }))
  }

  /// What stands in the line, such as `[pasted 214 lines]`.
  let standIn: String
  let text: String

  /// Stand-ins are kept distinct, so that two pastes of one length are told apart.
  init(_ text: String, among pastes: [Paste]) {
    self.text = text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    let size = lines > 1 ? "\(lines) lines" : "\(text.count) characters"
    var standIn = "[pasted \(size)]"
    var number = 2
    while pastes.contains(where: { $0.standIn == standIn }) {
      standIn = "[paste \(number): \(size)]"
      number += 1
    }
    self.standIn = standIn
  }

  /// A terminal sends line ends as carriage returns; they become line feeds again.
  static func normalizingLineEnds(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      switch scalar {
      case "\r": text.append("\n")
      case "\n" where previous == "\r": break
      default: text.append(scalar)
      }
      previous = scalar
    }
    return String(text)
  }

  /// Whether a paste may stand in the line as it is.
  static func fitsInLine(_ text: String) -> Bool {
    text.utf8.count <= 400
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  /// The line with every stand-in replaced by what it stands for.
  ///
  /// A stand-in that was partly edited away no longer marks a place, so its paste follows the line
  /// rather than being lost.
  static func expand(_ line: String, _ pastes: [Paste]) -> String {
    var line = line
    var orphans: [String] = []
    for paste in pastes {
      if let range = line.firstRange(of: paste.standIn) {
        line.replaceSubrange(range, with: paste.text)
      } else if line.contains("[past") {
        orphans.append(paste.text)
      }
    }
    return ([line] + orphans).joined(separator: "\n")
  }
}
