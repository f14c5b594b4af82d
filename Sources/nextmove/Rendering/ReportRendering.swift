internal import Coaching
internal import WorkFit

/// A report at the terminal.
struct ReportRendering {
  let console: Console

  func show(_ report: Report) {
    for section in report.sections {
      console.say(ReportWords.heading(section), .strong)
      if !show(section, of: report) { console.say(ReportWords.nothing(section), .faint, indent: 2) }
      console.say()
    }
  }

  /// Whether there was anything to show.
  private func show(_ section: Report.Section, of report: Report) -> Bool {
    switch section {
    case .profile:
      for role in Role.allCases {
        let here = report.profile.filter { $0.role == role }
        guard !here.isEmpty else { continue }
        console.say(role.heading, indent: 2)
        for line in here {
          console.row(
            "\(line.rank).", line.text + (line.tires ? " (and tired of it)" : ""), column: 3,
            indent: 4)
        }
      }
      return !report.profile.isEmpty
    case .trends:
      for trend in report.trends {
        console.say("\(trend.script): \(trend.label)", indent: 2)
        console.say("\(trend.picture) \(trend.numbers)", indent: 4)
      }
      return !report.trends.isEmpty
    case .answers:
      for script in report.answers {
        console.say(script.title, indent: 2)
        for line in script.lines {
          console.say(line.question, .faint, indent: 4)
          console.say(line.answer, indent: 6)
        }
      }
      return !report.answers.isEmpty
    case .outline:
      guard let outline = report.outline else { return false }
      console.say(outline.shown ?? "", indent: 2)
      if let open = outline.openQuestion { console.say("Least sure of: \(open)", indent: 2) }
      return true
    case .energy:
      for entry in report.energy {
        console.row(
          LogCommand.sign(entry.level), "\(entry.day)  \(entry.text)", column: 4, indent: 2)
      }
      return !report.energy.isEmpty
    case .options:
      for option in report.options {
        let about = [option.source, option.distance].compactMap(\.self)
        console.row(
          "-",
          option.text
            + (about.isEmpty
              ? option.isFurther ? " (further out)" : "" : " (\(about.joined(separator: "; ")))"),
          column: 2, indent: 2)
      }
      return !report.options.isEmpty
    case .postings:
      for posting in report.postings {
        console.say("\(posting.title): \(posting.fit.verdict.words)", indent: 2)
        console.say(ReportWords.steps(posting.history), .faint, indent: 4)
        for finding in posting.fit.findings where !finding.evidence.isEmpty {
          console.say(
            "“\(finding.answer.text)”, \(finding.kind.words(as: finding.answer.role))",
            indent: 4)
          for quote in finding.evidence {
            console.say("line \(quote.line): “\(quote.quote)”", .faint, indent: 6)
          }
        }
      }
      return !report.postings.isEmpty
    case .round:
      if let standing = ReportWords.standing(report) { console.say(standing, indent: 2) }
      for person in report.people {
        console.say("\(person.name): \(person.status.rawValue)", indent: 2)
      }
      for debrief in report.debriefs {
        console.say("After talking with \(debrief.name)", indent: 2)
        for text in [debrief.surprise, debrief.dots, debrief.change].compactMap(\.self) {
          console.row("-", text, column: 2, indent: 4)
        }
      }
      return report.round != nil || !report.people.isEmpty || !report.debriefs.isEmpty
    }
  }
}
