import Foundation
import WorkFit

/// Who is flagged on the postings that the reader has not seen, by the program's own findings: of people who had
/// not seen the posting. One that does not shine flags nobody, and is not read.
struct FlagMeasure {
  let check: FitCheck
  let reader: any RelationReading
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
    var shining = Share()
    for (id, rows) in held.sorted(by: { $0.key < $1.key }) {
      guard let text = texts[id] else {
        throw BenchFault(description: "“\(files.postings)” lacks the posting \(id).")
      }
      let people = rows.filter { $0.knew != .fitted }
        .flatMap { row in row.posting.people.map { (row.knew, $0) } }
      let isShining = try Shine(
        of: Posting(text, lexicon: lexicon), reader: reader, lexicon: lexicon
      ).isShining
      shining.count(isShining)
      let kinds = isShining ? try kinds(people.map(\.1), text: text) : [:]
      for (knew, person) in people {
        let found = person.statements.map {
          ($0, kinds[Key(role: $0.role, text: $0.text)] ?? .missing)
        }
        let outlook = Outlook(found, isShining: isShining, lexicon: lexicon)
        let truth = Outlook(person.marked, isShining: (shine[id] ?? 0) >= 3, lexicon: lexicon)
        let isFlagged = outlook.verdict == .impressiveButDraining
        flagged[knew, default: Share()].count(isFlagged)
        wrong[knew, default: Share()].count(isFlagged && truth.verdict != .impressiveButDraining)
      }
      FileHandle.standardError.write(Data("\(id)\n".utf8))
    }
    print("  postings that shine: \(shining)")
    for knew in Acquaintance.allCases {
      guard let all = flagged[knew], let bad = wrong[knew] else { continue }
      print("  \(knew.rawValue): flagged \(all); wrongly, by the marked lines \(bad)")
    }
  }

  /// What the fit-check makes of everybody's statements; one check reads for all, for what one person said changes
  /// nothing for another.
  private func kinds(_ people: [LabelledPerson], text: String) throws -> [Key: Finding.Kind] {
    let statements = Set(people.flatMap(\.statements).map { Key(role: $0.role, text: $0.text) })
    let profile = Profile(
      statements: statements.map { Statement(role: $0.role, text: $0.text, rank: 1) })
    return Dictionary(
      try check.check(text, against: profile).findings.map {
        (Key(role: $0.statement.role, text: $0.statement.text), $0.kind)
      }, uniquingKeysWith: { one, _ in one })
  }
}
