import Dispatch
import Foundation
import Phrases

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

  /// Answers every line with a line, in order, on all cores.
  ///
  /// What has come is answered before more is waited for, so a program at the other end may send a line
  /// and wait for its answer. At any time no more than a chunk of lines is held.
  ///
  /// - Parameters:
  ///   - path: a file; standard input where it is “-” or missing.
  ///   - world: whose streams are read and written.
  static func forEach<Input: Decodable & SendableMetatype>(
    of path: String?, in world: World, _ body: @Sendable (Input) throws -> String
  ) throws {
    let source = try TextInput.opened(path, called: "postings", in: world)
    var number = 0
    var rest: [UInt8] = []
    let progress = Progress("lines", in: world)
    defer { progress.finish() }
    while true {
      let chunk = source.readChunk()
      let isEnd = chunk.isEmpty
      rest += chunk
      let end = isEnd ? rest.count : (rest.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
      guard end > 0 || isEnd else {
        // A line that is far too long is not gathered to its end.
        if rest.count > 2 * TextInput.maximumBytes {
          rest.removeLast(rest.count - TextInput.maximumBytes - 1)
        }
        continue
      }
      let lines = rest[..<end].split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
      )
      .map(Array.init)
      rest.removeFirst(end)
      let whole = isEnd || lines.last?.isEmpty != true ? lines : Array(lines.dropLast())
      let answers = answer(whole, from: number + 1, body)
      number += whole.count
      progress.report(number)
      let output = answers.compactMap(\.self).map { $0 + "\n" }.joined()
      try OutputFile.print(json: output, in: world)
      if isEnd { return }
    }
  }

  private static func answer<Input: Decodable & SendableMetatype>(
    _ lines: [[UInt8]], from first: Int, _ body: @Sendable (Input) throws -> String
  ) -> [String?] {
    let answers = Answers(count: lines.count)
    DispatchQueue.concurrentPerform(iterations: lines.count) { index in
      answers[index] = answer(lines[index], number: first + index, body)
    }
    return answers.all
  }

  /// Slots that each are written once, by one core.
  private final class Answers: @unchecked Sendable {
    private let slots: UnsafeMutableBufferPointer<String?>

    init(count: Int) {
      slots = .allocate(capacity: count)
      slots.initialize(repeating: nil)
    }

    deinit {
      slots.deinitialize()
      slots.deallocate()
    }

    subscript(index: Int) -> String? {
      get { slots[index] }
      set { slots[index] = newValue }
    }

    var all: [String?] { Array(slots) }
  }

  /// The answer to a line; `nil` to an empty one.
  private static func answer<Input: Decodable & SendableMetatype>(
    _ line: [UInt8], number: Int, _ body: (Input) throws -> String
  ) -> String? {
    guard line.contains(where: { $0 > 0x20 }) else { return nil }
    let data = Data(line)
    do {
      guard data.count <= TextInput.maximumBytes else {
        return try bad(data, number, "the line has more than two million bytes")
      }
      guard let input = try? JSONDecoder().decode(Input.self, from: data) else {
        return try bad(data, number, "this is no JSON object with “id” and “text”")
      }
      return try body(input)
    } catch {
      return "{\"error\":\"the line could not be answered\",\"line\":\(number)}"
    }
  }

  private static func bad(_ data: Data, _ line: Int, _ error: String) throws -> String {
    let id =
      data.count > TextInput.maximumBytes
      ? nil : try? JSONDecoder().decode(OnlyID.self, from: data).id
    return try JSONOutput.text(BadLine(id: id, line: line, error: error), onOneLine: true)
  }
}

extension FileHandle {
  /// What is there to read, up to a quarter of a million bytes; nothing at the end.
  fileprivate func readChunk() -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 262_144)
    while true {
      let count = Foundation.read(fileDescriptor, &chunk, chunk.count)
      if count >= 0 { return Array(chunk[..<count]) }
      guard errno == EINTR else { return [] }
    }
  }
}
