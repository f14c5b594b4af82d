import Foundation
import Journal
package import Phrases
package import QuestionFlow

/// What was answered to one script or to several, a row for each time, for other programs and for people.
package struct AnswerTable: Sendable {
  /// One time that a script was answered.
  package struct Row: Sendable {
    /// The script.
    package let script: Script
    /// Counts the times from 1.
    package let instance: Int
    /// The day on which it was begun; `nil` where it was not kept.
    package let day: CalendarDate?
    /// What was answered and worked out.
    package let values: [AnsweredValue]
  }

  /// The session.
  package let session: Int64
  /// The rows, script by script in the order of their names, the first time first.
  package let rows: [Row]
  /// The scripts that columns are made of, in the order of their names.
  private let scripts: [(id: String, columns: [AnswerColumn])]
  private let language: String

  /// Everything that was answered in a session.
  ///
  /// - Parameters:
  ///   - script: only what was answered to this script.
  ///   - isWhole: whether scripts to which nothing was answered have columns too.
  package init(_ journey: Journey, script: String? = nil, isWhole: Bool = false) {
    session = journey.session.id.rawValue
    language = journey.language
    // By name, so that it is the same order whatever scripts are at hand.
    let wanted = journey.scripts.filter { script == nil || $0.id == script }
      .sorted { $0.id < $1.id }
    var rows: [Row] = []
    var scripts: [(id: String, columns: [AnswerColumn])] = []
    for one in wanted {
      let own = Self.rows(of: one, in: journey)
      rows += own
      guard !own.isEmpty || isWhole || script != nil else { continue }
      // What was asked in an earlier version and is gone keeps its column, behind the others.
      var columns = one.columns()
      for before in own {
        columns += before.script.columns().filter { old in
          !columns.contains { $0.name == old.name }
        }
      }
      scripts.append((one.id, columns))
    }
    self.rows = rows
    self.scripts = scripts
  }

  private static func rows(of script: Script, in journey: Journey) -> [Row] {
    let past = journey.state.past[script.id] ?? []
    let before = past.enumerated().map { number, instance in
      Row(
        script: instance.interview.script, instance: number + 1, day: instance.day,
        values: instance.interview.answered)
    }
    guard let present = journey.interviews[script.id], !present.answered.isEmpty else {
      return before
    }
    return before + [
      Row(
        script: script, instance: past.count + 1, day: journey.state.begun[script.id],
        values: present.answered)
    ]
  }

  // MARK: - CSV

  /// As RFC 4180 has it: one row a time, and the same columns for the same scripts whatever was answered,
  /// each called `script.item`. Options stand there by their names, whatever they are called and in whatever
  /// language, and `other` for words beside them, which have a column of their own.
  ///
  /// Between the things of a list stands `, `, between what was asked for each thing `; `, and `: ` behind the
  /// thing; in such a field a backslash stands before any of these signs that is in the words themselves. A
  /// text that a spreadsheet would take for a formula has an apostrophe before it.
  package var csv: String {
    let columns = scripts.flatMap { script in
      script.columns.map { (script: script.id, column: $0) }
    }
    let head =
      ["session", "script", "instance", "day"]
      + columns.map { "\($0.script).\($0.column.name)" }
    let lines = rows.map { row in
      [String(session), row.script.id, String(row.instance), row.day?.description ?? ""]
        + columns.map { script, column in
          script == row.script.id ? Self.field(column, in: row) : ""
        }
    }
    return ([head] + lines).map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ column: AnswerColumn, in row: Row) -> String {
    let values = row.values.filter { $0.column == column.name }
    if !column.isRepeated, column.part != .more, let value = values.first {
      switch value.datum {
      case .text(let text): return guarded(text)
      case .number, .truth: return value.datum.text
      case .many(let texts): return guarded(texts.map(escaped).joined(separator: ", "))
      }
    }
    let parts = values.map { value in
      let said: String
      if case .many(let texts) = value.datum {
        said = texts.map(escaped).joined(separator: ", ")
      } else {
        said = escaped(value.datum.text)
      }
      return (value.names.map(escaped) + [said]).joined(separator: ": ")
    }
    return guarded(parts.joined(separator: "; "))
  }

  /// Words in which nothing can be taken for what stands between them and others.
  private static func escaped(_ text: String) -> String {
    String(text.flatMap { "\\,;:".contains($0) ? ["\\", $0] : [$0] })
  }

  /// A text that no spreadsheet takes for a formula.
  private static func guarded(_ text: String) -> String {
    text.first.map { "=+-@\t\r".contains($0) } == true ? "'\(text)" : text
  }

  private static func quoted(_ text: String) -> String {
    text.contains { ",\"\n\r\r\n".contains($0) } || text.first == " " || text.last == " "
      ? "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\"" : text
  }

  // MARK: - Markdown

  /// For people: every question with its answer.
  package func markdown(in words: PhraseBook) -> String {
    var lines = ["# \(words.text("Answers"))", ""]
    for row in rows {
      let times = rows.count { $0.script.id == row.script.id }
      let when = [times > 1 ? "\(row.instance)" : nil, row.day?.description].compactMap(\.self)
      lines += ["## \(Markdown.plain(row.script.title.text(in: language)))", ""]
      if !when.isEmpty { lines += [when.joined(separator: ", "), ""] }
      let headings = row.script.headings(language: language)
      var heading: String?
      // Words beside the options stand in the answer itself.
      for value in row.values where value.part != .other {
        if headings[value.id] != heading {
          heading = headings[value.id]
          if let heading { lines += ["", "### \(Markdown.plain(heading))", ""] }
        }
        lines += [
          "- **\(Markdown.plain(value.heading))**  ",
          "  \(Markdown.plain(value.words))",
        ]
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}
