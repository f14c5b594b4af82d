package import QuestionFlow

/// What a script is called where its name is to be typed: in the language of the screen, where it has a name there.
package enum ScriptName {
  /// The name that is shown for a script.
  package static func shown(_ id: String, in language: String) -> String {
    names(of: id, in: language).first ?? id
  }

  /// The script that somebody names: by its id, by its name in their language, or by its title.
  package static func id(_ typed: String, among scripts: [Script], in language: String) -> String? {
    let key = Hearing.key(typed)
    guard !key.isEmpty else { return nil }
    return scripts.first { script in
      let titles = [language, "en"].map { script.title.text(in: $0) }
      let names = [script.id] + names(of: script.id, in: language) + titles
      return names.contains { Hearing.key($0) == key }
    }?.id
  }

  private static func names(of id: String, in language: String) -> [String] {
    HearingData.shipped?.script_names[id]?[language] ?? []
  }
}
