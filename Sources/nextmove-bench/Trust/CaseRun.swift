import Foundation

/// Runs the cases of a measure in processes of their own, and goes on behind a case that trapped or hung.
struct CaseRun {
  let kind: CaseKind
  let seed: UInt64
  let cases: Int
  /// Seconds after which a case is taken to hang.
  private static let patience = 60.0

  func run() throws -> Tally {
    var tally = Tally(kind.title)
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    var next = 0
    var told = 0
    while next < cases, tally.traps + tally.hangs < 20 {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "nextmove-trust-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let progress = folder.appendingPathComponent("progress").path
      let arguments = [
        "cases", kind.rawValue, "--seed", "\(seed)", "--from", "\(next)", "--to", "\(cases)",
        "--folder", folder.path, "--progress", progress,
      ]
      let child = try Child(own, arguments, environment: ["TZ": "UTC"], errors: true)
      let (end, isHanging) = Self.wait(for: child, progress)
      guard let state = CaseProgress(at: progress) else {
        throw TrustFailure("The \(kind.title) did not begin: status \(end.status).")
      }
      tally.cases += state.number - next
      tally.lost += state.lost
      tally.doubled += state.doubled
      tally.slow += state.slow
      told += state.told
      tally.megabytes = max(tally.megabytes, end.megabytes)
      if Double(state.slowest) / 1e9 > tally.slowest.seconds {
        tally.slowest = (Double(state.slowest) / 1e9, state.slowestNumber)
      }
      next = state.number
      if next < cases {
        tally.cases += 1
        if isHanging { tally.hangs += 1 } else { tally.traps += 1 }
        tally.remarks.append("case \(next) \(isHanging ? "hung" : "ended with \(end.status)")")
        next += 1
      }
    }
    if kind == .flips {
      tally.remarks.append("\(told) were told of; the others changed nothing that is read")
    }
    return tally
  }

  private static func wait(for child: Child, _ progress: String) -> (Child.End, Bool) {
    var (last, since) = (-1, Date())
    while true {
      if let end = child.ended() { return (end, false) }
      usleep(20_000)
      let number = CaseProgress(at: progress)?.number ?? -1
      if number != last { (last, since) = (number, Date()) }
      if Date().timeIntervalSince(since) > patience { return (child.kill(), true) }
    }
  }
}
