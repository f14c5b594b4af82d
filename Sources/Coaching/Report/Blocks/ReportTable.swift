/// A table; every row has a cell for each column.
package struct ReportTable: Hashable, Sendable, Encodable {
  /// What a column holds.
  package enum Kind: String, Hashable, Sendable, Encodable {
    case text
    case day
    /// A number with a sign, from -2 to 2, that can be drawn as a bar.
    case level
  }

  /// One column.
  package struct Column: Hashable, Sendable, Encodable {
    /// What stands above it.
    package let name: String
    /// What it holds.
    package let kind: Kind
  }

  /// One cell.
  package struct Cell: Hashable, Sendable, Encodable {
    /// What it says; may be empty.
    package let text: String
    /// The number, in a column of levels.
    package var level: Int?
  }

  /// The columns, from left to right.
  package let columns: [Column]
  /// The rows, from top to bottom.
  package let rows: [[Cell]]
}
