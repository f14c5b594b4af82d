import QuestionFlow

/// Numbers that can be drawn, and said in words where they are not.
package struct ReportChart: Hashable, Sendable, Encodable {
  /// What is drawn.
  package enum Drawing: Hashable, Sendable {
    case bars([Bar])
    case map(ReportMap)
    /// The same number at several times, the first time first.
    case line(ReportLine)
  }

  /// How many there are of something.
  package struct Bar: Hashable, Sendable, Encodable {
    /// What it counts.
    package let name: String
    /// How many.
    package let count: Int
  }

  /// What it shows.
  package let title: String
  /// What is drawn.
  package let drawing: Drawing

  /// What the drawing says, a line for each thing in it.
  package var lines: [String] {
    switch drawing {
    case .bars(let bars): bars.map { "\($0.name): \($0.count)" }
    case .map(let map): map.points.map { "\($0.title) (\($0.number)): \($0.text)" }
    case .line(let line):
      line.points.map { point in point.day.map { "\($0): \(point.text)" } ?? point.text }
    }
  }

  /// A line as a row of blocks, low to high; `nil` where something else is drawn.
  package var picture: String? {
    guard case .line(let line) = drawing else { return nil }
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(
      line.points.map { blocks[Int((line.height(of: $0) * Double(blocks.count - 1)).rounded())] })
  }
}

/// The same number at several times, on one scale.
package struct ReportLine: Hashable, Sendable {
  /// A number at a time.
  package struct Point: Hashable, Sendable, Encodable {
    /// The day, where it is known.
    package let day: String?
    /// The number.
    package let value: Double
    /// The number in words.
    package let text: String
  }

  /// The times, the first one first.
  package let points: [Point]
  /// The number at the bottom.
  package let low: Double
  /// The number at the top.
  package let high: Double
  /// The language that numbers are written in.
  package var language = "en"

  /// How high a point stands: 0 at the bottom, 1 at the top.
  package func height(of point: Point) -> Double { height(of: point.value) }

  /// The numbers that have a line across: both ends, and nought where it lies between them.
  var marks: [(value: Double, text: String)] {
    let values = [low] + (low < 0 && high > 0 ? [0] : []) + [high]
    return values.map { ($0, AnsweredValue.Datum.words(for: $0, in: language)) }
  }

  func height(of value: Double) -> Double {
    high > low ? max(0, min(1, (value - low) / (high - low))) : 0.5
  }
}

/// Things by two measures.
package struct ReportMap: Hashable, Sendable, Encodable {
  /// One thing.
  package struct Point: Hashable, Sendable, Encodable {
    /// Its number on the page.
    package let number: Int
    /// What it is.
    package let title: String
    /// What it comes to, in a few words.
    package let text: String
    /// From -1, at the left, to 1.
    package let x: Double
    /// From 0, at the bottom, to 1.
    package let y: Double
  }

  /// What the four corners mean.
  package struct Corners: Hashable, Sendable, Encodable {
    package let topLeft, topRight, bottomLeft, bottomRight: String
  }

  /// What the four corners mean.
  package let corners: Corners
  /// The things.
  package let points: [Point]
}
