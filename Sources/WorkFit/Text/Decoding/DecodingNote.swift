package import Phrases

/// Something about a text that its reader should know, because it could not be decoded or was only concluded.
package enum DecodingNote: Phrased, Hashable, Sendable {
  /// The bytes were no UTF-8, and were read as Windows-1252.
  case windows1252
  /// The bytes were no UTF-8, and were read as an old Mac's.
  case macRoman
  /// The text is the source of an RTF document, and nobody would see it so.
  case richText
  /// A part of a mail is in a character set that is not known.
  case unknownCharset(String)
  /// A part of a mail is no text, such as `application/pdf`.
  case attachment(String)
  /// A part of a mail is not in the encoding that it names.
  case damaged(String)
  /// The text is wrapped more often than is undone.
  case tooDeep
  /// So many characters are lost: replacement characters, or ones that only their own font knew.
  case lost(Int)

  /// The same in English.
  package var description: String { phrase.description }

  /// The note in one sentence.
  package var phrase: Phrase {
    switch self {
    case .windows1252:
      "The bytes are not UTF-8; they were read as Windows-1252."
    case .macRoman:
      "The bytes are not UTF-8; they were read as Mac Roman, the character set of old Macs."
    case .richText:
      "This is the inside of an RTF document, signs and words mixed; open it and copy its text."
    case .unknownCharset(let name):
      "A part in the character set “\(name)” was not decoded, so some of its letters are missing."
    case .attachment(let type):
      "An attachment (\(type)) was not read; if the posting is in it, save it as text."
    case .damaged(let encoding):
      "A part says that it is \(encoding) and is not; it stands as it came."
    case .tooDeep:
      "The text is encoded more than three times over; it stands as it came, so paste it from where it can be read."
    case .lost(let count):
      .counted(
        count, one: "One character of the text is lost, and what it was is not guessed.",
        many: "\(count) characters of the text are lost, and what they were is not guessed.")
    }
  }
}
