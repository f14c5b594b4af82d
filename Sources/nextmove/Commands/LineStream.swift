internal import Foundation

/// An id as it came: a string or a whole number.
enum StringOrNumber: Codable {
  case string(String)
  case number(Int)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    }
  }
}

/// One JSON object a line in, one a line out; a bad line is reported in its place.
enum LineStream {
  private struct BadLine: Encodable {
    let id: StringOrNumber?
    let line: Int
    let error: String
  }

  private struct OnlyID: Decodable {
    let id: StringOrNumber?
  }

  static func forEach<Input: Decodable>(_ body: (Input) throws -> String) throws {
    var number = 0
    let progress = Progress("lines")
    defer { progress.finish() }
    while let line = readLine(strippingNewline: true) {
      number += 1
      progress.report(number)
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      let data = Data(line.utf8)
      let output: String
      if line.utf8.count > TextInput.maximumBytes {
        output = try bad(data, number, "the line has more than two million bytes")
      } else if let input = try? JSONDecoder().decode(Input.self, from: data) {
        output = try body(input)
      } else {
        output = try bad(data, number, "this is no JSON object with “id” and “text”")
      }
      FileHandle.standardOutput.write(Data((output + "\n").utf8))
    }
  }

  private static func bad(_ data: Data, _ line: Int, _ error: String) throws -> String {
    let id =
      data.count > TextInput.maximumBytes
      ? nil : try? JSONDecoder().decode(OnlyID.self, from: data).id
    return try JSONOutput.text(BadLine(id: id, line: line, error: error), onOneLine: true)
  }
}
