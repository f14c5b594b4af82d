import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow

/// The script that a command names, as it stands in its file.
struct NamedScript: ParsableArguments {
  @Argument(
    help: "The script's name, as “script list” has it.",
    completion: .custom { _, _, _ in World.scriptNames() })
  var name: String
  @OptionGroup var options: PromptsOption

  /// The text and the texts that it includes.
  func texts(in world: World) throws -> (main: String, included: [String: String]) {
    let layers = try world.home.layers(prompts: options.prompts)
    let library = try ScriptLibrary(layers: layers)
    if library.volume(name) == nil, let example = ScriptLayer.examples.text(of: name) {
      return (example, [:])
    }
    try StartCommand.require(name, in: library)
    guard let volume = library.volume(name),
      let layer = layers.first(where: { $0.origin == volume.origin && $0.text(of: name) != nil }),
      let text = layer.text(of: name)
    else { throw Failure("There is no text of “\(name)”.") }
    return (text, layer.included(by: name, volume.script.included.keys.sorted()))
  }
}
