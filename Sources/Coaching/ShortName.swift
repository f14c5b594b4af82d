import Foundation

/// A short name for a long entry, so that it is not repeated whole wherever it is spoken of.
package enum ShortName {
  /// Entries with more characters than this are shortened.
  package static let most = 48

  /// The entry itself where it is short, else its first clause or its beginning, cut at a word.
  package static func of(_ entry: String) -> String {
    let line = entry.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > most else { return line }
    // A first clause that says something by itself is a better name than a cut one.
    if let end = line.firstIndex(where: { ",;:(–—".contains($0) }) {
      let clause = line[..<end].trimmingCharacters(in: .whitespaces)
      if (12...most).contains(clause.count) { return clause + " …" }
    }
    let head = line.prefix(most)
    let cut = head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head
    return cut.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters)) + " …"
  }
}
