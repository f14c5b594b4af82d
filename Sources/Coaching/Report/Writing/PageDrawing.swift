import Foundation

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
      case .line(let points): (110, Self.shapes(of: points))
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

  private static func shapes(of points: [ReportChart.Point]) -> [String] {
    let values = points.map(\.value)
    let low = values.min() ?? 0
    let reach = max((values.max() ?? 0) - low, 1e-9)
    let step = 380 / Double(max(points.count - 1, 1))
    let places = values.enumerated().map { place, value in
      (x: number(20 + Double(place) * step), y: number(90 - (value - low) / reach * 70))
    }
    let line = places.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    let dots = zip(places, points).map { place, point in
      let words = [point.day, point.text].compactMap(\.self).joined(separator: ": ")
      return
        "<circle class=\"good\" cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"3\">\(HTMLText.element("title", text: words))</circle>"
    }
    return ["<polyline class=\"axis\" fill=\"none\" points=\"\(line)\"/>"] + dots
  }

  private static func number(_ value: Double) -> String { String(format: "%.1f", value) }
}
