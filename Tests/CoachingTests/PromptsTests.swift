import Foundation
import QuestionFlow
import Testing
import TestSupport

@testable import Coaching

@Suite("the scripts that ship")
struct PromptsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Prompts").standardizedFileURL

  private var volumes: [ScriptLibrary.Volume] { ScriptLibrary().volumes }

  @Test("are the files in Prompts, compiled in")
  func embedded() throws {
    let files = try ScriptLibrary(folder: Self.folder).volumes
    #expect(files.map(\.text) == volumes.map(\.text))
  }

  @Test("have nothing wrong or doubtful in them")
  func checked() throws {
    for url in try ScriptLibrary.scripts(in: Self.folder) {
      let bundle = try ScriptBundle(at: url)
      let faults = Script.check(
        yaml: bundle.main, file: url.lastPathComponent, including: bundle.included)
      #expect(faults.map(\.headline) == [])
    }
  }

  @Test("do what their transcripts say")
  func transcripts() throws {
    for volume in volumes {
      let file = Self.folder.appendingPathComponent("\(volume.script.id).transcript")
      let transcript = try Transcript(
        String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
      #expect(transcript.count >= 2)
      #expect(transcript.difference(to: transcript.played(over: volume.script)) == nil)
    }
  }

  @Test("are reached in every item and follow-up by 500 random respondents")
  func simulated() throws {
    for volume in volumes {
      let simulation = Simulation(volume.script, seed: 1, runs: 500)
      #expect(simulation.neverAsked.map(\.item) == [], "\(volume.script.id)")
      #expect(simulation.probesNeverAsked.map(\.item) == [], "\(volume.script.id)")
      #expect(simulation.unfinished == 0)
    }
  }

  private static let examples = folder.appendingPathComponent("examples")

  @Test("examples are compiled in, run, and do what their transcripts say")
  func examples() throws {
    let volumes = try ScriptLibrary(folder: Self.examples).volumes
    #expect(
      volumes.map(\.script.id) == ["card_sort", "check_in", "household", "intake"])
    for volume in volumes {
      let id = volume.script.id
      #expect(ScriptLayer.examples.text(of: id) == volume.text)
      let faults = Script.check(yaml: volume.text, file: id).filter { $0.severity != .note }
      #expect(faults.map(\.headline) == [])
      let transcript = try Transcript(
        String(
          contentsOf: Self.examples.appendingPathComponent("\(id).transcript"), encoding: .utf8),
        file: id)
      #expect(transcript.count >= 2)
      #expect(transcript.difference(to: transcript.played(over: volume.script)) == nil)
      #expect(volume.text.split(whereSeparator: \.isNewline).count <= 100, "two screens")
      let simulation = Simulation(volume.script, seed: 1, runs: 300)
      #expect(simulation.neverAsked.map(\.item) == [], "\(id)")
      #expect(simulation.unfinished == 0 && simulation.stuck.isEmpty)
    }
  }

  @Test("are accepted by their JSON Schema, and broken ones are not, says an independent validator")
  func schema() throws {
    let program = """
      import json, sys, yaml, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft7Validator.check_schema(schema)
      validator = jsonschema.Draft7Validator(schema)
      for path in sys.argv[2:]:
          data = json.loads(json.dumps(yaml.safe_load(open(path))))
          print(path.rsplit("/", 1)[-1], "accepted" if validator.is_valid(data) else "refused")
      """
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, _ name: String) throws -> String {
      let file = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      return file.path
    }
    let scripts = try [Self.folder, Self.examples].flatMap { folder in
      try ScriptLibrary.scripts(in: folder).map(\.path)
    }
    let arguments =
      [try write(ScriptSchema.text, "schema.json")] + scripts + [
        try write(ScriptTemplate.text(named: "mine"), "template.yaml"),
        try write(
          "script: a\ntitle: A\nitems:\n  - {id: x, ask: Why, anwser: text}\n", "slip.yaml"),
        try write(
          "script: a\ntitle: A\nitems:\n  - {id: x, ask: Why, answer: longtext}\n", "kind.yaml"),
        try write("title: A\nitems: []\n", "empty.yaml"),
      ]
    #expect(
      try Python.run(program, arguments) == """
        energizers.yaml accepted
        strengths.yaml accepted
        impressive.yaml accepted
        outline.yaml accepted
        options.yaml accepted
        bother.yaml accepted
        interviews.yaml accepted
        debrief.yaml accepted
        card_sort.yaml accepted
        check_in.yaml accepted
        household.yaml accepted
        intake.yaml accepted
        template.yaml accepted
        slip.yaml refused
        kind.yaml refused
        empty.yaml refused

        """)
  }
}
