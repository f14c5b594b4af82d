internal import Foundation

/// A script file that is not UTF-8: in what it seems to be saved, and where that shows.
package struct ForeignEncoding: Sendable, CustomStringConvertible {
  /// The text as it is shown in messages: the place, the cause, and the line as it should be.
  package let description: String

  private static let advice = "save it as UTF-8, which every editor offers beside the file's name"

  init(of data: Data, in file: String) {
    guard !data.starts(with: [0xFF, 0xFE]), !data.starts(with: [0xFE, 0xFF]) else {
      description = "\(file):1:1: this file is saved as UTF-16; \(Self.advice)."
      return
    }
    guard let place = Self.firstForeign(in: data) else {
      description = "\(file):1:1: this file is not text; \(Self.advice)."
      return
    }
    let start = data[..<place].lastIndex(of: 10).map { $0 + 1 } ?? data.startIndex
    let end = data[place...].firstIndex { $0 == 10 || $0 == 13 } ?? data.endIndex
    let number = 1 + data[..<start].count { $0 == 10 }
    let column = 1 + String(decoding: data[start..<place], as: UTF8.self).count
    let line = String(data: data[start..<min(end, start + 200)], encoding: .windowsCP1252)
    description =
      "\(file):\(number):\(column): the letter here is saved as in Windows or Latin-1 files; \(Self.advice)."
      + (line.map { "\n  as it should be:\n  \($0)" } ?? "")
  }

  /// The first byte that no UTF-8 text has in its place.
  private static func firstForeign(in data: Data) -> Data.Index? {
    var decoder = UTF8()
    var bytes = data.makeIterator()
    var read = 0
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): read += String(scalar).utf8.count
      case .emptyInput: return nil
      case .error: return data.startIndex + min(read, data.count - 1)
      }
    }
  }
}
