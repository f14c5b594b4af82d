import Foundation
import GRDB

/// A text as it is kept: one with a zero character in it goes as bytes, because SQLite's texts end there.
enum WholeText {
  static func value(of text: String) -> DatabaseValue {
    text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
  }

  /// A column's text; an empty one where it holds none.
  static func `in`(_ row: Row, _ column: String) -> String {
    switch (row[column] as DatabaseValue?)?.storage {
    case .string(let text)?: text
    case .blob(let bytes)?: String(decoding: bytes, as: UTF8.self)
    default: ""
    }
  }
}
