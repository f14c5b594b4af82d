import Foundation
import Phrases
import WorkFit

/// What a finding rests on, shown step by step.
struct ExplanationRendering {
  let console: Console

  /// So many of the clauses read are shown, as long as they say anything.
  private static let most = 6
  private static let leastTelling = 0.05

  /// - Parameter indent: how far it stands in.
  func show(_ finding: Finding, indent: Int = 2) {
    let explanation = finding.explanation
    guard explanation.threshold < 1 else { return console.say("\(finding.why)", indent: indent) }
    console.say(
      "What I read of you: “\(explanation.statement)”. Is it in the posting?", indent: indent)
    let shown = explanation.lines.prefix(Self.most).enumerated().filter { place, line in
      place == 0 || max(line.supplies, line.opposes) >= Self.leastTelling
    }.map(\.element)
    for line in shown {
      console.say(
        "line \(line.line) (\(line.segment.words)), yes \(Self.percent(line.supplies)), on the contrary \(Self.percent(line.opposes)): “\(line.reading)”",
        .faint, indent: indent + 2)
    }
    let others = explanation.lines.count - shown.count
    if others > 0 {
      console.say("and \(others) more lines, which say less", .faint, indent: indent + 2)
    }
    if explanation.mutedLines > 0 {
      console.say("Lines left out, as you said: \(explanation.mutedLines)", indent: indent)
    }
    console.say(
      "Taken together, I am \(Self.percent(explanation.supplied)) sure that it is there, and \(Self.percent(explanation.opposed)) that the posting says the opposite. From \(Self.percent(explanation.threshold)) on I say so; from \(Self.percent(explanation.question)) on I ask.",
      indent: indent)
    if explanation.restsOnAmount {
      console.say("It rests on an amount, so it is a question at most.", indent: indent)
    }
  }

  private static func percent(_ share: Double) -> Phrase {
    "\(Int((share * 100).rounded()))%"
  }
}

extension Segment {
  /// The part of the posting in a word or two.
  fileprivate var words: Phrase {
    switch self {
    case .title: "title"
    case .about: "about them"
    case .responsibilities: "duties"
    case .requirements: "requirements"
    case .conditions: "conditions"
    case .benefits: "benefits"
    case .boilerplate: "what every posting says"
    case .other: "the rest"
    }
  }
}
