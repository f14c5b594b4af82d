internal import EmbeddedFiles
internal import Yams

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
  init(_ file: EmbeddedFile) throws(LexiconFault) {
    try self.init(yaml: file.text, file: file.name)
  }

  /// - Parameter file: the name that a fault gives it.
  init(yaml: String, file: String) throws(LexiconFault) {
    do {
      self = try YAMLDecoder().decode(Self.self, from: yaml)
    } catch {
      throw LexiconFault(error, in: yaml, file: file)
    }
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
