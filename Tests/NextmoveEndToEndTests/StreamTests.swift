import Foundation
import Testing
import TestSupport

@Suite("streams, and what the README shows", .waiting)
struct StreamTests {
  private func profile(_ home: TemporaryHome) throws -> String {
    try home.write(
      "energizers: [long stretches of quiet work]\ndrains: [back-to-back meetings]\n",
      to: "profile.yaml")
  }

  private func line(_ id: String, _ text: String) throws -> String {
    String(
      decoding: try JSONSerialization.data(withJSONObject: ["id": id, "text": text]), as: UTF8.self)
  }

  @Test(
    "fit --jsonl answers every line in its place, a bad one with an error, and goes on")
  func fit() throws {
    let home = try TemporaryHome()
    var lines = try (0..<300).map {
      try line("p\($0)", Dialogue.posting + String(repeating: "\nMore of it.", count: $0 % 7))
    }
    lines[17] = "{\"id\": \"seventeen\"}"
    lines[18] = "no JSON at all"
    let result = try Binary.run(
      ["fit", "--profile", try profile(home), "--jsonl"], home: home,
      input: lines.joined(separator: "\n"))
    #expect(result.status == 0)
    let output = try result.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(output.count == 300)
    for (index, answer) in output.enumerated() where index != 17 && index != 18 {
      #expect(answer["id"] as? String == "p\(index)")
      #expect(answer["verdict"] as? String == "impressive-but-draining")
    }
    #expect(output[17]["id"] as? String == "seventeen")
    #expect(output[17]["line"] as? Int == 18)
    #expect(output[18]["error"] as? String == "this is no JSON object with “id” and “text”")
  }

  @Test(
    "fit and read --jsonl take a file as well, and say where there is none")
  func files() throws {
    let home = try TemporaryHome()
    let lines = try home.write(
      try line("1", Dialogue.posting) + "\n" + line("2", "A mill."), to: "postings.jsonl")
    let fit = try Binary.run(["fit", "--profile", try profile(home), "--jsonl", lines], home: home)
    let read = try Binary.run(["read", "--jsonl", lines], home: home)
    #expect(fit.output.split(separator: "\n").count == 2)
    #expect(read.output.split(separator: "\n").count == 2)
    let missing = try Binary.run(["read", "--jsonl", "nowhere.jsonl"], home: home)
    #expect(missing.status != 0)
    #expect(missing.error.contains("There is no file “nowhere.jsonl”"))
  }

  @Test("read --jsonl gives clauses in their place, with offsets, headings and what is read")
  func read() throws {
    let home = try TemporaryHome()
    let result = try Binary.run(
      ["read", "--jsonl"], home: home,
      input: try line(
        "1", "Mechanic\nResponsibilities\nYou repair diesel engines. There is no travel.\n"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let clauses = try #require(object["clauses"] as? [[String: Any]])
    #expect(
      clauses.map { $0["segment"] as? String } == [
        "title", "responsibilities", "responsibilities", "responsibilities",
      ])
    #expect(clauses[2]["heading"] as? String == "Responsibilities")
    #expect(clauses[2]["reading"] as? String == "Responsibilities: You repair diesel engines.")
    #expect(clauses[3]["text"] as? String == "There is no travel.")
    #expect(clauses[3]["line"] as? Int == 3)
    #expect(clauses[3]["start"] as? Int == 53)
    #expect(clauses[3]["end"] as? Int == 72)
    let amounts = try #require(clauses[3]["amounts"] as? [[String: Any]])
    #expect(amounts.map { $0["kind"] as? String } == ["travel"])
    #expect(amounts.map { $0["high"] as? Double } == [0])
  }

  @Test("--fail-on-flag tells a script by the exit status")
  func failOnFlag() throws {
    let home = try TemporaryHome()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    let result = try Binary.run(
      ["fit", "--fail-on-flag", "--json", "--profile", try profile(home), posting], home: home)
    #expect(result.status == 1)
    #expect(result.output.contains(#""flagged" : true"#))
  }

  @Test("the README's example is what the program prints")
  func readme() throws {
    let home = try TemporaryHome()
    _ = try home.write(Dialogue.posting, to: "posting.txt")
    _ = try home.write(
      """
      energizers:
        - long stretches of quiet work
        - mending old clocks
        - showing apprentices how it is done
      drains: [back-to-back meetings]
      strengths: [finding the fault, explaining how things work]
      deal_breakers: [managing people]

      """, to: "clockmaker.yaml")
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let example = readme.components(separatedBy: "posting.txt\n").dropFirst().first {
      $0.contains("…\n```")
    }
    let shown = try #require(example?.components(separatedBy: "…\n```").first)
    let result = try Binary.process(
      ["fit", "--profile", "clockmaker.yaml", "posting.txt"], home: home, directory: home.url)
    #expect(result.output.hasPrefix(shown), "\(result.output)")
  }
}
