/// Every sentence of the program with its translation into a language, as far as there is one: the file that a
/// translator fills.
package struct PhraseListing: Sendable {
  private let sections: [PhraseFile.Section]
  private let style: PhraseStyle

  /// The sentences of a language.
  ///
  /// - Parameter own: what a person has written; it goes before what ships, and what is no longer said of it
  ///   stands at the end.
  package init(language: String, own: PhraseFile? = nil) {
    let shipped = PhraseFile.shipped(language)
    var translations: [String: String] = [:]
    for entry in [shipped, own].compactMap(\.self).flatMap(\.sections).flatMap(\.entries) {
      translations[entry.english] = entry.translation
    }
    // German has every sentence, as a test says.
    let catalogue = PhraseFile.shipped("de")?.sections ?? []
    var sections = catalogue.map { section in
      PhraseFile.Section(
        name: section.name,
        entries: section.entries.map {
          PhraseFile.Entry(
            english: $0.english, translation: translations[$0.english] ?? "", line: $0.line)
        })
    }
    let said = Set(catalogue.flatMap(\.entries).map(\.english))
    let unsaid = (own?.sections ?? []).flatMap(\.entries).filter { !said.contains($0.english) }
    if !unsaid.isEmpty { sections.append(PhraseFile.Section(name: "unsaid", entries: unsaid)) }
    self.sections = sections
    style = PhraseStyle.english.overridden(by: shipped?.style ?? PhraseStyle())
      .overridden(by: own?.style ?? PhraseStyle())
  }

  /// How many sentences there are.
  package var count: Int { sections.map(\.entries.count).reduce(0, +) }

  /// How many of them have no translation.
  package var missing: Int { sections.flatMap(\.entries).count { $0.translation.isEmpty } }

  /// The file.
  package var yaml: String {
    var lines = [
      "date: \(Self.quoted(style.date ?? ""))", "decimal: \(Self.quoted(style.decimal ?? ""))",
      "group: \(Self.quoted(style.group ?? ""))",
    ]
    for section in sections {
      lines += ["", "\(section.name):"]
      lines += section.entries.map {
        "  \(Self.quoted($0.english)): \(Self.quoted($0.translation))"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\t", with: "\\t")
    return "\"\(escaped)\""
  }
}
