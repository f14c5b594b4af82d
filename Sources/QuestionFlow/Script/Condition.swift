/// A place in a script's file.
public struct SourcePlace: Hashable, Sendable, Comparable {
  /// The file as it was named by the caller, or an included file's name.
  public let file: String
  /// Counts from 1.
  public let line: Int
  /// Counts characters from 1.
  public let column: Int

  /// The order in a file.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

/// A condition as its author wrote it, with its place.
public struct Condition: Hashable, Sendable {
  /// The checked expression.
  public let expression: Expression
  /// The author's text.
  public let source: String
  /// Where the text begins.
  public let place: SourcePlace

  func holds(in context: some EvaluationContext) -> Bool { expression.holds(in: context) }
}
