import Foundation
import WorkFit

/// Holds the people of the postings that are held back against them, by the fit-check itself.
struct HeldPeople {
  let check: FitCheck
  let files: RelationFiles

  private struct Key: Hashable {
    let role: Role
    let text: String
  }

  /// The statements with their first readers' marks, and the same ones with what a second reader left of them.
  ///
  /// - Throws: where a posting's text is missing, and what the reader throws.
  func judged() throws -> (first: [JudgedStatement], twice: [JudgedStatement]) {
    let texts = try files.postingTexts()
    let held = Dictionary(grouping: try files.heldPostings(), by: \.posting.id)
    let again = try files.readTwice()
    var (first, twice): ([JudgedStatement], [JudgedStatement]) = ([], [])
    for (place, (id, rows)) in held.sorted(by: { $0.key < $1.key }).enumerated() {
      guard let text = texts[id] else {
        throw BenchFault(description: "“\(files.postings)” lacks the posting \(id).")
      }
      let linesMarked = ReadTwice.linesMarked(of: text)
      for one in try judged(rows.flatMap { row in row.posting.people.map { (row.knew, $0) } }, text)
      {
        first.append(one)
        // Nobody has said whether what stands in a line that was left out is right.
        if let quoted = one.firstQuote, !linesMarked.contains(quoted.lowerBound) { continue }
        let text = one.finding.statement.text
        twice.append(
          one.marked(again.agreed(one.marks, of: text, in: id, linesMarked: linesMarked)))
      }
      FileHandle.standardError.write(Data("posting \(place + 1) of \(held.count)\n".utf8))
    }
    return (first, twice)
  }

  private func judged(
    _ people: [(knew: Acquaintance, person: LabelledPerson)], _ text: String
  ) throws -> [JudgedStatement] {
    // One check reads for everybody; what one person said changes nothing for another.
    let result = try check.check(text, against: profile(of: people.map(\.person)))
    let findings = Dictionary(
      result.findings.map { (Key(role: $0.statement.role, text: $0.statement.text), $0) },
      uniquingKeysWith: { one, _ in one })
    let isAsGiven = Self.lines(result.asRead.text) == Self.lines(text)
    var judged: [JudgedStatement] = []
    for (knew, person) in people {
      for (index, say) in person.says.enumerated() {
        guard let finding = findings[Key(role: say.role, text: say.text)] else { continue }
        let quote = isAsGiven ? finding.evidence.first?.quote : nil
        judged.append(
          JudgedStatement(
            knew: knew, finding: finding,
            marks: person.marks.filter { $0.say == index }.map { ($0.line, $0.mark) },
            firstQuote: quote.map { $0.line...($0.line + Self.lines($0.text) - 1) }))
      }
    }
    return judged
  }

  private func profile(of people: [LabelledPerson]) -> Profile {
    var statements: [Statement] = []
    var seen: Set<Key> = []
    for say in people.flatMap(\.says)
    where seen.insert(Key(role: say.role, text: say.text)).inserted {
      statements.append(Statement(role: say.role, text: say.text, rank: statements.count + 1))
    }
    return Profile(statements: statements)
  }

  private static func lines(_ text: String) -> Int {
    1 + text.utf8.count { $0 == UInt8(ascii: "\n") }
  }
}
