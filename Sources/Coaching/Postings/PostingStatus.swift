package import Phrases
package import QuestionFlow

/// How far things have come with a posting.
package enum PostingStatus: String, Sendable, Codable, CaseIterable {
  /// It was checked, and no more; what every posting begins with.
  case seen
  case applied
  case talking
  /// By either side.
  case declined

  /// The status that is meant by a word, in whatever case; `nil` where it is none.
  package init?(typed: String) { self.init(rawValue: typed.lowercased()) }

  /// The status in a word.
  package var words: Phrase {
    switch self {
    case .seen: "seen"
    case .applied: "applied"
    case .talking: "talking"
    case .declined: "declined"
    }
  }

  /// The place in a list that has first what is most under way, and last what is over.
  var place: Int {
    switch self {
    case .talking: 0
    case .applied: 1
    case .seen: 2
    case .declined: 3
    }
  }
}

/// A status, and the day on which it came about.
package struct PostingStep: Hashable, Sendable, Codable {
  /// The status.
  package let status: PostingStatus
  /// The day.
  package let day: CalendarDate

  /// A status from some day on.
  package init(_ status: PostingStatus, on day: CalendarDate) {
    self.status = status
    self.day = day
  }
}
