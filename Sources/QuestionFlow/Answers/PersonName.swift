import Foundation

/// A person's name as it is kept: one line that a list, a calendar or a mail has room for.
package enum PersonName {
  /// The most characters that a name has.
  package static let maximumLength = 200

  /// A name as typed, without white space around it.
  ///
  /// - Throws: where there is no letter in it, where it has several lines, or more than
  ///   ``maximumLength`` characters, each scalar counted, because one character may have thousands.
  package static func checked(_ typed: String) throws(Rejection) -> String {
    let name = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard name.contains(where: \.isLetter) else { throw Rejection(.notAName(typed)) }
    guard !name.contains(where: \.isNewline) else { throw Rejection(.nameOfSeveralLines(name)) }
    guard name.unicodeScalars.count <= maximumLength else {
      throw Rejection(.nameTooLong(maximumLength))
    }
    return name
  }

  /// As much of a name as can be kept, for one that comes from a file.
  package static func cut(_ name: String) -> String {
    let line = name.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard line.unicodeScalars.count > maximumLength else { return line }
    return String(String.UnicodeScalarView(line.unicodeScalars.prefix(maximumLength - 1))) + "…"
  }
}
