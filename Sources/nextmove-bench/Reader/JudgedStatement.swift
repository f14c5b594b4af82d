import WorkFit

/// A statement of somebody with what the fit-check made of it and what a careful reader marked.
struct JudgedStatement {
  /// A line, counting from 1, and what a reader made of it.
  typealias LineMark = (line: Int, mark: Mark)

  let knew: Acquaintance
  let finding: Finding
  /// The marked lines; what is unmarked is silent on it.
  let marks: [LineMark]
  /// The lines that the first quote stands on; `nil` where nothing is quoted, or where decoding has changed
  /// the lines.
  let firstQuote: ClosedRange<Int>?

  /// The same with other marks.
  func marked(_ marks: [LineMark]) -> JudgedStatement {
    JudgedStatement(knew: knew, finding: finding, marks: marks, firstQuote: firstQuote)
  }

  private func has(_ mark: Mark) -> Bool { marks.contains { $0.mark == mark } }

  /// Whether careful readers could differ on every line that was marked.
  var isArguable: Bool { !marks.isEmpty && marks.allSatisfy { $0.mark == .arguable } }
  /// Whether the posting has a line that supplies or opposes it.
  var hasAnswer: Bool { has(.supplies) || has(.opposes) }
  var isAsserted: Bool { [.supplied, .opposed, .both].contains(finding.outcome) }
  /// Whether a line was found that is not sure enough.
  var isQuestion: Bool { finding.outcome == .unsure && !finding.evidence.isEmpty }
  var restsOnAmount: Bool { finding.explanation.restsOnAmount }

  /// What was found first of all.
  var side: Mark {
    switch finding.outcome {
    case .supplied: .supplies
    case .opposed: .opposes
    case .both, .unsure, .silent:
      finding.explanation.supplied >= finding.explanation.opposed ? .supplies : .opposes
    }
  }

  /// How sure the judge is of its side, in 0...1.
  var confidence: Double { max(finding.explanation.supplied, finding.explanation.opposed) }

  /// Whether a line was marked with the side; one that is marked both ways is right for either.
  var isSideRight: Bool { has(side) }

  /// Whether what was asserted is so; “both” has to be marked both ways.
  var isRight: Bool {
    finding.outcome == .both ? has(.supplies) && has(.opposes) : isSideRight
  }

  /// Whether the opposite of what was asserted is so, and only that.
  var isWrongWayRound: Bool {
    switch finding.outcome {
    case .supplied: has(.opposes) && !has(.supplies)
    case .opposed: has(.supplies) && !has(.opposes)
    case .both, .unsure, .silent: false
    }
  }

  /// Whether the line quoted first is one that was marked so; `nil` where that cannot be told.
  func quotes(_ allowed: Set<Mark>) -> Bool? {
    firstQuote.map { lines in
      marks.contains { allowed.contains($0.mark) && lines.contains($0.line) }
    }
  }

  /// The sign of what is quoted first.
  var quotedSign: Mark { finding.evidence.first?.side == .against ? .opposes : .supplies }
}
