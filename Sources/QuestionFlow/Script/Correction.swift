package import Phrases

/// How a fault is mended: lines as they should be, lines to be left out, or what else is to be done.
public struct Correction: Hashable, Sendable {
  /// One change of the file.
  package enum Change: Hashable, Sendable {
    /// What stands in the place of a line.
    case line(Int, String)
    /// What stands in the place of several lines.
    case lines(ClosedRange<Int>, String)
    /// Lines in whose place there is nothing.
    case without(ClosedRange<Int>)
    /// Lines that stand above another, and how they read there.
    case moved(ClosedRange<Int>, above: Int, String)
    /// What is to be done, where no line is to be written.
    case words(Phrase)
  }

  /// Each of the things that may be meant, with all that changes then; never empty.
  package let readings: [[Change]]

  package init(_ changes: [Change], or others: [Change]...) {
    readings = ([changes] + others).filter { !$0.isEmpty }
  }

  /// The same, or else what another one says.
  func or(_ other: Correction?) -> Correction {
    guard let other, other != self else { return self }
    return Correction(joining: readings + other.readings)
  }

  /// All changes of both first readings.
  func and(_ other: Correction?) -> Correction {
    guard let other else { return self }
    return Correction(joining: [(readings.first ?? []) + (other.readings.first ?? [])])
  }

  private init(joining readings: [[Change]]) { self.readings = readings }

  /// The lines, in English words where lines are left out or moved.
  ///
  /// - Parameter line: where the fault is, counted from 1; its own line is given without its number.
  public func text(at line: Int) -> String {
    PhraseBook.english.text(phrase(at: line, indent: "", own: nil))
  }

  /// The same under headings, each of its lines further in, as it is shown below the line with the fault.
  func shown(at line: Int) -> Phrase {
    "  \(phrase(at: line, indent: "  ", own: "as it should be"))"
  }

  private func phrase(at line: Int, indent: String, own: Phrase?) -> Phrase {
    var parts: [Phrase] = []
    for (index, reading) in readings.enumerated() {
      for (place, change) in reading.enumerated() {
        let isOther = index > 0 && place == 0
        parts.append(Self.part(change, line, indent, own, isOther: isOther))
      }
    }
    return parts.joined(separator: "\n\(indent)")
  }

  private static func part(
    _ change: Change, _ line: Int, _ indent: String, _ own: Phrase?, isOther: Bool
  ) -> Phrase {
    func headed(_ heading: Phrase, _ text: String) -> Phrase {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let below = lines.map { "\n\(indent)\($0)" }.joined()
      return isOther ? "\("or" as Phrase) \(heading):\(below)" : "\(heading):\(below)"
    }
    func said(_ words: Phrase) -> Phrase { isOther ? "\("or" as Phrase) \(words)" : words }
    switch change {
    case .line(line, let text):
      if isOther { return headed("so", text) }
      return own.map { headed($0, text) }
        ?? Phrase(verbatim: text)
    case .line(let number, let text):
      return headed("line \(String(number)) as it should be", text)
    case .lines(let lines, let text) where lines.count == 1:
      return part(.line(lines.lowerBound, text), line, indent, own, isOther: isOther)
    case .lines(let lines, let text):
      return headed(
        "lines \(String(lines.lowerBound)) to \(String(lines.upperBound)) as they should be", text)
    case .without(let lines):
      return said(
        lines.count == 1
          ? "leave line \(String(lines.lowerBound)) out"
          : "leave lines \(String(lines.lowerBound)) to \(String(lines.upperBound)) out")
    case .moved(let lines, let above, let text):
      return headed(
        lines.count == 1
          ? "move line \(String(lines.lowerBound)) above line \(String(above))"
          : "move lines \(String(lines.lowerBound)) to \(String(lines.upperBound)) above line \(String(above))",
        text)
    case .words(let words): return said(words)
    }
  }
}
