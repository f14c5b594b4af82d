package import QuestionFlow

/// How many questions are answered, and how many there will be as far as that is known: a list, a
/// choice of several or a ranking that is not given yet counts with the fewest elements that it may have, each with its
/// questions.
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
      if let coming = Self.elements(of: item.kind),
        settled[item.id] == .open || settled[item.id] == nil
      {
        let inside = interview.script.inside(rosterOver: item.id)
        guard !inside.isEmpty else { continue }
        let items = interview.script.items.filter { inside.contains($0.id) }
        total += items.count { $0.when == nil } * coming.lowerBound
        let isSure = coming.count == 1 && item.when == nil && items.allSatisfy { $0.when == nil }
        isFixed = isFixed && isSure
      } else if item.when != nil, settled[item.id] == nil {
        isFixed = false
      }
    }
  }

  /// How many elements an answer will have; `nil` where it has none of its own.
  private static func elements(of kind: AnswerKind) -> ClosedRange<Int>? {
    switch kind {
    case .list(let list): list.bounds ?? 1...Int.max
    case .choices(let choices): choices.bounds ?? 1...Int.max
    case .rank(let rank): rank.top.map { $0...$0 } ?? 1...Int.max
    default: nil
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
