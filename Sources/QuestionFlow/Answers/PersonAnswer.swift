import Foundation

/// Somebody: a name, and after the first comma who they are. Stored as both, spoken by the name.
enum PersonAnswer {
  static let form = "a name, and after a comma who they are"

  static func parse(_ typed: String) throws(Rejection) -> Person {
    let line = try TextAnswer.parse(typed)
    let parts = line.split(separator: ",", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard let first = parts.first else { throw Rejection(.notAName(typed)) }
    let name = try PersonName.checked(first)
    let note = parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil
    return Person(name: name, note: note)
  }
}
