import QuestionFlow
package import WorkFit

/// A posting in a list of postings: how far things have come, and what it comes to against the answers.
package struct PostingRow: Sendable {
  /// Counts from 1 in the order of the first checks; among files, in their order.
  package let number: Int
  /// What it calls itself.
  package let name: String
  /// Every status with its day, the earliest first; empty for a file that no session has checked.
  package let history: [PostingStep]
  /// What it comes to now; `nil` where it was not read.
  package let result: FitResult?

  /// A row; of what was not read it has no shine and no reasons.
  package init(number: Int, name: String, history: [PostingStep], result: FitResult?) {
    self.number = number
    self.name = name
    self.history = history
    self.result = result
  }

  /// The status, and since when.
  package var latest: PostingStep? { history.last }
}

extension PostingRow: Encodable {
  private enum Key: CodingKey {
    case number, name, status, since, history, verdict, shine, energy, flagged, reasons
  }

  private struct Reason: Encodable {
    let side: WorkFit.Evidence.Side
    let role: Role
    let text: String
    let line: Int?
    let quote: String?

    init(_ reason: WorkFit.Reason) {
      side = reason.side
      role = reason.finding.statement.role
      text = reason.finding.statement.text
      line = reason.quote?.line
      quote = reason.quote?.text
    }
  }

  /// Writes the row as JSON; what is not known is absent.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(number, forKey: .number)
    try container.encode(name, forKey: .name)
    if let latest {
      try container.encode(latest.status, forKey: .status)
      try container.encode(latest.day, forKey: .since)
      try container.encode(history, forKey: .history)
    }
    guard let result else { return }
    let report = FitReport(result)
    try container.encode(report.verdict, forKey: .verdict)
    try container.encode(report.shine, forKey: .shine)
    try container.encode(report.energy, forKey: .energy)
    try container.encode(report.flagged, forKey: .flagged)
    try container.encode(result.reasons.map(Reason.init), forKey: .reasons)
  }
}
