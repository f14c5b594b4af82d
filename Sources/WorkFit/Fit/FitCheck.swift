/// Whether a job, as its posting describes it, would energize a person: person–environment fit on
/// commensurate dimensions (Kristof-Brown; Edwards), with the words that it rests on.
///
/// One lexicon reads both sides. A statement meets the posting where both speak about the same facet:
/// on the same side the need is supplied, on opposite sides there is a conflict, and where the
/// posting is silent nothing is concluded.
public struct FitCheck: Sendable {
  private let lexicon: Lexicon
  private let reader: Reader
  private let needs: NeedsMemory

  /// A fit-check with a lexicon.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    reader = Reader(lexicon: lexicon)
    needs = NeedsMemory(reader: reader)
  }

  /// Holds a posting against a profile.
  public func check(_ posting: String, against profile: Profile) -> FitResult {
    let reading = reader.read(posting: posting)
    let legibility = Legibility(reading, lexicon: lexicon)
    // What cannot be read is not judged, not even in part.
    guard legibility == .posting || legibility == .tooShort else {
      return FitResult(
        verdict: .notEnoughToTell, legibility: legibility, impressiveness: 0, energy: 0,
        confidence: 0, findings: [], prestige: [], lexicon: lexicon)
    }
    let supplies = Supplies(reading, lexicon: lexicon)
    let judge = Judge(supplies: supplies, lexicon: lexicon, memory: needs)
    let findings = Role.allCases.flatMap { role in
      profile.statements(role).compactMap { judge.finding(for: $0) }
    }
    let shine = lexicon.impressiveness.signals(
      in: reading, pulls: profile.statements(.prestigePull), subjects: lexicon.subjects)
    let energy = Energy(findings: findings, weights: lexicon.weights)
    let confidence = confidence(findings: findings, profile: profile, supplies: supplies)
    let isImpressive = shine.impressiveness >= lexicon.impressiveness.impressiveFrom
    let verdict: Verdict =
      // A broken deal-breaker tells enough by itself, however little else the posting says.
      if legibility != .posting
        || (confidence < lexicon.weights.enoughConfidence && !energy.isBroken)
      {
        .notEnoughToTell
      } else if energy.isBroken || energy.value <= lexicon.weights.drainingTo {
        isImpressive ? .impressiveButDraining : .quietAndDraining
      } else if energy.value >= lexicon.weights.energizingFrom {
        isImpressive ? .impressiveAndEnergizing : .quietButEnergizing
      } else {
        .mixed
      }
    return FitResult(
      verdict: verdict, legibility: legibility, impressiveness: shine.impressiveness,
      energy: energy.value, confidence: confidence, findings: findings, prestige: shine.signals,
      lexicon: lexicon)
  }

  /// What a posting calls itself, in at most so many characters; `nil` where it says nothing.
  public func title(of posting: String, most: Int) -> String? {
    reader.title(of: posting, most: most)
  }

  /// The share, by weight, of what the person said that the posting speaks about, lowered where the
  /// posting says little of anything.
  private func confidence(findings: [Finding], profile: Profile, supplies: Supplies) -> Double {
    var all = 0.0
    var spoken = 0.0
    for role in [Role.energizer, .drain, .mustHave, .dealBreaker] {
      for statement in profile.statements(role) {
        let finding = findings.first { $0.statement == statement }
        let isSpoken =
          switch finding?.kind {
          case .missing?: false
          case .unclear?: !(finding?.evidence.isEmpty ?? true)
          case nil: role == .drain && isAbsentByWord(statement, supplies: supplies)
          default: true
          }
        let weight = statement.weight / Double(1 + statement.rank)
        all += weight
        spoken += isSpoken ? weight : 0
      }
    }
    guard all > 0 else { return 0 }
    let telling = Double(supplies.tellingClauses)
    return (spoken / all).squareRoot() * telling / (telling + 3)
  }

  private func isAbsentByWord(_ statement: Statement, supplies: Supplies) -> Bool {
    guard let need = needs.needs(of: statement).facets.first else { return false }
    let opposite = supplies.support(need.facet, need.side.opposite)
    return opposite >= lexicon.weights.enough
      && opposite >= lexicon.weights.clearly * supplies.support(need.facet, need.side)
  }
}

/// Whether a text can be judged at all.
public enum Legibility: Sendable, Hashable {
  /// It reads like a posting.
  case posting
  /// There are too few words.
  case tooShort
  /// It is not in English, which is the only language of the lexicon.
  case otherLanguage
  /// It is text, but hardly speaks about work.
  case notAPosting

  private static let english: Set<String> = [
    "the", "and", "of", "to", "in", "a", "for", "with", "you", "our", "we", "is", "are", "will",
    "your", "on", "be", "as", "an", "or", "that", "this", "at", "by", "from", "it",
  ]

  /// Whether a clause stands where postings say what is done, asked for or given.
  private static func speaksOfWork(_ clause: Clause) -> Bool {
    [.responsibilities, .requirements, .conditions, .benefits].contains(clause.segment)
  }

  init(_ reading: Reading, lexicon: Lexicon) {
    let words = reading.clauses.flatMap(\.tokens).filter { $0.number == nil }
    guard words.count >= lexicon.weights.leastWords else {
      self = .tooShort
      return
    }
    let english = words.count { Self.english.contains($0.word) }
    if Double(english) / Double(words.count) < 0.06, words.count >= 30 {
      self = .otherLanguage
    } else if Double(reading.cues.count { $0.origin == .phrase }) / Double(words.count)
      < lexicon.weights.notAPosting, !reading.clauses.contains(where: Self.speaksOfWork)
    {
      self = .notAPosting
    } else {
      self = .posting
    }
  }
}

/// What findings come to on the axis of energy, in -1...1.
struct Energy {
  let value: Double
  /// A deal-breaker is broken, which no number of small goods outweighs.
  let isBroken: Bool

  init(findings: [Finding], weights: Weights) {
    var sum = 0.0
    var decided = 0.0
    var isBroken = false
    for finding in findings {
      let statement = finding.statement
      // What is named first matters most; the third still matters half as much.
      let weight = statement.weight * 2 / Double(1 + statement.rank)
      switch finding.kind {
      case .fed: sum += weights.fed * weight
      case .conflict: sum += weights.conflict * weight
      case .drain: sum += weights.drain * weight
      case .mustHaveMet where statement.role == .mustHave: sum += weights.mustHaveMet * weight
      case .mustHaveBroken where statement.role == .dealBreaker:
        sum += weights.dealBreaker
        isBroken = true
      case .mustHaveBroken: sum += weights.mustHaveBroken * weight
      case .strengthUsed:
        sum += (statement.tires ? weights.tiringStrengthUsed : weights.strengthUsed) * weight
        continue
      case .mustHaveMet, .strengthIdle, .missing, .unclear: continue
      }
      decided += weight
    }
    value = max(-1, min(1, sum / (decided + weights.shrinkage)))
    self.isBroken = isBroken
  }
}
