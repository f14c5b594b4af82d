import WorkFit

/// A fit-check with what each finding rests on, as JSON.
struct ExplainedReport: Encodable {
  private let report: FitReport
  private let explanations: [Explanation]

  init(_ result: FitResult) {
    report = FitReport(result)
    explanations = result.findings.map(\.explanation)
  }

  private enum CodingKeys: CodingKey { case explanations }

  func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(explanations, forKey: .explanations)
  }
}
