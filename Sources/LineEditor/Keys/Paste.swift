/// A paste of several lines, shown in the line as a short stand-in until the line is sent.
struct Paste {
  /// What a terminal sends before and after a paste, once it has been asked to.
  static let opening = Marker("\u{1B}[200~")
  static let closing = Marker("\u{1B}[201~")
  /// Ask the terminal to mark pastes, and no longer to.
  static let modeOn = "\u{1B}[?2004h"
  static let modeOff = "\u{1B}[?2004l"

  struct Marker {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    func firstRange(in text: ArraySlice<UInt8>) -> Range<Int>? {
      // Escapes are rare, so most of a text is passed over quickly.
      var rest = text
      while let start = rest.firstIndex(of: bytes[0]) {
        rest = rest[start...]
        if rest.starts(with: bytes) { return start..<(start + bytes.count) }
        rest = rest.dropFirst()
      }
      return nil
    }
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

  /// The text of a paste; a terminal sends line ends as carriage returns, which become line feeds again.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\r"): text.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      default: text.append(byte)
      }
      previous = byte
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a paste may stand in the line as it is.
  static func fitsInLine(_ text: String) -> Bool {
    text.utf8.count <= 400
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
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
