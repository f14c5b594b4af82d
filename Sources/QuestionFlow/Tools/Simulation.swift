/// Thousands of random interviews over a script, and what they reached.
public struct Simulation: Sendable {
  /// How often an item was asked.
  public struct Coverage: Sendable, Encodable {
    /// The item.
    public let item: ItemID
    /// In how many runs it was asked at least once.
    public let runs: Int
    /// How often each of its follow-ups was asked, over all runs.
    public let probes: [Int]
  }

  /// The seed of the first run; each further run has the next.
  public let seed: UInt64
  /// How many interviews there were.
  public let runs: Int
  /// The items in document order.
  public let coverage: [Coverage]
  /// Questions and follow-ups asked in the middle interview.
  public let medianLength: Int
  /// Questions and follow-ups asked in the longest interview.
  public let longestLength: Int
  /// The seed of the longest interview, to look at it.
  public let longestSeed: UInt64
  /// Interviews that were broken off because they would not end; an error of the engine if there are any.
  public let unfinished: Int
  /// Answers that a check refused, over all runs.
  public let rejections: Int

  /// No interview takes more steps.
  private static let stepLimit = 100_000

  /// Runs the interviews.
  ///
  /// - Parameters:
  ///   - script: the script to be answered.
  ///   - seed: the first respondent's.
  ///   - runs: how many respondents there are.
  ///   - progress: told how many are done, from time to time.
  public init(
    _ script: Script, seed: UInt64, runs: Int, progress: (Int) -> Void = { _ in }
  ) {
    var asked: [ItemID: Int] = [:]
    var probed: [ItemID: [Int]] = [:]
    var lengths: [Int] = []
    var longest = (length: 0, seed: seed)
    var unfinished = 0
    var rejections = 0
    for run in 0..<max(0, runs) {
      if run % 100 == 0 { progress(run) }
      let outcome = Self.run(script, seed: seed &+ UInt64(run))
      for item in outcome.asked { asked[item, default: 0] += 1 }
      for (item, index) in outcome.probes {
        let count = script.item(item)?.probes.count ?? 0
        probed[item, default: Array(repeating: 0, count: count)][index] += 1
      }
      lengths.append(outcome.length)
      if outcome.length > longest.length { longest = (outcome.length, seed &+ UInt64(run)) }
      unfinished += outcome.isFinished ? 0 : 1
      rejections += outcome.rejections
    }
    self.seed = seed
    self.runs = lengths.count
    coverage = script.items.map { item in
      Coverage(
        item: item.id, runs: asked[item.id] ?? 0,
        probes: probed[item.id] ?? Array(repeating: 0, count: item.probes.count))
    }
    lengths.sort()
    medianLength = lengths.isEmpty ? 0 : lengths[lengths.count / 2]
    longestLength = longest.length
    longestSeed = longest.seed
    self.unfinished = unfinished
    self.rejections = rejections
  }

  /// Items that no run asked.
  public var neverAsked: [ItemID] { coverage.filter { $0.runs == 0 }.map(\.item) }

  /// Items that every run asked, which a condition was to prevent, are not told apart here; this lists
  /// follow-ups that no run reached, each by its item and its place from 1.
  public var probesNeverAsked: [(item: ItemID, number: Int)] {
    coverage.flatMap { line in
      line.probes.enumerated().filter { $0.element == 0 }.map { (line.item, $0.offset + 1) }
    }
  }

  private struct Outcome {
    var asked: Set<ItemID> = []
    var probes: [(ItemID, Int)] = []
    var length = 0
    var isFinished = false
    var rejections = 0
  }

  private static func run(_ script: Script, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    var respondent = Respondent(script: script, seed: seed)
    var interview = Interview(script: script)
    var refused = 0
    while outcome.length < stepLimit {
      guard let step = interview.nextStep else {
        outcome.isFinished = true
        break
      }
      outcome.length += 1
      outcome.asked.insert(step.path.item)
      if case .probe(let probe) = step.form { outcome.probes.append((step.path.item, probe.index)) }
      // Somebody who is refused again and again passes in the end.
      let event =
        refused > 5 ? interview.declining(step) : respondent.event(at: step, of: interview)
      guard let event else { break }
      do throws(Rejection) {
        try interview.apply(event)
        refused = 0
      } catch {
        outcome.rejections += 1
        refused += 1
      }
    }
    return outcome
  }
}
