/// Thousands of random interviews over a script, and what they reached.
package struct Simulation: Sendable {
  /// How often an item was asked.
  package struct Coverage: Sendable, Encodable {
    /// The item.
    package let item: ItemID
    /// In how many runs it was asked at least once.
    package let runs: Int
    /// How often an answer to it was taken, over all runs.
    package let taken: Int
    /// How often one was refused.
    package let refused: Int
    /// How often each of its follow-ups was asked, over all runs.
    package let probes: [Int]
  }

  /// An item that no run asked, and what stood before it.
  package struct NeverAsked: Sendable, Encodable {
    /// The item.
    package let item: ItemID
    /// The items that its asking rests on, whose answers were refused again and again and never taken.
    package let behindRefusals: [ItemID]
    /// Whether anybody could be asked it.
    package let reach: Reach
  }

  /// What the checker says of an item that no run asked.
  package enum Reach: String, Sendable, Encodable {
    /// No answers lead to it.
    case impossible
    /// Some answers lead to it, which no respondent happened to give.
    case rare
    /// That cannot be told.
    case undecided
  }

  /// The seed of the first run; each further run has the next.
  package let seed: UInt64
  /// How many interviews there were.
  package let runs: Int
  /// The items in document order.
  package let coverage: [Coverage]
  /// Questions and follow-ups asked in the middle interview.
  package let medianLength: Int
  /// Questions and follow-ups asked in the longest interview.
  package let longestLength: Int
  /// The seed of the longest interview, to look at it.
  package let longestSeed: UInt64
  /// Interviews that were broken off because they had more steps than anybody goes through.
  package let unfinished: Int
  /// Interviews that came to an item which is required, and whose answers were all refused.
  package let stuck: [ItemID: Int]
  /// Answers that were refused, over all runs.
  package let rejections: Int
  /// How many answers to an item were taken though one of its checks could not be decided, because something else
  /// that it speaks of had no answer.
  package let undecidedChecks: [ItemID: Int]
  private let script: Script

  /// No interview takes more steps.
  package static let stepLimit = 100_000

  /// Runs the interviews.
  ///
  /// - Parameters:
  ///   - script: the script to be answered.
  ///   - seed: the first respondent's.
  ///   - runs: how many respondents there are.
  ///   - progress: told how many are done, from time to time.
  package init(
    _ script: Script, seed: UInt64, runs: Int, progress: (Int) -> Void = { _ in }
  ) {
    var tally = Tally()
    var lengths: [Int] = []
    var longest = (length: 0, seed: seed)
    let whole = Respondent(script: script, seed: seed)
    for run in 0..<max(0, runs) {
      if run % 100 == 0 { progress(run) }
      let seed = seed &+ UInt64(run)
      var respondent = whole
      respondent.begin(seed)
      let length = tally.run(script, respondent, seed: seed)
      lengths.append(length)
      if length > longest.length { longest = (length, seed) }
    }
    self.script = script
    self.seed = seed
    self.runs = lengths.count
    coverage = script.items.filter { !$0.isNote }.map { item in
      Coverage(
        item: item.id, runs: tally.asked[item.id] ?? 0, taken: tally.taken[item.id] ?? 0,
        refused: tally.refused[item.id] ?? 0,
        probes: item.probes.indices.map { tally.probes[item.id]?[$0] ?? 0 })
    }
    lengths.sort()
    medianLength = lengths.isEmpty ? 0 : lengths[lengths.count / 2]
    longestLength = longest.length
    longestSeed = longest.seed
    unfinished = tally.unfinished
    stuck = tally.stuck
    rejections = tally.refused.values.reduce(0, +)
    undecidedChecks = tally.undecided
  }

  /// Items that no run asked, each with the refusals that stood before it.
  package var neverAsked: [NeverAsked] {
    let refused = Set(coverage.filter { $0.taken == 0 && $0.refused > 0 }.map(\.item))
    let never = coverage.filter { $0.runs == 0 }
    guard !never.isEmpty else { return [] }
    let space = ScriptAnalysis.space(of: script)
    return never.map { line in
      NeverAsked(
        item: line.item,
        behindRefusals: script.neededBefore(line.item).intersection(refused).sorted(),
        reach: space.reach(of: line.item))
    }
  }

  /// Follow-ups that no run reached, each by its item and its place from 1.
  package var probesNeverAsked: [(item: ItemID, number: Int)] {
    coverage.flatMap { line in
      line.probes.enumerated().filter { $0.element == 0 }.map { (line.item, $0.offset + 1) }
    }
  }

  /// What the interviews came to.
  private struct Tally {
    var asked: [ItemID: Int] = [:]
    var taken: [ItemID: Int] = [:]
    var refused: [ItemID: Int] = [:]
    var probes: [ItemID: [Int: Int]] = [:]
    var stuck: [ItemID: Int] = [:]
    var undecided: [ItemID: Int] = [:]
    var unfinished = 0

    /// Goes through one interview; how many steps it took.
    mutating func run(_ script: Script, _ respondent: Respondent, seed: UInt64) -> Int {
      var respondent = respondent
      var interview = Interview(
        script: script, seed: seed, today: respondent.today, given: respondent.loans(for: script))
      var here: Set<ItemID> = []
      var length = 0
      var inARow = 0
      defer { for item in here { asked[item, default: 0] += 1 } }
      while length < Simulation.stepLimit {
        guard let step = interview.nextStep else { return length }
        let item = step.path.item
        if script.item(item)?.isNote != true { length += 1 }
        here.insert(item)
        if case .probe(let probe) = step.form {
          probes[item, default: [:]][probe.index, default: 0] += 1
        }
        // Somebody who is refused again and again passes in the end.
        let passes = inARow > 5
        let event = passes ? interview.declining(step) : respondent.event(at: step, of: interview)
        guard let event else { return length }
        do throws(Rejection) {
          try interview.apply(event)
          if case .answer(let path, _) = event {
            taken[path.item, default: 0] += 1
            if interview.hasUndecidedCheck(at: path) { undecided[path.item, default: 0] += 1 }
          }
          inARow = 0
        } catch {
          if error.reason == .required, passes {
            stuck[item, default: 0] += 1
            return length
          }
          // A list that is changed behind the open question is no answer to it.
          if case .answer = event { refused[event.path.item, default: 0] += 1 }
          inARow += 1
        }
      }
      unfinished += 1
      return length
    }
  }
}

