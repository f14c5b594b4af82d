internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import QuestionFlow
internal import SafeOutput
internal import WorkFit

/// `nextmove report`: all of it on one page.
struct ReportCommand: ParsableCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case terminal
    case markdown
    case json
    case html
  }

  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Show everything on one page, HTML for instance.",
    discussion: """
      The HTML page is one file that loads nothing from anywhere. --share leaves out everybody's name; \
      --without leaves out a section, and may be given several times.
      """)

  @Option(name: .customLong("as"), help: "terminal, markdown, json or html.") var form: Form?
  @Flag(help: "As --as json.") var json = false
  @Option(
    help: ArgumentHelp(
      "Write to this file; its ending (.html, .md, .json) says the form.", valueName: "file"))
  var output: String?
  @Flag(help: "Leave out all names, to show it to others.") var share = false
  @Option(
    help: ArgumentHelp(
      "Leave out a section: \(Report.Section.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "section"),
    completion: .list(Report.Section.allCases.map(\.rawValue)))
  var without: [String] = []
  @OptionGroup var choice: SessionOption

  func run() throws {
    var leftOut: Set<Report.Section> = []
    for name in without.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let section = Report.Section(rawValue: name.lowercased()) else {
        throw Failure(
          "--without takes \(Report.Section.allCases.map(\.rawValue).joined(separator: ", ")), unlike “\(name)”.",
          status: .usage)
      }
      leftOut.insert(section)
    }
    let journey = try choice.existing("report")
    var report = Report(
      journey, texts: try journey.postingTexts(), check: FitCheck(lexicon: try .shipped()),
      day: CalendarDate(Date()), leavingOut: leftOut)
    if share {
      do throws(NameRefusal) {
        report = try report.withoutNames(journey.namesInAnswers)
      } catch {
        throw Failure(error.description)
      }
      try OutputDescriptor.standardError.write(
        "Left out are the names on your list of people and in your answers about people; read it once before you show it.\n"
      )
    }
    let form = try chosenForm()
    switch form {
    case .terminal where output == nil:
      ReportRendering(console: Console()).show(report)
      return
    case .json: try deliver(try JSONOutput.text(report) + "\n", as: form)
    case .html: try deliver(report.html, as: form)
    case .markdown, .terminal: try deliver(report.markdown, as: form)
    }
  }

  private func chosenForm() throws(Failure) -> Form {
    if json { return .json }
    if let form { return form }
    guard let output else { return .terminal }
    switch URL(fileURLWithPath: output).pathExtension.lowercased() {
    case "html", "htm": return .html
    case "json": return .json
    case "md", "markdown", "txt": return .markdown
    default:
      throw Failure(
        "“\(output)” does not say its form; end it in .html, .md or .json, or pass --as.",
        status: .usage)
    }
  }

  private func deliver(_ text: String, as form: Form) throws {
    guard let output else {
      return try form == .json ? OutputFile.print(json: text) : OutputFile.print(text)
    }
    guard try OutputFile.write(text, to: output) else { return }
    Console().say("Written to \(output).")
  }
}

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
        console.say(ReportWords.heading(role), indent: 2)
        for line in here {
          console.row(
            "\(line.rank).", line.text + (line.tires ? " (and tired of it)" : ""), column: 3,
            indent: 4)
        }
      }
      return !report.profile.isEmpty
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
        console.say("\(posting.title): \(ReportWords.words(posting.fit.verdict))", indent: 2)
        for finding in posting.fit.findings where !finding.evidence.isEmpty {
          console.say("“\(finding.answer.text)”, \(ReportWords.words(finding.kind))", indent: 4)
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
