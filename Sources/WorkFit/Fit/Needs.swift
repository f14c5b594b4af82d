/// What a statement comes to once it is read: sides of facets, and subjects.
struct Needs: Sendable {
  /// The facets that it speaks about, the strongest first, each with the side and how strongly.
  let facets: [(facet: FacetID, side: Side, strength: Double)]
  /// The stems of what it is about.
  let subjects: [WordKey]
  /// For a strength, the activity that it is plainly about.
  let activity: String?

  init(_ statement: Statement, reader: Reader) {
    activity = statement.role == .strength ? Self.activity(of: statement, reader: reader) : nil
    // The person may have said by hand which pole they mean.
    if let meaning = statement.meaning, let linked = reader.lexicon.pole(named: meaning) {
      facets = [(linked.facet, linked.side, 1)]
      subjects = []
      return
    }
    let isAverse = statement.role == .drain || statement.role == .dealBreaker
    let voice: Reader.Voice = isAverse ? .aversion : .wish
    var sums: [FacetID: (a: Double, b: Double)] = [:]
    var order: [FacetID] = []
    var stems: [WordKey] = []
    for (index, text) in ([statement.meaning ?? statement.text] + statement.elaborations)
      .enumerated()
    {
      let reading = reader.read(answer: text, voice: voice)
      for cue in reading.cues where !statement.notAbout.contains(cue.facet) {
        if sums[cue.facet] == nil { order.append(cue.facet) }
        // What was added on asking explains; what was said first decides.
        let strength = cue.strength * (index == 0 ? 1 : 0.7)
        if cue.side == .a {
          sums[cue.facet, default: (0, 0)].a += strength
        } else {
          sums[cue.facet, default: (0, 0)].b += strength
        }
      }
      if index == 0 {
        let spans = reading.cues.map(\.range)
        for clause in reading.clauses {
          stems += reader.lexicon.subjects.stems(of: clause.tokens, outside: spans)
        }
      }
    }
    facets = order.compactMap { facet -> (facet: FacetID, side: Side, strength: Double)? in
      guard let sum = sums[facet], abs(sum.a - sum.b) >= reader.lexicon.weights.leastNeed else {
        return nil
      }
      return (facet, sum.a > sum.b ? .a : .b, abs(sum.a - sum.b))
    }.enumerated().sorted { left, right in
      (left.element.strength, right.offset) > (right.element.strength, left.offset)
    }.map(\.element)
    subjects = stems
  }

  private static func activity(of statement: Statement, reader: Reader) -> String? {
    let source = SourceText(statement.meaning ?? statement.text)
    let tokens = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
    let best = ActivityModel.shipped?.scores(of: ActivityFeatures(tokens)).first
    return best.flatMap { $0.score >= reader.lexicon.weights.activitySaid ? $0.activity : nil }
  }

  /// Whether nothing of the statement could be read.
  var isEmpty: Bool { facets.isEmpty && subjects.isEmpty }
}

extension Reader {
  /// A pole that a statement was understood to speak for.
  public struct Understood: Hashable, Sendable {
    /// The facet.
    public let facet: FacetID
    /// The short name of the pole.
    public let pole: String
    /// Above 0; 1 is one plain statement.
    public let strength: Double
  }

  /// What a person's words are taken to be about, the strongest first; none where they were not
  /// understood.
  public func understanding(of statement: Statement) -> [Understood] {
    Needs(statement, reader: self).facets.map { need in
      Understood(
        facet: need.facet, pole: lexicon.facet(need.facet)?.pole(need.side).id ?? "",
        strength: need.strength)
    }
  }
}

/// What a posting says on each facet, and about which subjects.
struct Supplies {
  /// What speaks for one side of one facet.
  struct Support {
    var weight = 0.0
    /// Whether a phrase of the lexicon is among the cues.
    var hasPhrase = false
    var cues: [(cue: Cue, weight: Double)] = []
  }

  let reading: Reading
  private let lexicon: Lexicon
  private var support: [FacetID: [Side: Support]] = [:]
  private var stems: [(clause: Int, stems: Set<WordKey>)] = []
  private var denied: [(clause: Int, stems: Set<WordKey>)] = []

