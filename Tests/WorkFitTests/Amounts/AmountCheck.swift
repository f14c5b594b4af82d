@testable import WorkFit

/// Holds lines of a posting against one statement, by amounts alone.
struct AmountCheck {
  let check: FitCheck

  init() throws {
    check = FitCheck(lexicon: try WorkFitTests.lexicon.get(), reader: ScriptedReader())
  }

  func finding(_ role: Role, _ statement: String, _ lines: [String]) throws -> Finding? {
    let posting =
      (["Head Gardener", "You plant trees and look after the old roses of the park."] + lines)
      .joined(separator: "\n")
    let profile = Profile(statements: [Statement(role, statement)])
    return try check.check(posting, against: profile).findings.first
  }

  func outcome(_ role: Role, _ statement: String, _ lines: String...) throws -> Outcome? {
    try finding(role, statement, lines)?.outcome
  }

  /// The amounts that a line names, each as `kind low high unit per`.
  static func amounts(_ line: String) throws -> [String] {
    let lexicon = try WorkFitTests.lexicon.get()
    return Posting(line, lexicon: lexicon).amounts(by: lexicon).joined().map { amount in
      let numbers = [amount.low, amount.high].map { $0.map(Self.number) ?? "-" }
      return ([amount.kind.rawValue] + numbers + [amount.unit] + [amount.per].compactMap(\.self))
        .joined(separator: " ")
    }
  }

  private static func number(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e12 ? String(Int(number)) : String(number)
  }
}
