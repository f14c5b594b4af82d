import LineEditor

/// Breaking text into lines by display width.
enum Wrapping {
  static func wrap(_ text: String, width: Int, indent: Int = 0) -> [String] {
    let lead = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      wrap(paragraph: String(paragraph), width: max(10, width - indent)).map {
        $0.isEmpty ? "" : lead + $0
      }
    }
  }

  private static func wrap(paragraph: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ", omittingEmptySubsequences: true) {
      for piece in pieces(of: String(word), width: width) {
        let size = DisplayWidth.columns(piece)
        if used > 0, used + 1 + size > width {
          lines.append(line)
          line = ""
          used = 0
        }
        line += (used > 0 ? " " : "") + piece
        used += size + (used > 0 ? 1 : 0)
      }
    }
    lines.append(line)
    return lines
  }

  /// A word that is wider than a line is cut.
  private static func pieces(of word: String, width: Int) -> [String] {
    guard DisplayWidth.columns(word) > width else { return [word] }
    var pieces = [""]
    var used = 0
    for character in word {
      let size = DisplayWidth.columns(String(character))
      if used + size > width {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += size
    }
    return pieces
  }
}
