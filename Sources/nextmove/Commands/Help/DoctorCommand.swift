import ArgumentParser
import Coaching
import Foundation
import LineEditor
import Phrases
import QuestionFlow
import SafeOutput
import WorkFit

/// `nextmove doctor`: what was found on this computer, and what to do where something is amiss.
struct DoctorCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at the terminal, the files and the scripts.",
    discussion: """
      Looking changes nothing. With --repair, what can be read of a damaged file with answers is saved \
      into a new one, with what backups have of the rest; the damaged file is kept, and what could not be \
      saved is said.
      """)

  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Save what can be read of damaged answers, and remove what is left over.")
  var repair =
    false
  @OptionGroup var options: PromptsOption

  struct Finding: Encodable {
    let name: Phrase
    let isFine: Bool
    let found: Phrase
    var advice: Phrase?

    private enum CodingKeys: CodingKey { case name, isFine, found, advice }

    /// In English, for programs.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name.description, forKey: .name)
      try container.encode(isFine, forKey: .isFine)
      try container.encode(found.description, forKey: .found)
      try container.encodeIfPresent(advice?.description, forKey: .advice)
    }
  }

  private struct Report: Encodable {
    let version: String
    let findings: [Finding]
  }

  func run(in world: World) throws {
    if repair { try AnswersRepair(world: world).run() }
    let findings =
      terminal(in: world) + [editor(in: world)] + AnswersFindings(world: world).all
      + [scripts(in: world), lexicon(in: world)]
    if json {
      try JSONOutput.print(Report(version: Version.current, findings: findings), in: world)
    } else {
      let console = world.console
      for finding in findings {
        console.row(finding.isFine ? "ok" : "no", "\(finding.name): \(finding.found)", column: 4)
        if let advice = finding.advice { console.say(advice, indent: 4) }
      }
    }
    if findings.contains(where: { !$0.isFine }) { throw ExitCode(Failure.Status.failed.rawValue) }
  }

  private func terminal(in world: World) -> [Finding] {
    let environment = world.environment
    let term = environment["TERM"] ?? ""
    let console = world.console
    let isTerminal = world.streams.areOfPerson
    let mode: Phrase =
      !isTerminal
      ? "none here; answers come from a pipe or a file"
      : console.isAccessible
        ? "“\(term)”, used plainly, as ACCESSIBLE asks"
        : term == "dumb"
          ? "“dumb”, used without moving the cursor"
          : console.height.map {
            "“\(term)”, \(console.width) columns of text, \($0) lines"
          } ?? "“\(term)”"
    let charset = world.home.charset
    let hasKeys = environment["HOME"].map { access("\($0)/.editrc", R_OK) == 0 } ?? false
    return [
      Finding(name: "terminal", isFine: true, found: mode, advice: nil),
      Finding(
        name: "letters", isFine: true, found: "\(charset)",
        advice: charset == "UTF-8"
          ? nil
          : "nextmove reads and writes UTF-8 all the same; LC_ALL=C.UTF-8 makes other programs do so too."
      ),
      Finding(
        name: "line editing", isFine: true,
        found: hasKeys
          ? "libedit \(EditorLibrary.version), with the keys of ~/.editrc"
          : "libedit \(EditorLibrary.version)",
        advice: nil),
    ]
  }

  private func editor(in world: World) -> Finding {
    let environment = world.environment
    guard let command = Editor.named(in: environment) else {
      return Finding(
        name: "editor", isFine: true, found: "none named; /edit goes through the lines here",
        advice: nil)
    }
    let program = command.split(separator: " ").first.map(String.init) ?? command
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let isThere =
      program.contains("/")
      ? access(program, X_OK) == 0
      : folders.contains { access("\($0)/\(program)", X_OK) == 0 }
    return Finding(
      name: "editor", isFine: isThere,
      found: isThere ? "\(command)" : "“\(command)” is not there",
      advice: isThere ? nil : "Set EDITOR to an editor that is installed, for /edit.")
  }

  private func scripts(in world: World) -> Finding {
    do {
      let library = try world.library(prompts: options.prompts)
      let names = library.volumes.map(\.script.id).joined(separator: ", ")
      return Finding(
        name: "scripts", isFine: true, found: "\(library.volumes.count) (\(names))", advice: nil)
    } catch {
      return Finding(
        name: "scripts", isFine: false,
        found: (error as? ScriptLibrary.Fault)?.phrase ?? Phrase(verbatim: "\(error)"),
        advice: "“nextmove script check” shows every fault.")
    }
  }

  private func lexicon(in world: World) -> Finding {
    do throws(Failure) {
      let lexicon = try world.lexicon()
      return Finding(
        name: "reader", isFine: true, found: "\(lexicon.facets.all.count) facets", advice: nil)
    } catch {
      return Finding(name: "reader", isFine: false, found: error.message, advice: nil)
    }
  }
}
