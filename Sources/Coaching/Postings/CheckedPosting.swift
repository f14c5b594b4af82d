import QuestionFlow
import WorkFit

/// A posting that a session has checked, and how far things have come with it.
package struct CheckedPosting: Hashable, Sendable, Codable {
  /// A step that the person has named, and the number of the event that keeps it.
  private struct Named: Hashable, Codable {
    let step: PostingStep
    let event: Int
  }

  /// The digest of its text.
  package let digest: String
  /// What the latest check came to; `nil` where it was not read yet, or that was forgotten.
  var summary: CheckSummary?
  private let firstCheck: PostingStep
  private var named: [Named] = []

  /// A posting that was checked first on that day.
  init(_ digest: String, on day: CalendarDate) {
    self.digest = digest
    firstCheck = PostingStep(.seen, on: day)
  }

  /// Every status with its day, the earliest first.
  package var history: [PostingStep] {
    let steps = named.map(\.step)
    return steps.first?.status == .seen ? steps : [firstCheck] + steps
  }

  /// The status, and since when it is so: what has the latest day, and of several on that day what was
  /// said last.
  package var latest: PostingStep { named.last?.step ?? firstCheck }

  /// The number of the event that named a status last; `nil` where none has.
  var lastNaming: Int? { named.map(\.event).max() }

  /// Takes in a step; the status that it has already only gets another day.
  mutating func take(_ step: PostingStep, from event: Int) {
    if let last = named.last, last.step.status == step.status { named.removeLast() }
    let place = named.firstIndex { $0.step.day > step.day } ?? named.endIndex
    named.insert(Named(step: step, event: event), at: place)
  }
}
