import Foundation
import Journal
import Phrases

/// What `nextmove doctor` finds where the answers are kept.
struct AnswersFindings {
  typealias Finding = DoctorCommand.Finding

  let world: World

  var all: [Finding] {
    let file: URL
    do throws(Failure) {
      file = try world.home.journalFile()
    } catch {
      return [Finding(name: "answers", isFine: false, found: error.message)]
    }
    let examination = Examination(at: file, in: world.journalSurroundings)
    guard examination.isSearchable else {
      let folder = file.deletingLastPathComponent().path
      return [
        Finding(
          name: "answers", isFine: false,
          found:
            "the folder \(folder) may not be entered (mode \(digits(of: folder, in: examination)))",
          advice: "Give yourself the right to: chmod 700 \(folder)")
      ]
    }
    return [answers(examination, file), rights(examination), copies(examination)]
      .compactMap(\.self) + leftovers(examination)
  }

  private func digits(of path: String, in examination: Examination) -> Phrase {
    examination.rights.first { $0.path == path }.map { Phrase(verbatim: $0.digits) } ?? "unknown"
  }

  private func answers(_ examination: Examination, _ file: URL) -> Finding {
    func finding(_ isFine: Bool, _ found: Phrase, _ advice: Phrase? = nil) -> Finding {
      Finding(name: "answers", isFine: isFine, found: found, advice: advice)
    }
    guard examination.isThere else {
      if let refusal = examination.refusal { return finding(false, refusal.phrase) }
      return finding(
        true, "none yet; they will be in \(file.path) (SQLite \(Journal.libraryVersion))")
    }
    if let refusal = examination.refusal { return finding(false, refusal.phrase) }
    if !examination.faults.isEmpty {
      let shown = examination.faults.prefix(5).map(\.phrase)
      let rest = examination.faults.count - shown.count
      let faults = (shown + (rest > 0 ? ["And \(rest) more."] : [])).joined(separator: " ")
      return finding(
        false, "\(file.path): \(faults)",
        "“nextmove doctor --repair” saves what can be read, and keeps the file as it is.")
    }
    if examination.isForgetting {
      return finding(
        false, "bytes of something forgotten are still in \(file.path)",
        wayOut(of: examination.obstacle))
    }
    let count = examination.sessions ?? 0
    let what = Phrase.counted(
      count, one: "one session in \(file.path)", many: "\(count) sessions in \(file.path)")
    guard examination.isWritable else {
      return finding(
        false, "\(what), which can be read but not written to",
        "“nextmove export” works all the same; make file and folder writable (chmod u+w) to go on.")
    }
    return finding(
      true, "\(what), \(state(of: examination)) (SQLite \(Journal.libraryVersion))")
  }

  private func state(of examination: Examination) -> Phrase {
    let kept = examination.altered.sorted { $0.key < $1.key }.map { session, numbers -> Phrase in
      let more = numbers.count > 8 ? ", …" : ""
      let shown = numbers.prefix(8).map(String.init).joined(separator: ", ") + more
      return "\(shown) of session \(session)"
    }
    guard !kept.isEmpty else { return "every entry as it was saved" }
    return
      "every entry as it was saved, but for those that a repair has kept as it found them: \(kept.joined(separator: "; "))"
  }

  private func rights(_ examination: Examination) -> Finding? {
    guard examination.isThere else { return nil }
    let open = examination.rights.filter(\.isOpenToOthers)
    guard !open.isEmpty else {
      return Finding(
        name: "privacy", isFine: true, found: "folder and files are readable by you alone")
    }
    let modes = open.map { "\($0.path) has mode \($0.digits)" as Phrase }
    return Finding(
      name: "privacy", isFine: false,
      found:
        "\(modes.joined(separator: ", ")), so others on this computer may look into it",
      advice: "Close it to them: chmod go-rwx \(open.map(\.path).joined(separator: " "))")
  }

  private func wayOut(of obstacle: Obstacle?) -> Phrase {
    guard let obstacle else {
      return "Close other windows of nextmove; the next start takes them out."
    }
    return "\(advice(on: obstacle)) The next start takes them out."
  }

  private func advice(on obstacle: Obstacle) -> Phrase {
    switch obstacle.reason {
    case .noFolder: "Move \(obstacle.path) away."
    case .closed: "Give yourself the right to it: chmod 700 \(obstacle.path)."
    }
  }

  private func copies(_ examination: Examination) -> Finding? {
    guard examination.isThere, examination.refusal == nil else { return nil }
    if let obstacle = examination.obstacle {
      let found: Phrase =
        switch obstacle.reason {
        case .noFolder: "\(obstacle.path) is no folder, so copies cannot be kept there"
        case .closed(let mode):
          "the folder \(obstacle.path) cannot be used (mode \(Examination.Rights.digits(of: mode)))"
        }
      return Finding(
        name: "backups", isFine: false, found: found, advice: advice(on: obstacle))
    }
    var found: Phrase =
      examination.backups.first.map { newest in
        "\(examination.backups.count), the newest of \(newest.formatted(.iso8601).prefix(10))"
      } ?? "none yet; the first is made with the next answer"
    if examination.damagedCopies > 0 {
      found = "\(found); and \(examination.damagedCopies) damaged, kept by a repair"
    }
    return Finding(name: "backups", isFine: true, found: found)
  }

  private func leftovers(_ examination: Examination) -> [Finding] {
    guard examination.isListable else {
      return [
        Finding(
          name: "left over", isFine: false,
          found: "the folder may be entered and not listed, so what is left over cannot be told",
          advice: "Give yourself the right to it: chmod 700 \(examination.folder).")
      ]
    }
    let all = examination.leftovers + Leftovers.ofEditors(world.home)
    guard !all.isEmpty else { return [] }
    return [
      Finding(
        name: "left over", isFine: false,
        found: all.map { "\($0.path), \($0.what)" as Phrase }.joined(separator: "; "),
        advice: "“nextmove doctor --repair” removes what nothing needs.")
    ]
  }
}
