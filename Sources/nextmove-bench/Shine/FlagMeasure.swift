internal import Foundation
internal import WorkFit

/// Who is flagged on the postings that the reader has not seen, by the program's own findings.
struct FlagMeasure {
  let check: FitCheck
  let lexicon: Lexicon
  let files: RelationFiles
  let shine: [String: Int]

  private struct Key: Hashable {
    let role: Role
    let text: String
  }

  func run() throws {
    let texts = try files.postingTexts()
    let held = Dictionary(grouping: try files.heldPostings(), by: \.posting.id)
    var flagged: [Acquaintance: Share] = [:]
    var wrong: [Acquaintance: Share] = [:]
    var verdicts: [Acquaintance: [Verdict: Int]] = [:]
    for (id, rows) in held.sorted(by: { $0.key < $1.key }) {
      guard let text = texts[id] else {
        throw BenchFault(description: "“\(files.postings)” lacks the posting \(id).")
      }
      let people = rows.flatMap { row in row.posting.people.map { (row.knew, $0) } }
      let statements = Set(
        people.flatMap { $0.1.statements.map { Key(role: $0.role, text: $0.text) } })
      // One check reads for everybody; what one person said changes nothing for another.
      let result = try check.check(
        text,
        against: Profile(
          statements: statements.map { Statement(role: $0.role, text: $0.text, rank: 1) }))
      let kinds = Dictionary(
        result.findings.map { (Key(role: $0.statement.role, text: $0.statement.text), $0.kind) },
        uniquingKeysWith: { one, _ in one })
      for (knew, person) in people {
        let found = person.statements.map {
          ($0, kinds[Key(role: $0.role, text: $0.text)] ?? .missing)
        }
        let outlook = Outlook(
          found, isShining: result.shine.isShining, isPosting: result.legibility == .posting,
          lexicon: lexicon)
        let truth = Outlook(person.marked, isShining: (shine[id] ?? 0) >= 3, lexicon: lexicon)
        let isFlagged = outlook.verdict == .impressiveButDraining
        flagged[knew, default: Share()].count(isFlagged)
        wrong[knew, default: Share()].count(isFlagged && truth.verdict != .impressiveButDraining)
        verdicts[knew, default: [:]][outlook.verdict, default: 0] += 1
      }
    }
    for knew in Acquaintance.allCases {
      guard let all = flagged[knew], let bad = wrong[knew] else { continue }
      print("  \(knew.rawValue): flagged \(all); wrongly, by the marked lines \(bad)")
      let counts = (verdicts[knew] ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }
      print("    " + counts.map { "\($0.key.words) \($0.value)" }.joined(separator: ", "))
    }
  }
}
