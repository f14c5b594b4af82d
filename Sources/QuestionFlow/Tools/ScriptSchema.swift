import EmbeddedFiles
import Foundation

/// The JSON Schema of scripts, for editors that complete and check YAML.
package enum ScriptSchema {
  /// The schema's text (draft 07, which most editors know).
  ///
  /// What stands after `answer` and `feeds` comes from the kinds of answers and the slots themselves.
  package static var text: String {
    EmbeddedFile.scriptSchema.text
      .replacing("\"@ANSWERS@\"", with: answers)
      .replacing("\"@ANSWERPATTERN@\"", with: json(answerPattern))
      .replacing("\"@ANSWEREXAMPLES@\"", with: json(AnswerKind.all.map { $0.spelling.example }))
      .replacing("[\"@ENTRYKEYS@\"]", with: json(ScriptReader.entryKeys))
      .replacing("\"@ENTRYPROPERTIES@\"", with: json(entryProperties))
      .replacing("\"@SLOTS@\"", with: json(Slot.allCases.map(\.rawValue)))
  }

  /// Kinds that are written in one way are offered to be completed; the others are known by a pattern.
  private static var answers: String {
    let spellings = AnswerKind.all.map { $0.spelling }
    let plain = spellings.flatMap { spelling in
      spelling.pattern.split(separator: "|").map(String.init)
        .filter { $0.allSatisfy { $0.isLetter || " /".contains($0) } }
    }
    let patterns = spellings.filter { $0.pattern.contains("[") }
    let alternatives: [[String: Any]] =
      [["enum": plain]]
      + spellings.map { ["pattern": "^(\($0.pattern))$", "description": $0.help] }
      + (patterns.isEmpty ? [] : [["enum": patterns.map(\.example)]])
    return json(alternatives)
  }

  private static var answerPattern: String {
    "^(\(AnswerKind.all.map { $0.spelling.pattern }.joined(separator: "|")))$"
  }

  /// Every key that can stand in an entry, with anything behind it: where an entry has another one, that is all
  /// that is said of it.
  private static var entryProperties: [String: Bool] {
    Dictionary(ScriptReader.entryKeys.map { ($0, true) }, uniquingKeysWith: { first, _ in first })
  }

  private static func json(_ value: Any) -> String {
    // Lists of words always have a form in JSON.
    let data = try? JSONSerialization.data(
      withJSONObject: value,
      options: [.sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }
}

/// A commented script to begin with.
package enum ScriptTemplate {
  /// The template, its `script` key set to a name.
  package static func text(named name: String) -> String {
    EmbeddedFile.scriptTemplate.text
      .replacing("script: my_script", with: "script: \(name)")
  }
}
