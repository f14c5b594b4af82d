import EmbeddedFiles
import Phrases
import Yams

/// A data file of the lexicon is not as it should be.
public struct LexiconFault: Error, Sendable, CustomStringConvertible {
  /// The file's name, with line and column where they are known.
  public let file: String
  /// What is wrong.
  public let message: String

  /// The text as it is shown in messages.
  public var description: String { "\(file): \(message)" }
}

/// What a data file of the lexicon holds.
protocol LexiconPart: Decodable, Sendable {}

extension LexiconPart {
  init(_ file: EmbeddedFile, words: PhraseBook = .english) throws(LexiconFault) {
    try self.init(yaml: file.text, file: file.name, words: words)
  }

  /// - Parameters:
  ///   - file: the name that a fault gives it.
  ///   - words: the language of its sentences.
  init(yaml: String, file: String, words: PhraseBook = .english) throws(LexiconFault) {
    do {
      self = try YAMLDecoder().decode(Self.self, from: yaml, userInfo: Language.info(words))
    } catch {
      throw LexiconFault(error, in: yaml, file: file)
    }
  }
}

/// A sentence for the reader, in their language.
struct Sentence: Decodable, Sendable {
  let text: String

  init(from decoder: any Decoder) throws {
    text = decoder.words.sentence(try String(from: decoder))
  }
}

extension Decoder {
  /// The language of sentences.
  var words: PhraseBook {
    CodingUserInfoKey(rawValue: Language.key).flatMap { userInfo[$0] as? PhraseBook } ?? .english
  }
}

/// How a decoder is told the language of sentences.
private enum Language {
  static let key = "words"

  static func info(_ words: PhraseBook) -> [CodingUserInfoKey: Any] {
    CodingUserInfoKey(rawValue: key).map { [$0: words] } ?? [:]
  }
}

extension LexiconFault {
  /// A fault of decoding, in its place.
  fileprivate init(_ error: any Error, in yaml: String, file: String) {
    let path: [any CodingKey]
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      path = context.codingPath
      message = "\(Self.named(path))has no “\(key.stringValue)”"
    case DecodingError.typeMismatch(let type, let context):
      path = context.codingPath
      message = "\(Self.named(path))is no \(Self.words(type))"
    case DecodingError.valueNotFound(_, let context):
      path = context.codingPath
      message = "\(Self.named(path))is empty"
    case DecodingError.dataCorrupted(let context):
      path = context.codingPath
      message =
        context.underlyingError.map { "it is not valid YAML: \($0)" } ?? context.debugDescription
    default:
      path = []
      message = "\(error)"
    }
    let mark = Self.mark(path, in: yaml).map { ":\($0.line):\($0.column)" } ?? ""
    self.file = file + mark
  }

  private static func named(_ path: [any CodingKey]) -> String {
    let names = path.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
    return names.isEmpty ? "it " : "“\(names.joined(separator: "."))” "
  }

  private static func words(_ type: any Any.Type) -> String {
    switch type {
    case is Double.Type, is Int.Type: "number"
    case is String.Type: "text"
    case is Bool.Type: "true or false"
    case is Node.Sequence.Type: "list"
    case is Node.Mapping.Type: "mapping"
    default: "\(type)"
    }
  }

  private static func mark(_ path: [any CodingKey], in yaml: String) -> Mark? {
    guard !path.isEmpty, var node = try? Yams.compose(yaml: yaml) else { return nil }
    for key in path {
      let next =
        key.intValue.flatMap { node.sequence?.dropFirst($0).first } ?? node[key.stringValue]
      guard let next else { break }
      node = next
    }
    return node.mark
  }
}
