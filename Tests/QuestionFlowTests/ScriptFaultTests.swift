@testable import QuestionFlow
import Testing

@Suite("faults of a script, with their place")
struct ScriptFaultTests {
  private func faults(_ yaml: String) -> [String] {
    do throws(ScriptFaults) {
      _ = try Script(yaml: yaml, file: "a.yaml")
      return []
    } catch {
      return error.faults.map(\.headline)
    }
  }

  private func item(_ lines: String...) -> String {
    "script: a\ntitle: A\nitems:\n  - id: x\n    ask: Why?\n" + lines.map { "    \($0)\n" }.joined()
  }

  @Test("an unknown key names the nearest known one")
  func unknownKey() {
    #expect(
      faults(item("answer: text", "hnit: short"))
        == ["a.yaml:7:5: unknown key “hnit”; did you mean “hint”?"])
  }

  @Test("an unknown answer kind, a missing answer, an empty file")
  func kinds() {
    #expect(
      faults(item("answer: long txt")) == [
        "a.yaml:6:13: there is no answer kind “long txt”; did you mean “long text”?"
      ])
    #expect(
      faults(item("why: because")) == [
        "a.yaml:4:5: “answer” is missing: what kind of answer is wanted"
      ])
    #expect(
      faults("") == ["a.yaml:1:1: the script is empty; it needs the keys script, title and items"])
  }

  @Test("a name that does not exist, one that comes later, and a comparison of unlike things")
  func expressions() {
    #expect(
      faults(item("answer: text", "when: y")) == [
        "a.yaml:7:11: there is no item “y” before this place"
      ])
    let later =
      item("answer: text", "when: z") + "  - id: z\n    ask: And?\n    answer: yes or no\n"
    #expect(
      faults(later) == [
        "a.yaml:7:11: “z” is asked later; a condition can only use what is asked before it"
      ])
    let unlike =
      item("answer: text") + "  - id: z\n    ask: And?\n    answer: text\n    when: x > 3\n"
    #expect(
      faults(unlike) == [
        "a.yaml:10:15: cannot compare a text with a number; how many words it has is words()"
      ])
  }

  @Test("the offending line is shown with a caret")
  func caret() {
    do throws(ScriptFaults) {
      _ = try Script(yaml: item("answr: text"), file: "a.yaml")
      Issue.record("no fault found")
    } catch {
      #expect(
        error.description.hasSuffix(
          """
          a.yaml:6:5: unknown key “answr”; did you mean “answer”?
                answr: text
                ^
            as it should be:
                answer: text
          """))
    }
  }

  @Test("aliases that would grow without bound, and deep nesting, are refused")
  func bombs() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      bomb +=
        "a\(level): &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(
      faults(bomb) == [
        "a.yaml:1:1: the script is nested too deeply or repeats itself through aliases"
      ])
    let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    #expect(faults("items: " + deep).count == 1)
  }
}