  init(_ reading: Reading, lexicon: Lexicon) {
    self.reading = reading
    self.lexicon = lexicon
    for cue in reading.cues {
      let segment = reading.clauses[cue.clause].segment
      let weight = cue.strength * (lexicon.weights.segments[segment] ?? 0)
      guard weight > 0 else { continue }
      support[cue.facet, default: [:]][cue.side, default: Support()].cues.append((cue, weight))
    }
    for (facet, sides) in support {
      for (side, entry) in sides {
        let strongest = entry.cues.reduce(0) { max($0, $1.weight) }
        let all = entry.cues.reduce(0) { $0 + $1.weight }
        support[facet]?[side]?.hasPhrase = entry.cues.contains { $0.cue.origin == .phrase }
        support[facet]?[side]?.weight = min(
          lexicon.weights.saturation,
          strongest + lexicon.weights.repetition * (all - strongest))
      }
    }
    for (index, clause) in reading.clauses.enumerated()
    where clause.segment != .boilerplate && clause.segment != .benefits {
      stems.append((index, reading.stems[index]))
      denied.append((index, reading.denied[index]))
    }
  }

  /// How many clauses say something on any facet.
  var tellingClauses: Int { Set(reading.cues.map(\.clause)).count }

  func support(_ facet: FacetID, _ side: Side) -> Double { support[facet]?[side]?.weight ?? 0 }

  /// The same, where it would speak against the person: what only a head hears counts less.
  func supportAgainst(_ facet: FacetID, _ side: Side) -> Double {
    guard let entry = support[facet]?[side] else { return 0 }
    return entry.weight * (entry.hasPhrase ? 1 : lexicon.weights.unphrasedAgainst)
  }

  /// The clauses that speak most clearly for a side, at most two, in the order of the text.
  func quotes(_ facet: FacetID, _ side: Side, most: Int = 2) -> [Quote] {
    var clauses: [Int: (cue: Cue, weight: Double, most: Double)] = [:]
    for (cue, weight) in support[facet]?[side]?.cues ?? [] {
      let known = clauses[cue.clause]
      // The words of a phrase show better where it is said than the clause as a whole.
      let shown = known.map { $0.most >= weight && $0.cue.origin == .phrase ? $0.cue : cue } ?? cue
      clauses[cue.clause] = (shown, (known?.weight ?? 0) + weight, max(known?.most ?? 0, weight))
    }
    let ranked = clauses.values.sorted {
      ($0.weight, $1.cue.clause) > ($1.weight, $0.cue.clause)
    }
    // What says it far less clearly than the clearest is no evidence beside it.
    let least = (ranked.first?.weight ?? 0) * lexicon.weights.worthQuoting
    return ranked.filter { $0.weight >= least }.prefix(most)
      .map { reading.quote($0.cue.clause, around: $0.cue.range) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The duty or demand that most plainly is the activity.
  func quote(of activity: String) -> Quote? {
    guard let model = ActivityModel.shipped else { return nil }
    var best: (clause: Int, score: Double)?
    for (index, clause) in reading.clauses.enumerated()
    where [.responsibilities, .requirements, .other].contains(clause.segment)
      && clause.tokens.count >= lexicon.weights.headWords && reading.denied[index].isEmpty
    {
      guard let first = model.scores(of: ActivityFeatures(clause.tokens)).first,
        first.activity == activity, first.score >= lexicon.weights.activityDone,
        first.score > best?.score ?? 0
      else { continue }
      best = (index, first.score)
    }
    return best.map { reading.quote($0.clause, around: reading.clauses[$0.clause].range) }
  }

  /// The clause that shares most of the subjects.
  ///
  /// One shared word is enough where the statement has no other and is about nothing else; where it
  /// also speaks of a facet, at least two, and all of them.
  ///
  /// - Parameter isDenied: looks for clauses that say the subject is not there, or not the reader's.
  func quote(sharing subjects: [WordKey], besideFacets: Bool, isDenied: Bool = false) -> Quote? {
    let wanted = Set(subjects)
    guard wanted.count >= (besideFacets ? 2 : 1) else { return nil }
    let needed = besideFacets ? wanted.count : min(2, wanted.count)
    let best = (isDenied ? denied : stems).map { ($0.clause, $0.stems.intersection(wanted).count) }
      .max { ($0.1, -$0.0) < ($1.1, -$1.0) }
    guard let best, best.1 >= needed else { return nil }
    return reading.quote(best.0, around: reading.clauses[best.0].range)
  }
}
