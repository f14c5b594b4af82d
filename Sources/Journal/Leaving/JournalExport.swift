package import Foundation
import GRDB

/// The form in which a journal leaves, for people to read and other programs to use: one JSON object.
enum ExportFormat {
  /// Tells the file apart from others.
  static let name = "nextmove-export"
  /// The version of the form.
  static let version = 1
}

extension Journal {
  /// Writes everything, or one session and its texts, as JSON, piece by piece.
  ///
  /// It is read through the connection that is open, so it succeeds where the files have been moved away.
  /// Sessions come in the order of their numbers, one event a line; texts in the order of their digests.
  ///
  /// - Parameter write: takes the next piece; what it throws ends the export and is thrown on.
  package func export(_ session: SessionID? = nil, to write: (Data) throws -> Void) throws {
    // What is known here is written where the file has lost it.
    if let session, !isReadOnly { try castOffWhereDisplaced(for: session) }
    try withoutActuallyEscaping(write) { write in
      var pieces = JSONPieces(write: write)
      try put(session, into: &pieces)
    }
  }

  private func put(_ session: SessionID?, into pieces: inout JSONPieces) throws {
    let sessions = try read { database in
      try SessionRecord.fetchAll(database, sql: "SELECT * FROM session ORDER BY id")
    }.filter { session == nil || $0.id == session?.rawValue }
    // The time of the beginning is first, so that an import can tell whether it has the session.
    try pieces.put(
      "{\n  \"format\": \"\(ExportFormat.name)\",\n  \"version\": \(ExportFormat.version),\n")
    try pieces.put("  \"sessions\": [")
    var texts: Set<String>? = session == nil ? nil : []
    for (index, record) in sessions.enumerated() {
      try pieces.put(index == 0 ? "\n" : ",\n")
      try put(record, into: &pieces, collecting: &texts)
    }
    try pieces.put("\n  ],\n  \"texts\": [")
    try putTexts(texts, into: &pieces)
    try pieces.put("\n  ]\n}\n")
    try pieces.flush()
  }

  private func put(
    _ session: SessionRecord, into pieces: inout JSONPieces, collecting texts: inout Set<String>?
  ) throws {
    let id = SessionID(session.id ?? 0)
    try pieces.put(
      "    {\n      \"id\": \(id), \"name\": \(session.name.map(JSONPieces.string) ?? "null"),")
    try pieces.put(" \"started\": \(JSONPieces.number(session.started)),\n      \"drafts\": {")
    let drafts = try read { database in
      try DraftRecord.fetchAll(
        database, sql: "SELECT * FROM draft WHERE session = ? ORDER BY place",
        arguments: [id.rawValue])
    }
    for (index, draft) in drafts.enumerated() {
      try pieces.put(index == 0 ? "\n" : ",\n")
      try pieces.put(
        "        \(JSONPieces.string(draft.place)): \(JSONPieces.string(draft.content))")
    }
    try pieces.put(drafts.isEmpty ? "},\n      \"events\": [" : "\n      },\n      \"events\": [")
    var isFirst = true
    try forEachEntry(of: id) { entry in
      try pieces.put(isFirst ? "\n" : ",\n")
      isFirst = false
      let payload = JSONPieces.payload(entry.payload)
      texts?.formUnion(Hex.digests(in: payload))
      try pieces.put(
        "        {\"sequence\": \(entry.sequence), \"kind\": \(JSONPieces.string(entry.kind)), \"at\": \(JSONPieces.number(entry.at.timeIntervalSince1970)), \"payload\": \(payload)}"
      )
    }
    try pieces.put(isFirst ? "]\n    }" : "\n      ]\n    }")
  }

  /// - Parameter digests: those that are wanted; all of them where it is `nil`.
  private func putTexts(_ digests: Set<String>?, into pieces: inout JSONPieces) throws {
    let all = try read { try String.fetchAll($0, sql: "SELECT digest FROM text ORDER BY digest") }
    var isFirst = true
    for digest in all where digests?.contains(digest) ?? true {
      guard let text = try read({ try TextRecord.fetchOne($0, key: digest) }) else { continue }
      try pieces.put(isFirst ? "\n" : ",\n")
      isFirst = false
      try pieces.put(
        "    {\"digest\": \(JSONPieces.string(digest)), \"kind\": \(JSONPieces.string(text.kind)), \"content\": \(JSONPieces.string(text.content))}"
      )
    }
  }
}

/// JSON that is written as it comes, some tens of kilobytes at a time.
private struct JSONPieces {
  let write: (Data) throws -> Void
  private var pending = Data()

  init(write: @escaping (Data) throws -> Void) { self.write = write }

  mutating func put(_ text: String) throws {
    pending.append(contentsOf: text.utf8)
    if pending.count >= 1 << 16 { try flush() }
  }

  mutating func flush() throws {
    guard !pending.isEmpty else { return }
    try write(pending)
    pending.removeAll(keepingCapacity: true)
  }

  static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// JSON has no numbers for what is not finite; such a time is written as the beginning of time.
  static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "0" }

  /// What is no JSON was never written by this program; it is kept as text.
  static func payload(_ payload: Data) -> String {
    let text = String(decoding: payload, as: UTF8.self)
    var scanner = JSONScanner(payload)
    guard (try? scanner.wholeDocument()) != nil, !text.contains(where: \.isNewline) else {
      guard let value = try? JSONDecoder().decode(JSONValue.self, from: payload) else {
        return string(text)
      }
      return value.text
    }
    return text
  }
}

extension JSONValue {
  /// The value as JSON on one line, keys in order.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}

extension Hex {
  /// The quoted words in a text that can be names of texts.
  static func digests(in text: String) -> [String] {
    text.split(separator: "\"").filter { word in
      [32, 64].contains(word.utf8.count)
        && word.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }.map(String.init)
  }
}
