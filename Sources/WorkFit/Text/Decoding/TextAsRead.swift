/// A text as a person would see it: whatever it was wrapped in for its way here is taken off, once, before
/// anything else reads it.
///
///     let read = TextAsRead("You won&rsquo;t travel.")
///     read.text  // "You won’t travel."
///
/// A plain text is its own reading, byte for byte. To read a reading changes nothing. What cannot be taken
/// off with certainty stays as it came, and ``notes`` say so.
public struct TextAsRead: Sendable {
  /// The text that it was made from; of bytes in another character set, their characters.
  public let given: String
  /// The text as read; lines, offsets and quotes are those of this text.
  public let text: String
  /// Whether anything had to be decoded.
  public let isDecoded: Bool
  /// What could not be decoded, or is not what it says; empty for nearly every text.
  package let notes: [DecodingNote]

  /// What wraps one encoding into another goes no deeper; four times is no accident.
  private static let mostRounds = 3

  /// Reads a text.
  public init(_ text: String) { self.init(text, isDecoded: false, notes: []) }

  /// Reads the bytes of a file or a pipe: UTF-8, UTF-16 and UTF-32 by their mark, else Windows-1252.
  ///
  /// - Returns: `nil` where the bytes are no text.
  public init?(bytes: [UInt8]) {
    guard let characters = ByteText(bytes) else { return nil }
    self.init(characters.text, isDecoded: characters.isDecoded, notes: characters.notes)
  }

  /// Reads what another program made of a document, so that the text is not the document's own.
  ///
  /// - Returns: `nil` where the bytes are no text.
  package init?(converted bytes: [UInt8]) {
    guard let characters = ByteText(bytes) else { return nil }
    self.init(characters.text, isDecoded: true, notes: characters.notes)
  }

  private init(_ given: String, isDecoded: Bool, notes: [DecodingNote]) {
    var round = DecodingRound()
    var read = Array(given.utf8)
    var isChanged = false
    var count = 0
    while let next = round.decoded(read) {
      count += 1
      guard count <= Self.mostRounds else {
        // Half undone it would be neither the one nor the other.
        isChanged = false
        round.notes = [.tooDeep]
        break
      }
      read = next
      isChanged = true
    }
    var all = notes
    for note in round.notes where !all.contains(note) { all.append(note) }
    // Several rounds may lead back to where they began.
    isChanged = isChanged && !read.elementsEqual(given.utf8)
    let text = isChanged ? String(decoding: read, as: UTF8.self) : given
    let lost = text.unicodeScalars.count { $0.isLost }
    if lost > 0 { all.append(.lost(lost)) }
    if text.hasPrefix("{\\rtf") { all.append(.richText) }
    self.given = given
    self.text = text
    self.isDecoded = isDecoded || isChanged
    self.notes = all
  }
}
