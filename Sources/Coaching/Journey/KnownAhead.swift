package import QuestionFlow

/// How many questions are answered, and how many there will be as far as that is known: a list that is not
/// given yet counts with the fewest entries that it may have, each with its questions.
package struct KnownAhead: Hashable, Sendable {
  /// Answered, or left open.
  package private(set) var done: Int
  /// Known to come, those answered included.
  package private(set) var total: Int
  /// Whether nothing that is still open can change the number.
  package private(set) var isFixed: Bool

  /// What is known of one interview.
  package init(_ interview: Interview) {
    let progress = interview.progress
    (done, total) = (progress.done, progress.total)
    isFixed = true
    guard !interview.isFinished else { return }
    let settled = Dictionary(
      interview.review.map { ($0.path.item, $0.state) }, uniquingKeysWith: { first, _ in first })
    for item in interview.script.items {
      if case .list(let list) = item.kind, settled[item.id] == .open || settled[item.id] == nil {
        let inside = interview.script.inside(rosterOver: item.id)
        guard !inside.isEmpty else { continue }
        let asked = interview.script.items.filter { inside.contains($0.id) && $0.when == nil }
        total += asked.count * (list.bounds?.lowerBound ?? 1)
        isFixed = false
      } else if item.when != nil, settled[item.id] == nil {
        isFixed = false
      }
    }
  }

  /// What is known of all scripts of a session that it comes to by itself.
  package init(_ journey: Journey) {
    (done, total, isFixed) = (0, 0, true)
    for script in journey.scripts where journey.isUnderWay(script) {
      let one = KnownAhead(journey.interviews[script.id] ?? Interview(script: script))
      done += one.done
      total += one.total
      isFixed = isFixed && one.isFixed
    }
  }
}
