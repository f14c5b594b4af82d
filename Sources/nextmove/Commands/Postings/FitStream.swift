import Foundation
import WorkFit

/// Postings one a line in, results one a line out, in order.
struct FitStream {
  let check: FitCheck
  let profile: Profile

  private struct Input: Decodable {
    let id: StringOrNumber
    let text: String
  }

  private struct Output: Encodable {
    let id: StringOrNumber
    let report: FitReport

    private enum CodingKeys: CodingKey { case id }

    func encode(to encoder: any Encoder) throws {
      try report.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
    }
  }

  /// - Parameter path: a file; standard input where it is “-” or missing.
  func run(over path: String?, in world: World) throws {
    try LineStream.forEach(of: path, in: world) { (input: Input) in
      try JSONOutput.text(
        Output(id: input.id, report: FitReport(try check.check(input.text, against: profile))),
        onOneLine: true)
    }
  }
}
