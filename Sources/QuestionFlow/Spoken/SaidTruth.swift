/// Yes or no as people say it, beside a question of the program's own.
package enum SaidTruth {
  /// Yes or no; `nil` where it is neither, or could be both.
  package static func truth(_ typed: String, in language: String) -> Bool? {
    guard typed.utf8.count <= 200 else { return nil }
    return SpokenLanguage.of(language).truth.truth(typed)
  }
}
