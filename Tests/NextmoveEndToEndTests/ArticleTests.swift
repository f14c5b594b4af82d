import Foundation
import Testing
import TestSupport

/// The article for authors, followed as a reader would: files are written as it says, and every command
/// prints what it shows.
@Suite("“Writing a prompt script”, followed to the letter", .waiting)
struct ArticleTests {
  private struct Block {
    let language: String
    let text: String
    /// The file that the words before the block name last.
    let file: String?
  }

  private struct Simulated: Decodable, Equatable {
    let neverAsked: [String]
    let unfinished: Int
  }

  private static let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/QuestionFlow/Documentation.docc/WritingAPromptScript.md")

  private static func blocks() throws -> [Block] {
    let lines = try String(contentsOf: article, encoding: .utf8).components(separatedBy: "\n")
    var blocks: [Block] = []
    var language: String?
    var text: [String] = []
    var file: String?
    for line in lines {
      if let open = language {
        if line == "```" {
          blocks.append(
            Block(language: open, text: text.joined(separator: "\n") + "\n", file: file))
          language = nil
        } else {
          text.append(line)
        }
      } else if line.hasPrefix("```") {
        language = String(line.dropFirst(3))
        text = []
      } else {
        for match in line.matches(of: #/`([a-z_]+\.(?:yaml|transcript))`/#) {
          file = String(match.1)
        }
      }
    }
    return blocks
  }

  @Test("every example works as shown")
  func examples() throws {
    let home = try TemporaryHome()
    var commands = 0
    var scripts = 0
    for block in try Self.blocks() {
      switch block.language {
      case "yaml", "transcript":
        let name = try #require(block.file)
        _ = try home.write(block.text, to: name)
        scripts += 1
        guard block.language == "yaml" else { continue }
        let check = try Binary.process(["script", "check", name], home: home, directory: home.url)
        let isFine = check.output == "\(name): no fault found\n"
        #expect(isFine != ["slip.yaml", "never.yaml"].contains(name), "\(check.output)")
      case "console":
        for command in block.text.components(separatedBy: "$ ").dropFirst() {
          commands += 1
          var lines = command.components(separatedBy: "\n")
          let words = lines.removeFirst().split(separator: " ").map(String.init)
          #expect(words.first == "nextmove")
          let result = try Binary.process(Array(words.dropFirst()), home: home, directory: home.url)
          let expected = lines.joined(separator: "\n")
          if expected.contains("\n…") {
            #expect(result.output.hasPrefix(expected.components(separatedBy: "…")[0]))
          } else {
            #expect(result.output == expected)
          }
        }
      case "grammar": break
      default: Issue.record("a block of “\(block.language)” is not executed")
      }
    }
    #expect(commands >= 5)
    #expect(scripts >= 6)
  }

  @Test("the script of the article is reached in every part")
  func simulated() throws {
    let home = try TemporaryHome()
    for block in try Self.blocks() where block.language == "yaml" {
      _ = try home.write(block.text, to: try #require(block.file))
    }
    let result = try Binary.process(
      ["script", "simulate", "wishes.yaml", "--runs", "300", "--json"], home: home,
      directory: home.url)
    #expect(result.status == 0)
    let simulated = try JSONDecoder().decode(Simulated.self, from: Data(result.output.utf8))
    #expect(simulated == Simulated(neverAsked: [], unfinished: 0))
  }
}
