/// A file with the sentences of a language is not as it should be.
package struct PhraseFault: Error, Phrased, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// It cannot be read as UTF-8 text of at most two million bytes.
    case unreadable
    /// It is no YAML mapping.
    case notYAML
    /// What stands under a name is no section of sentences.
    case notASection(String)
    /// A pair is not two texts.
    case notASentence
    /// A sentence stands there more than once.
    case twice(String)
    /// A translation has other places than the English sentence.
    case otherPlaces(String)
  }

  /// What is wrong.
  package let reason: Reason
  /// The file, as its reader named it.
  package let file: String
  /// The line, counted from 1.
  package let line: Int

  /// Makes a fault.
  package init(_ reason: Reason, file: String, line: Int) {
    self.reason = reason
    self.file = file
    self.line = line
  }

  /// The same in English.
  package var description: String { phrase.description }

  /// The fault in a sentence: what is wrong, where, and what to do.
  package var phrase: Phrase {
    switch reason {
    case .unreadable:
      "\(file) cannot be read as a UTF-8 text; check its name and its permissions."
    case .notYAML:
      "\(file):\(line): this is not a file of sentences; “nextmove words” prints one to begin with."
    case .notASection(let name):
      "\(file):\(line): “\(name)” holds no sentences; under each name stand pairs, “English: translation”."
    case .notASentence:
      "\(file):\(line): here a sentence and its translation are wanted, “English: translation”."
    case .twice(let english):
      "\(file):\(line): “\(english)” stands here a second time; take one of the two out."
    case .otherPlaces(let english):
      "\(file):\(line): the translation of “\(english)” has other places in braces than the sentence; give it the same."
    }
  }
}
