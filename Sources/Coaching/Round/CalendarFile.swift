package import Foundation
package import Phrases
import QuestionFlow
import SafeOutput

/// The round as an iCalendar file (RFC 5545): an hour each week, each conversation, each follow-up.
///
/// Times are floating, so that they are local wherever the file is opened.
package struct CalendarFile: Hashable, Sendable {
  struct Entry: Hashable {
    let uid: String
    let day: CalendarDate
    /// The hour it begins, for one hour; `nil` for the whole day.
    let hour: Int?
    let summary: String
    let description: String?
  }

  private var entries: [Entry] = []

  /// What is in it.
  package var count: Int { entries.count }

  /// - Parameters:
  ///   - hour: when the weekly hour begins, 0 to 23.
  ///   - session: sets the identities of entries apart from those of other sessions; importing the file
  ///     again changes entries and adds none.
  package init(
    round: Round?, people: [Contact], hour: Int, session: String,
    words: PhraseBook = .english
  ) {
    if let round, round.closed == nil {
      for (number, day) in round.blocks.enumerated() {
        entries.append(
          Entry(
            uid: "round-\(round.start)-\(number)-\(session)", day: day,
            hour: min(23, max(0, hour)), summary: words.text("An hour for my next move"),
            description: words.text(
              "Conversation \(number + 1) of the round: write, prepare, talk, or note what you heard."
            )))
      }
      entries.append(
        Entry(
          uid: "round-\(round.start)-end-\(session)", day: round.end, hour: nil,
          summary: words.text("The round of conversations ends"),
          description: words.text("What is clearer now, and what will you try next?")))
    }
    for contact in people {
      guard let due = contact.due, contact.status != .followedUp else { continue }
      let step = contact.nextStep.map { ": \($0)" } ?? ""
      entries.append(
        Entry(
          uid: "person-\(contact.id)-\(session)", day: due, hour: nil,
          summary: "\(contact.name)\(step)", description: words.text(contact.status.words)))
      if contact.status == .agreed {
        entries.append(
          Entry(
            uid: "person-\(contact.id)-thanks-\(session)", day: due.adding(days: 1), hour: nil,
            summary: words.text("Thank \(contact.name), and note what you heard"),
            description: nil))
      }
    }
  }

  /// The file's text, with the line ends and the folded lines that the standard asks for.
  ///
  /// - Parameter stamp: when it was made.
  package func text(stamp: Date) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//nextmove//round of conversations//EN",
      "CALSCALE:GREGORIAN",
    ]
    for entry in entries {
      lines += ["BEGIN:VEVENT", "UID:\(Self.escaped(entry.uid))@nextmove.invalid"]
      lines.append("DTSTAMP:\(Self.stamp(stamp))")
      if let hour = entry.hour {
        lines.append("DTSTART:\(Self.day(entry.day))T\(Self.two(hour))0000")
        lines.append("DURATION:PT1H")
      } else {
        lines.append("DTSTART;VALUE=DATE:\(Self.day(entry.day))")
        lines.append("DTEND;VALUE=DATE:\(Self.day(entry.day.adding(days: 1)))")
      }
      lines.append("SUMMARY:\(Self.escaped(entry.summary))")
      if let description = entry.description {
        lines.append("DESCRIPTION:\(Self.escaped(description))")
      }
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  private static func day(_ day: CalendarDate) -> String {
    day.description.replacingOccurrences(of: "-", with: "")
  }

  private static func stamp(_ date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    let dayNumber = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - dayNumber * 86_400
    let epoch = CalendarDate(year: 1970, month: 1, day: 1) ?? .first
    return
      "\(day(epoch.adding(days: dayNumber)))T\(two(rest / 3600))\(two(rest / 60 % 60))\(two(rest % 60))Z"
  }

  /// Text as RFC 5545, 3.3.11 escapes it; nothing that could steer or hide has a place in it.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in Sanitizer.text(text).unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// At most 75 octets a line, never cut inside a character (RFC 5545, 3.1).
  private static func folded(_ line: String) -> String {
    var folded = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if length + size > 74 {
        folded += "\r\n "
        length = 1
      }
      folded.unicodeScalars.append(scalar)
      length += size
    }
    return folded
  }
}
