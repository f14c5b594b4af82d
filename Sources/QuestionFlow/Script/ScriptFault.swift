package import Phrases

/// One thing wrong with a script, with its place and a way to mend it.
public struct ScriptFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Sendable, Codable {
    /// The script cannot be run.
    case error
    /// The script runs, and something in it cannot be meant so.
    case warning
    /// Something that the checker could not decide.
    case note
  }

  /// How much it matters.
  public let severity: Severity
  /// The file as it was named by the caller.
  public let file: String
  /// Counts from 1.
  public let line: Int
  /// Counts characters from 1.
  public let column: Int
  /// What is wrong, and what to do about it, so that it can be said in other languages.
  package let phrase: Phrase
  /// The offending line as it stands in the file.
  public let excerpt: String
  /// How it is mended; `nil` where that cannot be told.
  public let correction: Correction?

  /// What is wrong, and what to do about it, in English.
  public var message: String { phrase.description }

  init(
    severity: Severity, file: String, line: Int, column: Int, phrase: Phrase, excerpt: String,
    correction: Correction?
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.phrase = phrase
    self.excerpt = excerpt
    self.correction = correction
  }

  /// `file:line:column: message`, on one line; what is no error says what it is before the message.
  public var headline: String { PhraseBook.english.text(said) }

  private var said: Phrase {
    let place = "\(file):\(line):\(column): "
    return switch severity {
    case .error: "\(place)\(phrase)"
    case .warning: "\(place)\("warning" as Phrase): \(phrase)"
    case .note: "\(place)\("note" as Phrase): \(phrase)"
    }
  }

  /// The headline, the offending line, a caret under the column, and the line as it should be.
  public var description: String { text(in: .english) }

  /// The same in a language.
  package func text(in words: PhraseBook) -> String { words.text(shown) }

  /// The same, so that it can be said in other languages.
  package var shown: Phrase {
    guard !excerpt.isEmpty else {
      return correction.map { "\(said)\n\($0.shown(at: line))" } ?? said
    }
    // Tabs are kept so that the caret stands under the same column whatever the tab width.
    let lead = excerpt.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    let marked: Phrase = "\(said)\n  \(excerpt)\n  \(lead)^"
    return correction.map { "\(marked)\n\($0.shown(at: line))" } ?? marked
  }
}

/// All that is wrong with one script, in the order of the lines.
public struct ScriptFaults: Error, Sendable, CustomStringConvertible {
  /// Never empty.
  public let faults: [ScriptFault]

  /// The text as it is shown in messages.
  public var description: String { faults.map(\.description).joined(separator: "\n") }

  /// The same, so that it can be said in other languages.
  package var phrase: Phrase { faults.map(\.shown).joined(separator: "\n") }
}
