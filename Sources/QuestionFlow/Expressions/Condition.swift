/// A place in a script's file.
package struct SourcePlace: Hashable, Sendable, Comparable {
  /// The file as it was named by the caller, or an included file's name.
  package let file: String
  /// Counts from 1.
  package let line: Int
  /// Counts characters from 1.
  package let column: Int

  /// The order in a file.
  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

/// A condition as its author wrote it, with its place.
package struct Condition: Hashable, Sendable {
  /// The checked expression.
  package let expression: Expression
  /// The author's text.
  package let source: String
  /// Where the text begins.
  package let place: SourcePlace

  func holds(in context: some EvaluationContext) -> Bool { expression.holds(in: context) }
}
