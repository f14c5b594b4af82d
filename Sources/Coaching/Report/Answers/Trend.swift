package import QuestionFlow

/// How a number went from one time that a script was answered to the next.
package struct Trend: Codable, Hashable, Sendable {
  /// One time.
  package struct Point: Codable, Hashable, Sendable {
    /// The day; `nil` where it was not kept.
    package let day: CalendarDate?
    /// The number.
    package let value: Double
  }

  /// The script's title.
  package let script: String
  /// The question, or what the value is called.
  package let label: String
  /// The times, the first one first.
  package let points: [Point]
  /// The least that is drawn: where the question's range begins, or nought where no number is less.
  package let low: Double
  /// The most that is drawn: where the question's range ends, or the largest number.
  package let high: Double

  /// The last times, as many as are shown.
  package var last: [Point] { points.suffix(Self.longest) }

  /// As many times as fit on a line.
  static let longest = 24

  /// The numbers of every script that was answered more than once.
  static func all(of journey: Journey) -> [Trend] {
    let table = AnswerTable(journey)
    return journey.scripts.flatMap { script -> [Trend] in
      let rows = table.rows.filter { $0.script.id == script.id }
      guard script.repeats != nil, rows.count > 1 else { return [] }
      // As it was asked last, with what its text quotes.
      let asked = journey.interviews[script.id]?.answered ?? []
      return script.columns(language: journey.language).filter {
        !$0.isRepeated && $0.part == .answer
      }
      .compactMap { column in
        let points = rows.compactMap { row -> Point? in
          guard let value = row.values.first(where: { $0.id == column.id }),
            case .number(let number) = value.datum
          else { return nil }
          return Point(day: row.day, value: number)
        }
        guard points.count > 1 else { return nil }
        let values = points.map(\.value)
        let range = script.item(column.id)?.kind.range
        return Trend(
          script: script.title.text(in: journey.language),
          label: asked.first { $0.id == column.id && $0.part == .answer }?.label ?? column.label,
          points: points,
          low: range?.lowerBound ?? min(0, values.min() ?? 0),
          high: range?.upperBound ?? max(0, values.max() ?? 0))
      }
    }
  }
}
