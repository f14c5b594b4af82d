import Foundation
import WorkFit

/// A statement and lines of a posting, with what a careful reader makes of the amounts in them.
struct AmountCase: Decodable {
  enum Expected: String, Decodable, CaseIterable {
    case supplied, opposed, question, silent

    init(_ outcome: Outcome) {
      self =
        switch outcome {
        case .supplied: .supplied
        case .opposed: .opposed
        case .both, .unsure: .question
        case .silent: .silent
        }
    }

    /// Whether the other is the very opposite.
    func isReverse(of other: Expected) -> Bool {
      [self, other].contains(.supplied) && [self, other].contains(.opposed)
    }
  }

  let kind: String
  let role: Role
  let statement: String
  let lines: [String]
  let expected: Expected

  /// The lines in a posting that says nothing else of amounts.
  var posting: String {
    (["Head Gardener", "You plant trees and look after the old roses of the park."]
      + lines
      + ["You write down what grows, and you show visitors the way through the garden."])
      .joined(separator: "\n")
  }

  /// The cases of a file, one JSON object a line.
  static func cases(at path: String) throws -> [AmountCase] {
    let decoder = JSONDecoder()
    return try TextFile.text(path).split(separator: "\n").enumerated().map { number, line in
      do {
        return try decoder.decode(AmountCase.self, from: Data(line.utf8))
      } catch {
        throw BenchFault(
          description:
            "\(path):\(number + 1): this is no case; it needs kind, role, statement, lines and expected."
        )
      }
    }
  }
}
