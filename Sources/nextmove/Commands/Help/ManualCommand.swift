import ArgumentParser
import Coaching
import Foundation
import Phrases

/// `nextmove manual`: the manual page.
struct ManualCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page (nextmove manual | man -l -).")

  func run(in world: World) throws {
    try OutputFile.print(Manual.text(in: world.words.language), in: world)
  }
}
