import Foundation
import QuestionFlow

/// A chart as a drawing with its words beside it, for those who do not see it.
struct PageDrawing {
  /// Tells the drawings of one page apart.
  let id: String
  let chart: ReportChart

  var html: String {
    let (height, shapes): (Int, [String]) =
      switch chart.drawing {
      case .bars(let bars): (14 + bars.count * 46, Self.shapes(of: bars))
      case .map(let map): (312, Self.shapes(of: map))
      case .line(let line): (136, Self.shapes(of: line))
      }
    let words = chart.lines.joined(separator: "; ")
    return """
      <figure>\(HTMLText.element("h3", text: chart.title))<svg viewBox="0 0 420 \(height)" role="img" aria-labelledby="\(id)-title \(id)-text">
      \(HTMLText.element("title", "id=\"\(id)-title\"", text: chart.title))\(HTMLText.element("desc", "id=\"\(id)-text\"", text: words))
      \(shapes.joined(separator: "\n"))
      </svg>\(caption)</figure>
      """
  }

  /// The numbers below a line, which alone does not say them.
  private var caption: String {
    guard case .line = chart.drawing else { return "" }
    return HTMLText.element(
      "figcaption", "class=\"faint\"", text: chart.lines.joined(separator: "; "))
  }

  private static func shapes(of bars: [ReportChart.Bar]) -> [String] {
    let most = Double(max(1, bars.map(\.count).max() ?? 1))
    return bars.enumerated().flatMap { place, bar -> [String] in
      let (y, width) = (8 + place * 46, 370 * Double(bar.count) / most)
      return [
        HTMLText.element("text", "x=\"4\" y=\"\(y + 13)\"", text: bar.name),
        "<rect class=\"dot\" x=\"4\" y=\"\(y + 19)\" width=\"\(number(width))\" height=\"14\" rx=\"3\"/>",
        "<text class=\"soft\" x=\"\(number(width + 12))\" y=\"\(y + 31)\">\(bar.count)</text>",
      ]
    }
  }

  private static func shapes(of map: ReportMap) -> [String] {
    func corner(_ text: String, _ x: Int, _ y: Int) -> String {
      HTMLText.element(
        "text", "class=\"soft\" x=\"\(x)\" y=\"\(y)\"\(x > 200 ? " text-anchor=\"end\"" : "")",
        text: text)
    }
    let frame = [
      "<rect class=\"shade\" x=\"10\" y=\"26\" width=\"200\" height=\"130\"/>",
      "<rect class=\"frame\" x=\"10\" y=\"26\" width=\"400\" height=\"260\"/>",
      "<line class=\"axis\" x1=\"10\" y1=\"156\" x2=\"410\" y2=\"156\"/>",
      "<line class=\"axis\" x1=\"210\" y1=\"26\" x2=\"210\" y2=\"286\"/>",
      corner(map.corners.topLeft, 10, 18), corner(map.corners.topRight, 410, 18),
      corner(map.corners.bottomLeft, 10, 304), corner(map.corners.bottomRight, 410, 304),
    ]
    var taken: [String: Int] = [:]
    return frame
      + map.points.map { point in
        var x = 210 + 184 * point.x
        let y = 272 - 232 * point.y
        // Points that would lie on each other are set side by side.
        let place = "\(Int(x / 16)) \(Int(y / 16))"
        x += Double(taken[place, default: 0]) * 24 * (x > 210 ? -1 : 1)
        taken[place, default: 0] += 1
        return
          "<circle class=\"dot\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"11\">\(HTMLText.element("title", text: point.title))</circle><text class=\"label\" x=\"\(number(x))\" y=\"\(number(y + 4.5))\" text-anchor=\"middle\">\(point.number)</text>"
      }
  }

  /// A line between the two ends of its scale, each point with its number, the first and the last with their days.
  private static func shapes(of line: ReportLine) -> [String] {
    func y(_ height: Double) -> Double { 100 - height * 76 }
    let step = 340 / Double(max(line.points.count - 1, 1))
    let places = line.points.enumerated().map { place, point in
      (x: 56 + Double(place) * step, y: y(line.height(of: point)))
    }
    let path = places.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    func words(_ text: String, _ x: Double, _ y: Double, _ anchor: String) -> String {
      HTMLText.element(
        "text", "class=\"soft\" x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"",
        text: text)
    }
    let scale = line.marks.flatMap { mark in
      let y = y(line.height(of: mark.value))
      return [
        "<line class=\"axis\" x1=\"48\" y1=\"\(number(y))\" x2=\"404\" y2=\"\(number(y))\"/>",
        words(mark.text, 42, y + 4, "end"),
      ]
    }
    let dots = zip(places, line.points).flatMap { place, point in
      [
        "<circle class=\"good\" cx=\"\(number(place.x))\" cy=\"\(number(place.y))\" r=\"3\">\(HTMLText.element("title", text: [point.day, point.text].compactMap(\.self).joined(separator: ": ")))</circle>",
        words(point.text, place.x, place.y - 8, "middle"),
      ]
    }
    let days = [
      line.points.first?.day.map { words($0, 56, 126, "start") },
      line.points.count > 1 ? line.points.last?.day.map { words($0, 404, 126, "end") } : nil,
    ].compactMap(\.self)
    return scale + ["<polyline class=\"axis\" fill=\"none\" points=\"\(path)\"/>"] + dots + days
  }

  private static func number(_ value: Double) -> String { String(format: "%.1f", value) }
}
