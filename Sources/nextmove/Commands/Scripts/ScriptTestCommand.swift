import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow
import SafeOutput

/// `nextmove script test`: plays the transcript beside each script, and shows what differs.
struct ScriptTestCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Play the transcripts beside the scripts.",
    discussion: """
      The transcript of energizers.yaml is energizers.transcript. Lines begin with “==” (a dialogue), \
      “?” (the question), “.” (a note), “>” (what is typed), “!” (the refusal), “= the end”. With \
      --update the file is written as the script plays it, and one is begun where there is none.
      """)

  @Argument(help: "A script or a folder of scripts.") var path: String
  @Flag(help: "Write the transcripts as the scripts play them.") var update = false

  func run(in world: World) throws {
    let console = world.console
    var failed = false
    var played = 0
    var names: Set<String> = []
    for file in try ScriptFiles.named(path, in: world) {
      let bundle = try ScriptBundle(at: file)
      guard names.insert(bundle.name).inserted else {
        throw ScriptLibrary.Fault.twice(bundle.file, id: bundle.name)
      }
      let transcriptFile = file.deletingPathExtension().appendingPathExtension("transcript")
      let name = transcriptFile.relativePath
      guard FileManager.default.fileExists(atPath: transcriptFile.path) else {
        guard update else {
          console.say("\(file.relativePath): no transcript beside it")
          continue
        }
        let script = try ScriptFiles.volume(at: file, in: world).script
        let begun = Transcript.made(for: script)
        _ = try OutputFile.write(
          begun.text, to: transcriptFile.path, readers: .everybody, onlyNew: true, in: world)
        console.say("\(name): begun, with answers made up; put your own in their place")
        if begun.passedOver > 0 {
          console.say(
            .counted(
              begun.passedOver,
              one: "At one question nothing made up was taken; a line with “#” says where.",
              many:
                "At \(begun.passedOver) questions nothing made up was taken; lines with “#” say where."
            ), indent: 2)
        }
        played += begun.count
        continue
      }
      let script = try ScriptFiles.volume(at: file, in: world).script
      let text = try TextInput.file(transcriptFile.path, called: "transcript", in: world)
      let transcript: Transcript
      do throws(Transcript.Fault) {
        transcript = try Transcript(text, file: name)
      } catch {
        throw Failure(Phrase(verbatim: error.description))
      }
      let faults = transcript.faults(over: script)
      guard faults.isEmpty else {
        throw Failure(Phrase(verbatim: faults.map(\.description).joined(separator: "\n")))
      }
      let result = transcript.played(over: script)
      played += transcript.count
      guard let difference = transcript.difference(to: result) else {
        console.say("\(name): \(transcript.count) dialogues as written")
        continue
      }
      if update {
        _ = try OutputFile.write(
          result.text, to: transcriptFile.path, readers: .everybody, in: world)
        console.say("\(name): updated")
      } else {
        failed = true
      }
      console.show(difference.split(separator: "\n").map(String.init))
    }
    if failed {
      throw Failure(
        "A script no longer does what its transcript says: “-” is the transcript, “+” the script. Where the script is right, run again with --update."
      )
    }
    if played == 0 { throw Failure("There is no transcript beside any script in “\(path)”.") }
  }
}
