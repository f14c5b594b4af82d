internal import Yams

extension Node {
  /// The one document of a text, each of its words a text; `nil` where there is none.
  ///
  /// Whether a word is a number or a truth depends on the question. YAML's own patterns for that are tried
  /// on every key, and take longer than all the rest of the reading.
  static func ofTexts(_ yaml: String) throws -> Node? {
    try Parser(yaml: yaml, resolver: .basic).singleRoot()
  }
}
