import EmbeddedFiles
import Yams

/// A file with the sentences of one language: sections of pairs, the English sentence and the translation.
///
/// ```yaml
/// date: "{day}.{month}.{year}"
/// decimal: ","
/// home:
///   "Where you stand": "Wo du stehst"
/// ```
package struct PhraseFile: Sendable {
  /// A sentence in both languages.
  package struct Entry: Hashable, Sendable {
    /// The English sentence, with its places.
    package let english: String
    /// The translation; empty where there is none yet.
    package let translation: String
    /// Where it stands, counted from 1.
    package let line: Int
  }

  /// What belongs together, such as the sentences of a screen.
  package struct Section: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// Its sentences, in the file's order.
    package let entries: [Entry]
  }

  /// The sections, in the file's order.
  package let sections: [Section]
  /// How the language writes days and numbers, as far as the file says so.
  let style: PhraseStyle

  /// The file of a language that ships with the program.
  package static func shipped(_ language: String) -> PhraseFile? {
    EmbeddedFile.words[language].flatMap { try? PhraseFile(yaml: $0.text, file: $0.name) }
  }

  /// Reads a file.
  ///
  /// - Parameter file: its name, for messages.
  /// - Throws: ``PhraseFault`` where it is no such file, has a sentence twice, or where a translation has other
  ///   places than the English sentence.
  package init(yaml: String, file: String) throws(PhraseFault) {
    let root: Node?
    do {
      // All words are texts; YAML's patterns for numbers and truths would be tried on every sentence.
      root = try Yams.compose(yaml: yaml, .basic)
    } catch {
      throw Self.fault(error, in: file)
    }
    // A file that is begun may be empty.
    guard let root else {
      (sections, style) = ([], PhraseStyle())
      return
    }
    guard case .mapping(let mapping) = root else {
      throw PhraseFault(.notYAML, file: file, line: 1)
    }
    var style = PhraseStyle()
    var sections: [Section] = []
    var seen: Set<String> = []
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      let line = key.mark?.line ?? 1
      switch (name, value) {
      case ("date", .scalar(let text)): style.date = text.string
      case ("decimal", .scalar(let text)): style.decimal = text.string
      case ("group", .scalar(let text)): style.group = text.string
      case (_, .mapping(let pairs)):
        sections.append(
          Section(name: name, entries: try Self.entries(pairs, of: file, seen: &seen)))
      default: throw PhraseFault(.notASection(name), file: file, line: line)
      }
    }
    self.sections = sections
    self.style = style
  }

  private static func entries(
    _ pairs: Node.Mapping, of file: String, seen: inout Set<String>
  ) throws(PhraseFault) -> [Entry] {
    var entries: [Entry] = []
    for (key, value) in pairs {
      let line = key.mark?.line ?? 1
      guard let english = key.scalar?.string, let translation = value.scalar?.string else {
        throw PhraseFault(.notASentence, file: file, line: line)
      }
      guard seen.insert(english).inserted else {
        throw PhraseFault(.twice(english), file: file, line: line)
      }
      guard translation.isEmpty || places(of: translation) == places(of: english) else {
        throw PhraseFault(.otherPlaces(english), file: file, line: line)
      }
      entries.append(Entry(english: english, translation: translation, line: line))
    }
    return entries
  }

  /// What stands in braces in a sentence, each once.
  package static func places(of sentence: String) -> Set<String> {
    var places: Set<String> = []
    var start: String.Index?
    for index in sentence.indices {
      switch sentence[index] {
      case "{": start = sentence.index(after: index)
      case "}":
        if let start { places.insert(String(sentence[start..<index])) }
        start = nil
      default: break
      }
    }
    return places
  }

  private static func fault(_ error: any Error, in file: String) -> PhraseFault {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _)?, .parser(_, _, let mark, _)?, .composer(_, _, let mark, _)?:
      PhraseFault(.notYAML, file: file, line: mark.line)
    case .duplicatedKeysInMapping(let duplicates, let context)?:
      PhraseFault(
        .twice(duplicates.first.map { "\($0)" } ?? ""), file: file, line: context.mark.line)
    default: PhraseFault(.notYAML, file: file, line: 1)
    }
  }
}
