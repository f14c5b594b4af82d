import Foundation
import Testing

@testable import QuestionFlow

/// Scripts with something wrong in them, each with all that the checker finds.
///
/// `NEXTMOVE_RECORD=1 swift test` writes the findings anew, and fails so that nobody forgets to read
/// them.
@Suite("a corpus of wrong scripts")
struct WrongScriptTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let script: String
    let included: [String: String]
    let findings: String
    var testDescription: String { name }

    var faults: [ScriptFault] {
      let included = included
      return Script.check(yaml: script, file: "a.yaml", including: { included[$0] })
    }

    var found: String {
      faults.map { fault in
        fault.headline
          + (fault.correction.map {
            "\n  → \($0.text(at: fault.line).trimmingCharacters(in: .whitespaces))"
          } ?? "")
      }.joined(separator: "\n")
    }
  }

  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus/wrong-scripts.txt")

  static let cases: [Case] = {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return ("\n" + text).components(separatedBy: "\n=== ").dropFirst().map { part in
      let halves = part.components(separatedBy: "--- finds")
      let name = halves[0].prefix { $0 != "\n" }
      let files = halves[0].dropFirst(name.count + 1).components(separatedBy: "+++ ")
      var included: [String: String] = [:]
      for file in files.dropFirst() {
        let title = file.prefix { $0 != "\n" }
        included[String(title)] = String(file.dropFirst(title.count + 1))
      }
      return Case(
        name: String(name), script: files[0], included: included,
        findings: halves.dropFirst().joined().trimmingCharacters(in: .newlines))
    }
  }()

  @Test("there are at least a hundred and twenty")
  func enough() { #expect(Self.cases.count >= 120) }

  @Test("finds what is wrong, at its place", arguments: cases)
  func finds(_ wrong: Case) {
    #expect(!wrong.findings.isEmpty)
    #expect(wrong.found == wrong.findings)
  }

  @Test("says of each what is wrong, where it is, and how it should be", arguments: cases)
  func corrects(_ wrong: Case) {
    for fault in wrong.faults {
      #expect(fault.line > 0 && fault.column > 0)
      #expect(!fault.message.isEmpty)
      #expect(fault.correction.map { !$0.text(at: fault.line).isEmpty } == true, "\(fault)")
    }
  }

  @Test("proposes nothing that leads back to where it began", arguments: cases)
  func leadsOn(_ wrong: Case) {
    let lines = wrong.script.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    for fault in wrong.faults where fault.file == "a.yaml" {
      guard let mended = fault.correction?.applied(to: lines) else { continue }
      let after = Script.check(
        yaml: mended.joined(separator: "\n"), file: "a.yaml", including: { wrong.included[$0] })
      #expect(
        !after.contains {
          $0.message == fault.message && $0.line == fault.line && $0.column == fault.column
        }, "\(fault)")
    }
  }

  @Test("proposes what is no other mistake than a name or an ellipsis still to be filled in")
  func values() {
    for wrong in Self.cases {
      for fault in wrong.faults {
        let text = fault.correction?.text(at: fault.line) ?? ""
        #expect(!text.contains("sum(1, 2)"), "\(fault)")
      }
    }
  }

  @Test(
    "recording", .enabled(if: ProcessInfo.processInfo.environment["NEXTMOVE_RECORD"] != nil))
  func record() throws {
    let text = Self.cases.map { wrong in
      "=== \(wrong.name)\n\(wrong.script)"
        + wrong.included.sorted { $0.key < $1.key }.map { "+++ \($0.key)\n\($0.value)" }.joined()
        + "--- finds\n\(wrong.found)\n"
    }.joined()
    try text.write(to: Self.file, atomically: true, encoding: .utf8)
    Issue.record("recorded; read the difference before it is kept")
  }
}
