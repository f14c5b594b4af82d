/// Numbers that can be drawn, and said in words where they are not.
package struct ReportChart: Hashable, Sendable, Encodable {
  /// What is drawn.
  package enum Drawing: Hashable, Sendable {
    case bars([Bar])
    case map(ReportMap)
    /// The same number at several times, the first time first.
    case line([Point])
  }

  /// How many there are of something.
  package struct Bar: Hashable, Sendable, Encodable {
    /// What it counts.
    package let name: String
    /// How many.
    package let count: Int
  }

  /// A number at a time.
  package struct Point: Hashable, Sendable, Encodable {
    /// The day, where it is known.
    package let day: String?
    /// The number.
    package let value: Double
    /// The number in words.
    package let text: String
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
    case .line(let points): [points.map(\.text).joined(separator: ", ")]
    }
  }

  /// A line as a row of blocks, low to high; `nil` where something else is drawn.
  package var picture: String? {
    guard case .line(let points) = drawing else { return nil }
    let values = points.map(\.value)
    guard let low = values.min(), let high = values.max() else { return nil }
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(
      values.map { value in
        high == low ? blocks[3] : blocks[Int(((value - low) / (high - low) * 7).rounded())]
      })
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
