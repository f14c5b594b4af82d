package import Phrases

/// What a fit-check came to, in as few words as a later one needs to say what has changed and why.
package struct CheckSummary: Hashable, Sendable, Codable {
  /// What became of one statement.
  package struct Line: Hashable, Sendable, Codable {
    /// What the statement is.
    package let role: Role
    /// The person's words.
    package let text: String
    /// What became of it.
    package let kind: Finding.Kind
    /// What it is about, where that was clear.
    package let facet: FacetID?
    /// Stands for what was read of it; `nil` in checks of earlier versions.
    package let reading: Int?
  }

  /// What it came to as a whole.
  package let verdict: Verdict
  /// One for each finding.
  package let lines: [Line]
  /// Stands for the corrections that were applied; 0 for none.
  package let corrections: Int
  /// The model that read it; `nil` in checks of earlier versions.
  package let model: String?

  /// The summary of a result.
  package init(_ result: FitResult, corrections: Corrections) {
    verdict = result.verdict
    lines = result.findings.map {
      Line(
        role: $0.statement.role, text: $0.statement.text, kind: $0.kind, facet: $0.facet,
        reading: Int(UInt32(truncatingIfNeeded: WordKey($0.statement.reading).value)))
    }
    self.corrections = corrections.fingerprint
    model = result.model
  }

  /// What is different now, each in a sentence with its reason; none where nothing is.
  ///
  /// - Parameters:
  ///   - before: an earlier check of the same posting.
  ///   - hasNewText: whether the posting's own text has changed since.
  package func changes(since before: CheckSummary, hasNewText: Bool = false) -> [Phrase] {
    var sentences: [Phrase] = []
    if hasNewText {
      sentences.append("The text of the posting is not the one that you checked before.")
    }
    if model != before.model {
      sentences.append("It was read by another version of the reader last time.")
    }
    if verdict != before.verdict {
      sentences.append("It was “\(before.verdict.words)” last time, and is “\(verdict.words)” now.")
    }
    // A text that was not judged has nothing to compare.
    guard !lines.isEmpty, !before.lines.isEmpty else { return sentences }
    let old = Dictionary(
      before.lines.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let new = Set(lines.map(Key.init))
    for line in lines {
      guard let was = old[Key(line)] else {
        sentences.append(
          "“\(line.text)” is new among your answers: \(line.kind.words(as: line.role)).")
        continue
      }
      guard was.kind != line.kind else { continue }
      sentences.append(
        "“\(line.text)” was \(was.kind.words(as: was.role)), and is \(line.kind.words(as: line.role)) now: \(reason(was, line, before, hasNewText))."
      )
    }
    for line in before.lines where !new.contains(Key(line)) && line.kind != .unclear {
      sentences.append("“\(line.text)” is no longer among your answers.")
    }
    return sentences
  }

  private func reason(_ was: Line, _ line: Line, _ before: CheckSummary, _ hasNewText: Bool)
    -> Phrase
  {
    if hasNewText { return "the text has changed" }
    if corrections != before.corrections { return "you have corrected how it is read" }
    if model != before.model { return "the reader has changed" }
    if was.reading != line.reading { return "you have said more about it" }
    return "it was judged anew"
  }

  private struct Key: Hashable {
    let role: Role
    let text: String

    init(_ line: Line) {
      role = line.role
      text = line.text
    }
  }
}
