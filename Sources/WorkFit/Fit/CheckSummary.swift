/// What a fit-check came to, in as few words as a later one needs to say what has changed.
public struct CheckSummary: Hashable, Sendable, Codable {
  /// What became of one statement.
  public struct Line: Hashable, Sendable, Codable {
    /// What the statement is.
    public let role: Role
    /// The person's words.
    public let text: String
    /// What became of it.
    public let kind: Finding.Kind
    /// The facet that decided, where one did.
    public let facet: FacetID?
  }

  /// What it came to as a whole.
  public let verdict: Verdict
  /// One for each finding.
  public let lines: [Line]
  /// Stands for the corrections that were applied; 0 for none.
  public let corrections: Int

  /// The summary of a result.
  public init(_ result: FitResult, corrections: Corrections) {
    verdict = result.verdict
    lines = result.findings.map {
      Line(role: $0.statement.role, text: $0.statement.text, kind: $0.kind, facet: $0.facet)
    }
    self.corrections = corrections.fingerprint
  }

  /// What is different now, each in a sentence with its reason; none where nothing is.
  ///
  /// - Parameters:
  ///   - before: an earlier check of the same posting.
  ///   - hasNewText: whether the posting's own text has changed since.
  public func changes(since before: CheckSummary, hasNewText: Bool = false) -> [String] {
    var sentences: [String] = []
    if hasNewText {
      sentences.append("The posting's text is another than the one you checked before.")
    }
    if verdict != before.verdict {
      sentences.append("It was “\(before.verdict.words)” last time, and is “\(verdict.words)” now.")
    }
    // A text that was not judged has nothing to compare.
    guard !lines.isEmpty, !before.lines.isEmpty else { return sentences }
    let old = Dictionary(
      before.lines.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(lines.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    for line in lines {
      guard let was = old[Key(line)] else {
        sentences.append("“\(line.text)” is new among your answers: \(line.kind.words).")
        continue
      }
      let reason =
        hasNewText
        ? "the text has changed"
        : corrections != before.corrections
          ? "you have corrected how your words are read"
          : "you have said more about it, or nextmove reads better now"
      if was.kind != line.kind {
        sentences.append(
          "“\(line.text)” was \(was.kind.words), and is \(line.kind.words) now: \(reason).")
      } else if was.facet != line.facet {
        sentences.append(
          "“\(line.text)” is \(line.kind.words) still, though on other grounds: \(reason).")
      }
    }
    for line in before.lines
    where new[Key(line)] == nil && line.kind != .drain && line.kind != .unclear {
      sentences.append("“\(line.text)” is no longer among your answers.")
    }
    return sentences
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

extension Finding.Kind {
  /// The kind in a few words.
  public var words: String {
    switch self {
    case .fed: "fed"
    case .conflict: "in conflict"
    case .missing: "not mentioned"
    case .drain: "there, and drains you"
    case .strengthUsed: "asked for"
    case .strengthIdle: "not asked for"
    case .mustHaveMet: "met"
    case .mustHaveBroken: "broken"
    case .unclear: "not clear"
    }
  }
}

extension Verdict {
  /// The verdict in a few words.
  public var words: String { rawValue.replacing("-", with: " ") }
}
