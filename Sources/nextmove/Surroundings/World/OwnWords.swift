import Coaching
import Foundation
import Phrases

extension Home {
  /// In bytes: a file of sentences is far smaller.
  private static var mostWords: Int { 2_000_000 }

  /// Where the person's own sentences are, one file a language.
  var wordsFolder: URL? { configFolder?.appendingPathComponent("words") }

  /// The sentences of a language: those that ship, and before them the person's own, where there
  /// are any.
  func words(in language: String) throws(PhraseFault) -> (book: PhraseBook, hasOwn: Bool) {
    guard let own = try ownWords(in: language) else { return (.shipped(language), false) }
    let files = [PhraseFile.shipped(language), own].compactMap(\.self)
    return (PhraseBook(language: language, files), true)
  }

  /// The person's own sentences of a language; `nil` where there is no such file.
  func ownWords(in language: String) throws(PhraseFault) -> PhraseFile? {
    guard let file = wordsFolder?.appendingPathComponent("\(language).yaml"),
      FileManager.default.fileExists(atPath: file.path)
    else { return nil }
    guard let data = try? Data(contentsOf: file), data.count <= Self.mostWords,
      let text = String(validating: data, as: UTF8.self)
    else { throw PhraseFault(.unreadable, file: file.path, line: 1) }
    return try PhraseFile(yaml: text, file: file.path)
  }
}
