import WorkFit

/// Minimal pairs, kind by kind: of each kind the half that no choice was made on.
struct KindsMeasure {
  let reader: any RelationReading
  let files: RelationFiles

  func run() throws {
    let held = try files.heldMinimalPairs()
    var kinds: [String] = []
    for pair in held where !kinds.contains(pair.kind) { kinds.append(pair.kind) }
    var all = (right: Share(), both: Share(), reversed: 0)
    print("  lines judged as they are marked; every second pair, held back from every choice")
    for kind in kinds {
      let pairs = held.filter { $0.kind == kind }
      let marks = try marks(of: pairs.flatMap { [($0.s, $0.a), ($0.s, $0.b)] })
      let truth = pairs.flatMap { [$0.ma, $0.mb] }
      var right = Share()
      var both = Share()
      for place in stride(from: 0, to: truth.count - 1, by: 2) {
        let isRight = (marks[place] == truth[place], marks[place + 1] == truth[place + 1])
        right.count(isRight.0)
        right.count(isRight.1)
        both.count(isRight.0 && isRight.1)
      }
      let reversed = zip(marks, truth).count { $0.isReversed($1) }
      show(kind, right, both, reversed)
      all.right = Share(all.right.part + right.part, of: all.right.whole + right.whole)
      all.both = Share(all.both.part + both.part, of: all.both.whole + both.whole)
      all.reversed += reversed
    }
    show("all", all.right, all.both, all.reversed)
  }

  private func marks(of pairs: [(statement: String, line: String)]) throws -> [Mark] {
    // A line under a heading is written “heading › line”, and read as the program reads it.
    try reader.relations(
      of: pairs.map {
        RelationPair(
          statement: $0.statement, clause: $0.line.replacing(" › ", with: ": "))
      }, goOn: { _ in true }
    ).map(Mark.init)
  }

  private func show(_ kind: String, _ right: Share, _ both: Share, _ reversed: Int) {
    print("  \(kind): \(right); both lines of a pair \(both); reversed \(reversed)")
  }
}
