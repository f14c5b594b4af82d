internal import Foundation
internal import QuestionFlow
internal import WorkFit

/// A drawing with a text alternative.
private func figure(
  _ id: String, width: Int, height: Int, title: String, alternative: String, _ shapes: [String]
) -> String {
  """
  <figure><svg viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-title \(id)-text">
  <title id="\(id)-title">\(Report.escaped(title))</title><desc id="\(id)-text">\(Report.escaped(alternative))</desc>
  \(shapes.joined(separator: "\n"))
  </svg></figure>
  """
}

private func number(_ value: Double) -> String { String(format: "%.1f", value) }

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
        "<rect class=\"dot\" x=\"4\" y=\"\(y + 19)\" width=\"\(number(370 * Double(entry.value) / most))\" height=\"14\" rx=\"3\"/>",
        "<text class=\"soft\" x=\"\(number(12 + 370 * Double(entry.value) / most))\" y=\"\(y + 31)\">\(entry.value)</text>",
      ]
    }
    return figure(
      "options-chart", width: 420, height: max(60, 14 + counts.count * 46),
      title: "Options by where they came from",
      alternative: counts.map { "\($0.key): \($0.value)" }.joined(separator: "; "), shapes)
  }
}

/// Each posting on the map of impressiveness and energy.
struct FitMap {
  let postings: [Report.Posting]

  var svg: String {
    var shapes = [
      "<rect class=\"shade\" x=\"10\" y=\"26\" width=\"200\" height=\"130\"/>",
      "<rect class=\"frame\" x=\"10\" y=\"26\" width=\"400\" height=\"260\"/>",
      "<line class=\"axis\" x1=\"10\" y1=\"156\" x2=\"410\" y2=\"156\"/>",
      "<line class=\"axis\" x1=\"210\" y1=\"26\" x2=\"210\" y2=\"286\"/>",
      "<text class=\"soft\" x=\"10\" y=\"18\">shines, and drains</text>",
      "<text class=\"soft\" x=\"410\" y=\"18\" text-anchor=\"end\">shines, and energizes</text>",
      "<text class=\"soft\" x=\"10\" y=\"304\">quiet, and drains</text>",
      "<text class=\"soft\" x=\"410\" y=\"304\" text-anchor=\"end\">quiet, and energizes</text>",
    ]
    var taken: [String: Int] = [:]
    for (index, posting) in postings.enumerated() {
      var x = 210 + 184 * max(-1, min(1, posting.fit.energy))
      let y = 272 - 232 * max(0, min(1, posting.fit.impressiveness))
      // Points that would lie on each other are set side by side.
      let place = "\(Int(x / 16)) \(Int(y / 16))"
      x += Double(taken[place, default: 0]) * 24 * (x > 210 ? -1 : 1)
      taken[place, default: 0] += 1
      shapes.append(
        "<circle class=\"dot\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"11\"><title>\(Report.escaped(posting.title))</title></circle><text class=\"label\" x=\"\(number(x))\" y=\"\(number(y + 4.5))\" text-anchor=\"middle\">\(index + 1)</text>"
      )
    }
    let spoken = postings.enumerated().map { index, posting in
      "\(index + 1), \(posting.title): \(posting.fit.verdict.words)"
    }
    return figure(
      "map", width: 420, height: 312, title: "Postings by impressiveness and energy",
      alternative: spoken.joined(separator: "; "), shapes)
  }
}

/// A number from one time to the next: a line through the last times, and the numbers below it.
struct TrendChart {
  let trend: Trend
  /// Tells the charts of one page apart.
  let number: Int

  var html: String {
    let points = trend.points.suffix(Trend.longest)
    let values = points.map(\.value)
    let low = values.min() ?? 0
    let reach = max((values.max() ?? 0) - low, 1e-9)
    let step = 380 / Double(max(points.count - 1, 1))
    let places = values.enumerated().map { index, value in
      (x: 20 + Double(index) * step, y: 90 - (value - low) / reach * 70)
    }
    let line = places.map { "\(Coaching.number($0.x)),\(Coaching.number($0.y))" }
      .joined(separator: " ")
    let dots = zip(places, points).map { place, point in
      "<circle class=\"good\" cx=\"\(Coaching.number(place.x))\" cy=\"\(Coaching.number(place.y))\" r=\"3\"><title>\(point.day?.description ?? ""): \(AnsweredValue.Datum.number(point.value).text)</title></circle>"
    }
    let title = "\(trend.script): \(trend.label)"
    return "<h3>\(Report.escaped(title))</h3>"
      + figure(
        "trend-\(number)", width: 420, height: 110, title: title,
        alternative: "\(points.count) times: \(trend.numbers).",
        ["<polyline class=\"axis\" fill=\"none\" points=\"\(line)\"/>"] + dots)
      + "<p class=\"faint\">\(Report.escaped(trend.numbers))</p>"
  }
}
