import QuestionFlow
import WorkFit

/// By what a list of postings is sorted.
package enum PostingOrder: String, Sendable, CaseIterable {
  /// First what is most under way, last what was declined.
  case status
  /// The latest status first.
  case date
  /// The most impressive first.
  case shine
  /// First what would give most energy.
  case fit
  case name

  /// The rows in this order; those that are alike in it, and those of which it is not known at the end,
  /// by their numbers.
  package func sorted(_ rows: [PostingRow]) -> [PostingRow] {
    rows.sorted { one, other in
      switch self {
      case .status: Self.isBefore(one, other) { $0.latest.map { Double($0.status.place) } }
      case .date:
        Self.isBefore(one, other) { $0.latest.map { Double(-$0.day.days(since: .first)) } }
      case .shine: Self.isBefore(one, other) { $0.result.map { -$0.shine.value } }
      case .fit: Self.isBefore(one, other) { $0.result.map { -$0.energy } }
      case .name: (one.name.lowercased(), one.number) < (other.name.lowercased(), other.number)
      }
    }
  }

  private static func isBefore(
    _ one: PostingRow, _ other: PostingRow, _ key: (PostingRow) -> Double?
  ) -> Bool {
    (key(one) ?? .infinity, one.number) < (key(other) ?? .infinity, other.number)
  }
}
