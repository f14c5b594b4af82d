internal import Foundation
public import QuestionFlow
public import WorkFit

/// All that a session has come to, ready to be shown in any form.
public struct Report: Codable, Sendable {
  /// A part that can be left out.
  public enum Section: String, Sendable, CaseIterable, Codable {
    case profile
    case outline
    case energy
    case options
    case postings
    case round
    case trends
    case answers
  }

  /// One thing that the person said of themselves.
  public struct Line: Codable, Sendable, Hashable {
    /// What it is.
    public let role: Role
    /// The words.
    public let text: String
    /// The place among its kind, counting from 1.
    public let rank: Int
    /// A strength that they are tired of using.
    public let tires: Bool
  }

  /// One posting, as it stands against the answers now.
  public struct Posting: Codable, Sendable {
    /// Its first line.
    public let title: String
    /// Every status with its day, the earliest first.
    public let history: [PostingStep]
    /// The fit-check.
    public let fit: FitReport
  }

  /// The day that it is for.
  public let day: CalendarDate
  /// What the person said of themselves; empty where the part is left out, as for all others.
  public let profile: [Line]
  /// The role outline.
  public let outline: RoleOutline?
  /// The energy log.
  public let energy: [EnergyEntry]
  /// Options by source and reach.
  public let options: [AnswerSheet.Option]
  /// Postings, in the order of their first checks.
  public let postings: [Posting]
  /// The round.
  public let round: Round?
  /// The people.
  public let people: [Contact]
  /// What was heard.
  public let debriefs: [AnswerSheet.Debrief]
  /// How numbers went, where a script was answered several times.
  public let trends: [Trend]
  /// What was answered to every script.
  public let answers: [AnsweredScript]
  /// The sections that are in it.
  public let sections: [Section]

  /// - Parameters:
  ///   - postings: the postings checked with their texts, which are held against the answers again.
  ///   - check: reads the postings; without it there are none.
  ///   - leavingOut: sections that are not to be shown.
  /// - Throws: what reading a posting throws.
  public init(
    _ journey: Journey, postings: [(posting: CheckedPosting, text: String)], check: FitCheck?,
    day: CalendarDate,
    leavingOut: Set<Section> = []
  ) throws {
    self.day = day
    let profile = journey.profile
    let sheet = journey.sheet
    sections = Section.allCases.filter { !leavingOut.contains($0) }
    func shown<T>(_ section: Section, _ value: @autoclosure () throws -> [T]) rethrows -> [T] {
      leavingOut.contains(section) ? [] : try value()
    }
    self.profile = shown(
      .profile,
      Role.allCases.flatMap { role in
        profile.statements(role).map {
          Line(role: role, text: $0.text, rank: $0.rank, tires: $0.tires)
        }
      })
    let outline = RoleOutline(sheet: sheet, profile: profile)
    self.outline = leavingOut.contains(.outline) || outline.isEmpty ? nil : outline
    energy = shown(.energy, journey.energyLog.entries)
    options = shown(.options, sheet.options)
    self.postings = try shown(
      .postings,
      try check.map { check in
        try postings.map { posting, text in
          Posting(
            title: check.title(of: text, most: 90) ?? "A posting", history: posting.history,
            fit: FitReport(try check.check(text, against: profile)))
        }
      } ?? [])
    round = leavingOut.contains(.round) ? nil : journey.round
    people = shown(.round, journey.contacts.all)
    debriefs = shown(.round, sheet.debriefs)
    trends = shown(.trends, Trend.all(of: journey))
    answers = shown(.answers, AnsweredScript.all(of: journey))
  }

  /// How many conversations there have been.
  public var conversations: Int { Round.conversations(with: people) }
}

extension Report {
  /// The same report without anybody's name, to be shown to others.
  ///
  /// - Parameter names: further names that answers hold.
  /// - Throws: ``NameRefusal`` where it would no longer be a report, so that it is never shown with its
  ///   names.
  public func withoutNames(_ names: [String]) throws(NameRefusal) -> Report {
    do {
      let redaction = try Redaction(
        names: names + people.map(\.name) + debriefs.flatMap { [$0.name] + $0.names })
      let tree = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(self))
      let redacted = try JSONSerialization.data(withJSONObject: redaction.applied(to: tree))
      return try JSONDecoder().decode(Report.self, from: redacted)
    } catch {
      throw NameRefusal()
    }
  }
}

/// A report from which the names cannot be taken: one of them is a word that the report itself needs.
public struct NameRefusal: Error, CustomStringConvertible {
  /// What to do instead.
  public var description: String {
    "The names cannot be left out of this report, because one of them is also a word that it is made of; leave out “round” with --without, or read it and take them out yourself."
  }
}
