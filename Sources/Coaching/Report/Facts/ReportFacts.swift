import Foundation
package import Phrases
package import QuestionFlow
package import WorkFit

/// All that a session has come to, before anybody words it.
package struct ReportFacts: Codable, Sendable {
  /// One thing that the person said of themselves.
  package struct Line: Codable, Sendable, Hashable {
    /// What it is.
    package let role: Role
    /// The words.
    package let text: String
    /// The place among its kind, counting from 1.
    package let rank: Int
    /// A strength that they are tired of using.
    package let tires: Bool
  }

  /// One posting, as it stands against the answers now.
  package struct Posting: Codable, Sendable {
    /// Its first line; empty where it has none.
    package let title: String
    /// Every status with its day, the earliest first.
    package let history: [PostingStep]
    /// The fit-check.
    package let fit: FitReport
  }

  /// The day that it is for.
  package let day: CalendarDate
  /// What the person said of themselves; empty where the part is left out, as for all others.
  package let profile: [Line]
  /// The role outline.
  package let outline: RoleOutline?
  /// The energy log.
  package let energy: [EnergyEntry]
  /// Options by source and reach.
  package let options: [AnswerSheet.Option]
  /// Postings, in the order of their first checks.
  package let postings: [Posting]
  /// The round.
  package let round: Round?
  /// The people.
  package let people: [Contact]
  /// What was heard.
  package let debriefs: [AnswerSheet.Debrief]
  /// How numbers went, where a script was answered several times.
  package let trends: [Trend]
  /// What was answered to every script.
  package let answers: [AnsweredScript]
  /// The sections that are in it.
  package let sections: [ReportSection]

  /// - Parameters:
  ///   - postings: the postings checked with their texts, which are held against the answers again.
  ///   - check: reads the postings; without it there are none.
  ///   - leavingOut: sections that are not to be shown.
  ///   - words: the language that the outline is put together in.
  /// - Throws: what reading a posting throws.
  package init(
    _ journey: Journey, postings: [(posting: CheckedPosting, text: String)], check: FitCheck?,
    day: CalendarDate, leavingOut: Set<ReportSection> = [], words: PhraseBook = .english
  ) throws {
    self.day = day
    let profile = journey.profile
    let sheet = journey.sheet
    sections = ReportSection.allCases.filter { !leavingOut.contains($0) }
    func shown<T>(_ section: ReportSection, _ value: @autoclosure () throws -> [T]) rethrows -> [T]
    {
      leavingOut.contains(section) ? [] : try value()
    }
    self.profile = shown(
      .profile,
      Role.allCases.flatMap { role in
        profile.statements(role).map {
          Line(role: role, text: $0.text, rank: $0.rank, tires: $0.tires)
        }
      })
    let outline = RoleOutline(sheet: sheet, profile: profile, words: words)
    self.outline = leavingOut.contains(.outline) || outline.isEmpty ? nil : outline
    energy = shown(.energy, journey.energyLog.entries)
    options = shown(.options, sheet.options)
    self.postings = try shown(
      .postings,
      try check.map { check in
        try postings.map { posting, text in
          Posting(
            title: check.title(of: text, most: 90) ?? "", history: posting.history,
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
  package var conversations: Int { Round.conversations(with: people) }
}

extension ReportFacts {
  /// The same facts without anybody's name, to be shown to others.
  ///
  /// - Parameter names: further names that answers hold.
  /// - Throws: ``NameRefusal`` where it would no longer be a report, so that it is never shown with its
  ///   names.
  package func withoutNames(_ names: [String]) throws(NameRefusal) -> ReportFacts {
    do {
      let redaction = try Redaction(
        names: names + people.map(\.name) + debriefs.flatMap { [$0.name] + $0.names })
      let tree = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(self))
      let redacted = try JSONSerialization.data(withJSONObject: redaction.applied(to: tree))
      return try JSONDecoder().decode(ReportFacts.self, from: redacted)
    } catch {
      throw NameRefusal()
    }
  }
}
