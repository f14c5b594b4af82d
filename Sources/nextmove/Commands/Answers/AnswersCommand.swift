import ArgumentParser
import Coaching
import Foundation
import Phrases
import SafeOutput

/// `nextmove answers`: what was answered, for other programs.
struct AnswersCommand: WorldCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case csv
    case markdown
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "answers", abstract: "Print what was answered, as CSV, Markdown or JSON.",
    discussion: """
      One row for each time that a script was answered; the same columns for the same scripts, whatever \
      was answered, each called script.item, script by script in the order of their names. Scripts to which \
      nothing was answered have no columns, unless one is named or --all asks for them. Options stand in CSV \
      and JSON by their names, in Markdown as people read them. Words given beside the options stand in script.item.other, \
      and what was said to a follow-up in script.item.more. In CSV “, ” stands between the things of a \
      list, “; ” between what was asked for each thing, and “: ” behind the thing; in such a field a \
      backslash stands before a sign of these that is in the words themselves. Before a text that begins \
      with =, +, - or @ stands an apostrophe, so that no spreadsheet takes it for a formula.
      """)

  @Argument(
    help: "Only what was answered to this script.",
    completion: .custom { _, _, _ in World.scriptNames() })
  var script: String?
  @Option(name: .customLong("as"), help: "csv, markdown or json.") var form = Form.markdown
  @Flag(help: "As --as json.") var json = false
  @Flag(help: "Columns of scripts to which nothing was answered, too.") var all = false
  @Option(help: ArgumentHelp("Write to this file; “-” prints.", valueName: "file"))
  var output: String?
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let library = try world.library(prompts: choice.options.prompts)
    let journey = try choice.existing(in: world)
    // What was answered is known whatever scripts are at hand.
    if let script, journey.script(script) == nil { try StartCommand.require(script, in: library) }
    let table = AnswerTable(journey, script: script, isWhole: all)
    let text: String
    switch json ? .json : form {
    case .csv: text = Self.safe(table.csv)
    case .markdown: text = Self.safe(table.markdown(in: world.words))
    case .json: text = try JSONOutput.text(table) + "\n"
    }
    if let output = OutputFile.named(output) {
      guard try OutputFile.write(text, to: output, in: world) else { return }
      world.console.say("Written to \(output).")
    } else {
      try json || form == .json
        ? OutputFile.print(json: text, in: world) : OutputFile.print(text, in: world)
    }
  }

  /// Without what could steer a terminal, or hide, wherever the text is opened; CSV's line ends stay.
  private static func safe(_ text: String) -> String {
    text.split(separator: "\r\n", omittingEmptySubsequences: false)
      .map { Sanitizer.text(String($0)) }.joined(separator: "\r\n")
  }
}
