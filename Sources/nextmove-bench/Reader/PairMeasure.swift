internal import Foundation
internal import WorkFit

/// Judges every pair, and says how far that agrees with the labels.
struct PairMeasure {
  private struct Judged {
    let pair: PairCorpus.Pair
    let statuses: [PairCorpus.Status]
    let isFlagged: Bool
    let verdict: String
    let impressiveness: Double
    let faults: [String]
    let findings: [Finding]
  }

  private let pairs: [PairCorpus.Pair]
  private let judged: [Judged]
  private let words: KeywordOverlap
  private let terms: TermCosine

  init(pairs corpus: PairCorpus, lexicon: Lexicon) {
    pairs = corpus.pairs
    let check = FitCheck(lexicon: lexicon)
    judged = corpus.pairs.map { pair in
      let result = check.check(pair.posting, against: pair.profile)
      let statuses = PairCorpus.roles.flatMap { _, role in
        pair.profile.statements(role).map { statement in
          PairCorpus.Status(
            role: role,
            word: Self.word(result.findings.first { $0.statement == statement }?.kind, role: role))
        }
      }
      return Judged(
        pair: pair, statuses: statuses, isFlagged: result.isFlagged,
        verdict: result.verdict.rawValue, impressiveness: result.impressiveness,
        faults: QuoteAudit(FitReport(result), posting: pair.posting).faults,
        findings: result.findings)
    }
    words = KeywordOverlap()
    let tuning = corpus.pairs.filter { $0.part == .tuning }
    terms = TermCosine(texts: tuning.flatMap { $0.posting.split(separator: "\n").map(String.init) })
  }

  private static func word(_ kind: Finding.Kind?, role: Role) -> String {
    switch kind {
    case .fed: "fed"
    case .conflict: "conflict"
    case .missing: "missing"
    case .drain: "drain"
    case .strengthUsed: "used"
    case .strengthIdle: "idle"
    case .mustHaveMet: "met"
    case .mustHaveBroken: "broken"
    case .unclear: "unclear"
    case nil: role == .drain ? "absent" : "none"
    }
  }

  /// Prints all measures; returns how many quotes are faulty.
  func print(listing parts: Set<Part>) -> Int {
    let professions = Set(pairs.map(\.profession)).count
    Swift.print("Pairs of a profile and a posting: \(pairs.count), from \(professions) professions")
    let kinds = Dictionary(grouping: pairs, by: \.kind).mapValues(\.count)
    Swift.print(
      "  "
        + kinds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    printAgreement()
    for part in Part.allCases { print(part, isListing: parts.contains(part)) }
    let faults = judged.flatMap { judged in judged.faults.map { "\(judged.pair.id): \($0)" } }
    for fault in faults { Swift.print("FAULT \(fault)") }
    Swift.print("  quotes that are not verbatim: \(faults.count)")
    return faults.count
  }

  private func printAgreement() {
    var verdicts = Share()
    var flags = Share()
    var statuses = Share()
    for pair in pairs {
      guard let second = pair.second else { continue }
      verdicts.count(second.verdict == pair.label.verdict)
      flags.count(second.isFlagged == pair.label.isFlagged)
      for (first, second) in zip(pair.label.statuses, second.statuses) {
        statuses.count(first == second)
      }
    }
    Swift.print(
      "  two passes agree: flag \(flags), verdict \(verdicts), status \(statuses)")
  }

  private func print(_ part: Part, isListing: Bool) {
    let here = judged.filter { $0.pair.part == part }
    let tuning = pairs.filter { $0.part == .tuning }
    Swift.print("\(part.rawValue): \(here.count) pairs")
    let impressive = here.filter(\.pair.label.isImpressive)
    report("nextmove", here.map(\.statuses), here.map(\.pair), here.map(\.isFlagged))
    for (name, method) in [
      ("keyword overlap", ResemblanceMethod(words, tunedOn: tuning)),
      ("TF-IDF cosine", ResemblanceMethod(terms, tunedOn: tuning)),
    ] {
      report(
        name, here.map { method.statuses(of: $0.pair) }, here.map(\.pair),
        here.map { method.flags($0.pair) })
    }
    var verdicts = Share()
    for judged in here { verdicts.count(judged.verdict == judged.pair.label.verdict) }
    var seen = Share()
    for judged in here {
      seen.count((judged.impressiveness >= 0.5) == judged.pair.label.isImpressive)
    }
    Swift.print(
      "  verdict \(verdicts); impressive or not \(seen); \(impressive.count) impressive")
    if isListing { for judged in here { list(judged) } }
  }

  private func report(
    _ name: String, _ statuses: [[PairCorpus.Status]], _ pairs: [PairCorpus.Pair], _ flags: [Bool]
  ) {
    let flag = Balance(zip(pairs, flags).map { ($0.label.isFlagged, $1) })
    let among = Balance(
      zip(pairs, flags).filter { $0.0.label.isImpressive }.map { ($0.label.isFlagged, $1) })
    var byRole: [Role: Share] = [:]
    var byKind: [String: Share] = [:]
    var all = Share()
    var falseConflicts = 0
    for (pair, found) in zip(pairs, statuses) {
      for (status, label) in zip(found, pair.label.statuses) {
        byRole[label.role, default: Share()].count(status == label)
        byKind[label.word, default: Share()].count(status == label)
        all.count(status == label)
        if ["conflict", "drain", "broken"].contains(status.word), status != label {
          falseConflicts += 1
        }
      }
    }
    let conflicts = Double(falseConflicts) / Double(max(1, pairs.count))
    Swift.print(
      "  \(name): flag F1 \(Self.number(flag.f1)), balanced accuracy among the impressive \(Self.number(among.balancedAccuracy)), false conflicts a posting \(Self.number(conflicts)), status \(all)"
    )
    let roles = Role.allCases.compactMap { role in byRole[role].map { "\(role.rawValue) \($0)" } }
    Swift.print("    by role: " + roles.joined(separator: ", "))
    let kinds = byKind.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    Swift.print("    by status: " + kinds.joined(separator: ", "))
  }

  private func list(_ judged: Judged) {
    let label = judged.pair.label
    if judged.verdict != label.verdict {
      Swift.print(
        "    \(judged.pair.id): \(judged.verdict), labelled \(label.verdict) (impressiveness \(Self.number(judged.impressiveness)))"
      )
    }
    let statements = PairCorpus.roles.flatMap { judged.pair.profile.statements($0.role) }
    for (statement, pair) in zip(statements, zip(judged.statuses, label.statuses))
    where pair.0 != pair.1 {
      let finding = judged.findings.first { $0.statement == statement }
      let quotes = finding?.evidence.map { "“\($0.text)”" }.joined(separator: " ") ?? ""
      Swift.print(
        "    \(judged.pair.id): “\(statement.text)” \(pair.0.word), labelled \(pair.1.word) [\(finding?.facet?.rawValue ?? "-")] \(quotes)"
      )
    }
  }

  private static func number(_ value: Double) -> String { String(format: "%.3f", value) }
}
