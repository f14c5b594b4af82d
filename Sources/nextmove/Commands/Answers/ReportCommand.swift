import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow
import SafeOutput
import WorkFit

/// `nextmove report`: all of it on one page.
struct ReportCommand: WorldCommand {
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
      "Write to this file; its ending (.html, .md, .json) says the form. “-” prints.",
      valueName: "file"))
  var output: String?
  @Flag(help: "Leave out all names, to show it to others.") var share = false
  @Option(
    help: ArgumentHelp(
      "Leave out a section: profile, outline, energy, options, postings, round, trends, answers.",
      valueName: "section"),
    completion: .list(ReportSection.allCases.map(\.rawValue)))
  var without: [String] = []
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    var leftOut: Set<ReportSection> = []
    for name in without.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let section = ReportSection(rawValue: name.lowercased()) else {
        throw Failure(
          "--without takes \(ReportSection.allCases.map(\.rawValue).joined(separator: ", ")), unlike “\(name)”.",
          status: .usage)
      }
      leftOut.insert(section)
    }
    let journey = try choice.existing(in: world)
    let postings = leftOut.contains(.postings) ? [] : try journey.postingTexts()
    // Where no posting was checked, nothing is read.
    let check = try postings.isEmpty ? nil : world.fitCheck()
    var facts = try ReportFacts(
      journey, postings: postings, check: check, day: world.today, leavingOut: leftOut,
      words: world.words)
    if share {
      do throws(NameRefusal) {
        facts = try facts.withoutNames(journey.namesInAnswers)
      } catch {
        throw Failure(error.phrase)
      }
      try world.console.complain(
        "Left out are the names on your list of people and in your answers about people; read it once before you show it."
      )
    }
    let report = Report(facts, words: ReportWords(world.words))
    let form = try chosenForm()
    switch form {
    case .terminal where OutputFile.named(output) == nil:
      ReportRendering(console: world.console).show(report)
    case .json:
      try deliver(try JSONOutput.text(ReportJSON(facts, report)) + "\n", as: form, in: world)
    case .html: try deliver(report.html, as: form, in: world)
    case .markdown, .terminal: try deliver(report.markdown, as: form, in: world)
    }
  }

  private func chosenForm() throws(Failure) -> Form {
    if json { return .json }
    if let form { return form }
    guard let output = OutputFile.named(output) else { return .terminal }
    let name = output.split(separator: "/").last ?? ""
    switch name.split(separator: ".").dropFirst().last?.lowercased() {
    case "html", "htm": return .html
    case "json": return .json
    case "md", "markdown", "txt": return .markdown
    default:
      throw Failure(
        "“\(output)” does not say its form; end it in .html, .md or .json, or pass --as.",
        status: .usage)
    }
  }

  private func deliver(_ text: String, as form: Form, in world: World) throws {
    guard let output = OutputFile.named(output) else {
      return try form == .json
        ? OutputFile.print(json: text, in: world) : OutputFile.print(text, in: world)
    }
    guard try OutputFile.write(text, to: output, in: world) else { return }
    world.console.say("Written to \(output).")
  }
}
