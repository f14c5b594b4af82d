import Phrases
import SafeOutput

/// A line that grows and shrinks at its end, in whole characters and whole pastes.
struct PlainLine {
  private struct Piece {
    var text: String
    var shown: String
    var isPaste = false
  }

  private var pieces: [Piece] = []

  var isEmpty: Bool { pieces.isEmpty }
  /// The language of what stands for a paste.
  private let words: PhraseBook

  init(words: PhraseBook = .english) { self.words = words }

  /// The line as it is sent.
  var text: String { pieces.map(\.text).joined() }
  /// The line as it stands on the screen.
  var shown: String { pieces.map(\.shown).joined() }
  /// Whether a paste stands in it that is too long to be shown.
  var hasPastes: Bool { pieces.contains(where: \.isPaste) }

  /// Adds what is typed.
  ///
  /// - Returns: what is to be shown for it.
  mutating func append(_ scalar: Unicode.Scalar) -> String {
    var piece = Piece(text: "", shown: "")
    if let last = pieces.last, !last.isPaste, (last.text + String(scalar)).count == 1 {
      piece = last
      pieces.removeLast()
    }
    // A joiner is shown only between what it joins, so the character is looked at as a whole.
    let before = piece.shown.unicodeScalars.count
    piece.text.unicodeScalars.append(scalar)
    piece.shown = Sanitizer.line(piece.text, keepingSpaces: true)
    pieces.append(piece)
    return String(piece.shown.unicodeScalars.dropFirst(before))
  }

  /// Adds a paste, or what was left of a line, as characters or as something that stands for them.
  mutating func append(paste text: String) {
    if Paste.fitsInLine(text) {
      for character in text {
        let shown = Sanitizer.line(String(character), keepingSpaces: true)
        pieces.append(Piece(text: String(character), shown: shown))
      }
    } else {
      pieces.append(
        Piece(text: text, shown: " \(Paste(text, among: [], in: words).standIn) ", isPaste: true))
    }
  }

  // MARK: - Deleting

  func removingLast() -> PlainLine {
    var rest = self
    _ = rest.pieces.popLast()
    return rest
  }

  /// Without the last word and the spaces behind it; or without the paste at the end.
  func removingLastWord() -> PlainLine {
    var rest = self
    while let last = rest.pieces.last, !last.isPaste, last.text == " " { rest.pieces.removeLast() }
    if rest.pieces.last?.isPaste == true { return rest.removingLast() }
    while let last = rest.pieces.last, !last.isPaste, last.text != " " { rest.pieces.removeLast() }
    return rest
  }

  /// How many columns to wipe out where this is what remains of another line; `nil` where they cannot be
  /// told, or do not lie in one row.
  func columnsToErase(of line: PlainLine, after prompt: String, window: Int) -> Int? {
    let gone = line.pieces.dropFirst(pieces.count).map(\.shown).joined()
    // Terminals do not agree on how wide those are that are joined of several.
    let isPlain = gone.allSatisfy { character in
      character.unicodeScalars.dropFirst().allSatisfy {
        $0.properties.generalCategory == .nonspacingMark && !$0.properties.isVariationSelector
      }
    }
    guard isPlain else { return nil }
    let before = Placement(
      of: (prompt + shown).map { DisplayWidth.columns(String($0)) }, window: window)
    let after = Placement(
      of: (prompt + line.shown).map { DisplayWidth.columns(String($0)) }, window: window)
    return before.row == after.row ? after.column - before.column : nil
  }
}
