import Testing

@testable import QuestionFlow

@Suite("a question mark in braces")
struct FlowQuestionMarkTests {
  private func faults(_ ask: String) -> [ScriptFault] {
    Script.check(
      yaml:
        "script: s\ntitle: {en: S, de: S}\nitems:\n  - id: x\n    ask: \(ask)\n    answer: text\n",
      file: "s.yaml")
  }

  @Test("is warned of once a line, with the whole line as it should be")
  func warned() {
    let found = faults("{en: What is your name?, de: Wie heißt du?}")
    #expect(found.count == 1)
    #expect(found.first?.severity == .warning)
    #expect(
      found.first?.correction?.readings == [
        [.line(5, #"    ask: {en: "What is your name?", de: "Wie heißt du?"}"#)]
      ])
  }

  @Test("is no matter in quotation marks")
  func fine() {
    #expect(faults(#"{en: "Why?", de: 'Warum?'}"#).isEmpty)
  }
}
