import Phrases
import WorkFit

/// Findings that belong together on the screen, under one title.
struct FindingGroup {
  let title: Phrase
  /// Whether a finding belongs to it.
  let holds: (Finding) -> Bool

  /// All of them, in the order in which they are shown; each finding that is numbered is in just one.
  static var all: [FindingGroup] {
    [
      FindingGroup(title: "What runs against you") { $0.stance == .against },
      FindingGroup(title: "What speaks both ways") { $0.kind == .mixed },
      FindingGroup(title: "What speaks for it") { $0.stance == .for },
      FindingGroup(title: "What to ask about") { $0.kind == .unclear },
      FindingGroup(title: "What you would not want, and I did not find") { isFeared($0) },
      FindingGroup(title: "What is not mentioned") { $0.kind == .missing && !isFeared($0) },
    ]
  }

  private static func isFeared(_ finding: Finding) -> Bool {
    finding.kind == .missing && finding.statement.role.isUnwanted
  }
}
