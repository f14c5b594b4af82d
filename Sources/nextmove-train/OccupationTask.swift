internal import ArgumentParser
internal import Foundation

/// A sentence with the Generalized Work Activities that analysts linked it to.
struct OccupationTask {
  /// The O*NET-SOC code of the occupation; empty for a sentence that belongs to none.
  let occupation: String
  /// Element ids.
  let activities: [String]
  let text: String

  /// Reads task statements: occupation, element ids, task.
  static func read(_ path: String) throws -> [OccupationTask] {
    try rows(of: path, columns: 3).map { fields in
      OccupationTask(
        occupation: fields[0],
        activities: fields[1].split { ",;| ".contains($0) }.map(String.init), text: fields[2])
    }
  }

  /// Reads detailed work activities: id, element id, title.
  static func readActivities(_ path: String) throws -> [OccupationTask] {
    try rows(of: path, columns: 3).map { fields in
      OccupationTask(occupation: "", activities: [fields[1]], text: fields[2])
    }
  }

  private static func rows(of path: String, columns: Int) throws -> [[String]] {
    let text = try TextFile.text(path)
    return try text.split(whereSeparator: \.isNewline).dropFirst().enumerated().map { index, line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == columns else {
        throw ValidationError(
          "\(path):\(index + 2): \(columns) columns are needed, and there are \(fields.count)")
      }
      return fields
    }
  }
}
