internal import Foundation
internal import QuestionFlow
internal import WorkFit

/// A drawing with a text alternative.
private func figure(_ id: String, width: Int, height: Int, title: String, alternative: String, _ shapes: [String]) -> String {
  """
  <figure><svg viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-title \(id)-text">
  <title id="\(id)-title">\(Report.escaped(title))</title><desc id="\(id)-text">\(Report.escaped(alternative))</desc>
  \(shapes.joined(separator: "\n"))
  </svg></figure>
  """
}

private func number(_ value: Double) -> String { String(format: "%.1f", value) }

/// Energy over time: a bar for each day, up for what gave and down for what took.
struct EnergyChart {
  let entries: [EnergyEntry]

  private var days: [(day: CalendarDate, level: Double)] {
    var log = EnergyLog()
    for entry in entries { log.add(entry) }
    // The last weeks are what a picture can hold.
    return log.days.suffix(42)
  }

  var svg: String {
    let days = days
    let width = 640.0
    let step = (width - 70) / Double(max(days.count, 7))
    var shapes = [
      "<line class=\"axis\" x1=\"50\" y1=\"110\" x2=\"630\" y2=\"110\"/>",
      "<text class=\"soft\" x=\"4\" y=\"32\">gives +2</text>",
      "<text class=\"soft\" x=\"4\" y=\"202\">takes −2</text>",
    ]
    for (index, (day, level)) in days.enumerated() {
      let x = 60 + Double(index) * step
      let height = abs(level) * 42
      let bar = max(3, min(28, step * 0.7))
      shapes.append(
        "<rect class=\"\(level < 0 ? "bad" : "good")\" x=\"\(number(x))\" y=\"\(number(level < 0 ? 110 : 110 - height))\" width=\"\(number(bar))\" height=\"\(number(max(1.5, height)))\" rx=\"2\"><title>\(day): \(number(level))</title></rect>"
      )
    }
    if let first = days.first, let last = days.last {
      shapes.append("<text class=\"soft\" x=\"60\" y=\"232\">\(first.day)</text>")
      if days.count > 1 {
        shapes.append(
          "<text class=\"soft\" x=\"630\" y=\"232\" text-anchor=\"end\">\(last.day)</text>")
      }
    }
    let gave = entries.count { $0.level > 0 }
    let took = entries.count { $0.level < 0 }
    return figure(
      "energy-chart", width: 640, height: 240, title: "Energy over time",
      alternative:
        "\(days.count) days. \(gave) entries gave energy and \(took) took it. The table below has each of them.",
      shapes)
  }
}

/// How many options came from where.
struct OptionsChart {
  let options: [AnswerSheet.Option]

  var svg: String {
    let counts = Dictionary(grouping: options) {
      $0.source ?? ($0.isFurther ? "looking further out" : "not said")
    }.mapValues(\.count).sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    let most = Double(counts.first?.value ?? 1)
    let shapes = counts.enumerated().flatMap { index, entry -> [String] in
      let y = 8 + index * 46
      return [
        "<text x=\"4\" y=\"\(y + 13)\">\(Report.escaped(entry.key))</text>",
        "<rect class=\"dot\" x=\"4\" y=\"\(y + 19)\" width=\"\(number(560 * Double(entry.value) / most))\" height=\"14\" rx=\"3\"/>",
        "<text class=\"soft\" x=\"\(number(12 + 560 * Double(entry.value) / most))\" y=\"\(y + 31)\">\(entry.value)</text>",
      ]
    }
    return figure(
      "options-chart", width: 640, height: max(60, 14 + counts.count * 46),
      title: "Options by where they came from",
      alternative: counts.map { "\($0.key): \($0.value)" }.joined(separator: "; "), shapes)
  }
}

/// Each posting on the map of impressiveness and energy.
struct FitMap {
  let postings: [Report.Posting]

  var svg: String {
    var shapes = [
      "<rect class=\"shade\" x=\"60\" y=\"20\" width=\"260\" height=\"160\"/>",
      "<line class=\"axis\" x1=\"60\" y1=\"180\" x2=\"580\" y2=\"180\"/>",
      "<line class=\"axis\" x1=\"320\" y1=\"20\" x2=\"320\" y2=\"340\"/>",
      "<text class=\"soft\" x=\"68\" y=\"36\">shines, and drains</text>",
      "<text class=\"soft\" x=\"572\" y=\"36\" text-anchor=\"end\">shines, and energizes</text>",
      "<text class=\"soft\" x=\"68\" y=\"334\">quiet, and drains</text>",
      "<text class=\"soft\" x=\"572\" y=\"334\" text-anchor=\"end\">quiet, and energizes</text>",
    ]
    var taken: [String: Int] = [:]
    for (index, posting) in postings.enumerated() {
      var x = 320 + 250 * max(-1, min(1, posting.fit.energy))
      let y = 340 - 320 * max(0, min(1, posting.fit.impressiveness))
      // Points that would lie on each other are set side by side.
      let place = "\(Int(x / 16)) \(Int(y / 16))"
      x += Double(taken[place, default: 0]) * 22 * (x > 320 ? -1 : 1)
      taken[place, default: 0] += 1
      shapes.append(
        "<circle class=\"dot\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"11\"><title>\(Report.escaped(posting.title))</title></circle><text x=\"\(number(x))\" y=\"\(number(y + 4.5))\" text-anchor=\"middle\" style=\"fill:var(--paper)\">\(index + 1)</text>"
      )
    }
    let spoken = postings.enumerated().map { index, posting in
      "\(index + 1), \(posting.title): \(ReportWords.words(posting.fit.verdict))"
    }
    return figure(
      "map", width: 640, height: 360, title: "Postings by impressiveness and energy",
      alternative: spoken.joined(separator: "; "), shapes)
  }
}
