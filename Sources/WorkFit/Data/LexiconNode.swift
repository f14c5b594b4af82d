internal import Phrases
internal import Yams

/// A data file of the lexicon is not as it should be.
public struct LexiconFault: Error, Sendable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// What is wrong.
  public let message: String

  /// The text as it is shown in messages.
  public var description: String { "\(file): \(message)" }
}

/// A place in a data file, read with errors that name it.
struct LexiconNode {
  private let node: Node?
  private let file: String
  private let path: String
  /// The language of sentences.
  let words: PhraseBook

  init(yaml: String, file: String, words: PhraseBook = .english) throws(LexiconFault) {
    do {
      node = try Yams.compose(yaml: yaml)
    } catch {
      throw LexiconFault(file: file, message: "it is not valid YAML: \(error)")
    }
    self.file = file
    self.words = words
    path = ""
  }

  private init(_ node: Node?, file: String, path: String, words: PhraseBook) {
    self.words = words
    self.node = node
    self.file = file
    self.path = path
  }

  private func fault(_ message: String) -> LexiconFault {
    let mark = node?.mark.map { ":\($0.line):\($0.column)" } ?? ""
    return LexiconFault(file: file + mark, message: "“\(path)” \(message)")
  }

  subscript(key: String) -> LexiconNode {
    get throws(LexiconFault) {
      guard case .mapping(let mapping)? = node, let value = mapping[key] else {
        throw fault("has no “\(key)”")
      }
      return LexiconNode(
        value, file: file, path: path.isEmpty ? key : "\(path).\(key)", words: words)
    }
  }

  func items() throws(LexiconFault) -> [LexiconNode] {
    guard case .sequence(let sequence)? = node else { throw fault("is no list") }
    return sequence.map { LexiconNode($0, file: file, path: path, words: words) }
  }

  func keys() -> [String] {
    guard case .mapping(let mapping)? = node else { return [] }
    return mapping.compactMap { $0.key.scalar?.string }
  }

  func text() throws(LexiconFault) -> String {
    guard let text = node?.scalar?.string, !text.isEmpty else { throw fault("is no text") }
    return text
  }

  /// A sentence for the reader, in their language.
  func sentence() throws(LexiconFault) -> String { words.sentence(try text()) }

  func number() throws(LexiconFault) -> Double {
    guard let number = Double(try text()), number.isFinite else { throw fault("is no number") }
    return number
  }

  /// A list of numbers.
  func numbers() throws(LexiconFault) -> [Double] {
    try items().map { item throws(LexiconFault) in try item.number() }
  }

  /// A list of texts.
  func texts() throws(LexiconFault) -> [String] {
    try items().map { item throws(LexiconFault) in try item.text() }
  }

  /// The texts under a key; none where the key is absent.
  func texts(_ key: String) throws(LexiconFault) -> [String] {
    guard case .mapping(let mapping)? = node, mapping[key] != nil else { return [] }
    return try self[key].texts()
  }
}