extension Script {
  /// The items that an item's asking rests on, near and far: those that its conditions and those around it
  /// speak of, its rosters' lists, and what these rest on in turn.
  func neededBefore(_ item: ItemID) -> Set<ItemID> {
    var direct: [ItemID: Set<ItemID>] = [:]
    collectNeeds(entries, [], &direct)
    var needed: Set<ItemID> = []
    var pending = [item]
    while let next = pending.popLast() {
      for need in direct[next] ?? [] where needed.insert(need).inserted { pending.append(need) }
    }
    return needed
  }

  private func collectNeeds(
    _ entries: [Entry], _ around: Set<ItemID>, _ needs: inout [ItemID: Set<ItemID>]
  ) {
    func items(_ condition: Condition?) -> Set<ItemID> {
      condition.map { Self.items(of: $0.expression) } ?? []
    }
    for entry in entries {
      switch entry {
      case .item(let item):
        var own = around.union(items(item.when))
        if case .elements(let list)? = item.kind.offer?.origin { own.insert(list) }
        needs[item.id] = own
      case .section(let section):
        collectNeeds(section.entries, around.union(items(section.when)), &needs)
      case .roster(let roster):
        collectNeeds(
          roster.entries, around.union(items(roster.when)).union([roster.list]), &needs)
      case .calculation(let value):
        needs[value.id] = Self.items(of: value.expression)
      }
    }
  }

  private static func items(of expression: Expression) -> Set<ItemID> {
    Set(
      expression.references.compactMap { reference in
        if case .item(let id, _) = reference { id } else { nil }
      })
  }
}

extension StateSpace {
  /// Whether an item can be asked.
  fileprivate func reach(of item: ItemID) -> Simulation.Reach {
    let relevance = relevance[item] ?? Relevance()
    return
      switch search(
        holding: relevance.conditions.map(withoutEmptyQuantifiers), answered: Set(relevance.lists))
    {
    case .never: .impossible
    case .sometimes: .rare
    case .undecided: .undecided
    }
  }
}
