import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow
import WorkFit

/// `nextmove outline`: the page to bring along.
struct OutlineCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline", abstract: "Show the role outline, and what would sharpen it.")

  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var choice: SessionOption

  private struct Page: Encodable {
    let outline: RoleOutline
    let sharper: String?
    let remarks: [String]
  }

  func run(in world: World) throws {
    let journey = try choice.existing(in: world)
    let outline = RoleOutline(
      sheet: journey.sheet, profile: journey.profile, words: world.words)
    if json {
      return try JSONOutput.print(
        Page(
          outline: outline, sharper: outline.sharper,
          remarks: outline.remarks.map { world.console.text($0.sentence) }), in: world)
    }
    let console = world.console
    guard !outline.isEmpty else {
      if !outline.unwritten.isEmpty {
        for remark in outline.remarks { console.say(remark.sentence) }
      }
      throw Failure("There is no outline yet; “nextmove start outline” asks for it.")
    }
    console.say("A rough outline of my next role", .strong)
    console.say()
    console.say("\(outline.shown ?? "")")
    let parts: [(Phrase, [String])] = [
      ("Rests on", outline.strengths), ("Gives me energy", outline.energizers),
      ("Must be there", outline.mustHaves), ("I would say no to", outline.dealBreakers),
      ("Least sure of", [outline.openQuestion].compactMap(\.self)),
    ]
    for (name, texts) in parts where !texts.isEmpty {
      console.say()
      console.row(name, "\(texts.joined(separator: "; "))", column: 20)
    }
    if !outline.remarks.isEmpty {
      console.say()
      console.say("Before you show it", .strong)
      for remark in outline.remarks { console.say(remark.sentence, indent: 2) }
    }
    if let sharper = outline.sharper, sharper != outline.shown, outline.chosen == nil {
      console.say()
      console.say("A sharper version, from your own answers", .strong)
      console.say("\(sharper)", indent: 2)
      console.say("“nextmove start outline” lets you take it, or change your own.", .faint)
    }
  }
}
