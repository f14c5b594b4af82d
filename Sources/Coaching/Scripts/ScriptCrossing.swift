import Phrases
package import QuestionFlow

/// Interviews carried over to other versions of all scripts at once, so that an answer can follow its
/// question from one script to another.
struct ScriptCrossing {
  /// The interviews over the new scripts.
  private(set) var interviews: [String: Interview] = [:]
  /// The interviews over scripts that are no longer there.
  private(set) var retired: [String: Interview] = [:]
  /// What became of every item.
  let report: MigrationReport

  init(interviews old: [String: Interview], to scripts: [Script], language: String) {
    let ids = Set(scripts.map(\.id))
    var lines: [String: [MigrationReport.Line]] = [:]
    var interviews: [String: Interview] = [:]
    for script in scripts {
      guard let interview = old[script.id] else { continue }
      let (migrated, report) = interview.migrated(to: script)
      interviews[script.id] = migrated
      lines[script.id] = report.lines
    }
    var leaving = old.filter { !ids.contains($0.key) }.mapValues(\.archived)

    for script in scripts {
      let names = (interviews.keys.filter { $0 != script.id } + leaving.keys).sorted()
      var others = names.compactMap { interviews[$0] ?? leaving[$0] }
      let base = interviews[script.id] ?? Interview(script: script, language: language)
      let (adopting, report) = base.migrated(to: script, adopting: &others)
      let moved = report.lines.filter { $0.fate == .moved && $0.answers > 0 }
      guard !moved.isEmpty else { continue }
      interviews[script.id] = adopting
      for (name, other) in zip(names, others) {
        if leaving[name] != nil { leaving[name] = other } else { interviews[name] = other }
      }
      let items = Set(moved.map(\.item))
      let before = lines[script.id] ?? report.lines.map(\.asNew)
      lines[script.id] = before.map { line in
        items.contains(line.item) ? moved.first { $0.item == line.item } ?? line : line
      }
      for name in names {
        lines[name]?.removeAll { $0.fate == .retired && items.contains($0.item) }
      }
    }
    self.interviews = interviews
    retired = leaving
    let gone = leaving.sorted { $0.key < $1.key }.flatMap { $0.value.retirement }
    report = MigrationReport(lines: scripts.flatMap { lines[$0.id] ?? [] } + gone)
  }
}

extension ScriptLibrary {
  /// What a change of some scripts does to the items, before anybody has answered.
  package static func difference(from before: [Volume], to after: [Volume]) -> MigrationReport {
    if before.count == 1, after.count == 1 {
      // The same script, whatever it is called in its two versions.
      return Interview(script: before[0].script).migrated(to: after[0].script).report
    }
    let interviews = Dictionary(
      before.map { ($0.script.id, Interview(script: $0.script)) },
      uniquingKeysWith: { first, _ in first })
    var changes: [Phrase] = []
    let lines = after.flatMap { volume -> [MigrationReport.Line] in
      guard let interview = interviews[volume.script.id] else {
        return Interview(script: volume.script).migrated(to: volume.script).report.lines
          .map(\.asNew)
      }
      let report = interview.migrated(to: volume.script).report
      changes += report.changes.map { "\(volume.script.id): \($0)" }
      return report.lines
    }
    let gone = before.filter { old in !after.contains { $0.script.id == old.script.id } }
      .flatMap { $0.script.retired }
    return MigrationReport(lines: lines + gone, changes: changes)
  }
}
