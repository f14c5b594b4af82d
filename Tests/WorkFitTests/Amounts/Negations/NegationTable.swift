import Foundation
@testable import WorkFit

/// Ways to say that something is not so, or is, held against facts that amounts decide.
struct NegationTable {
  /// A fact as a posting says it, and the statement that it breaks.
  struct Fact {
    let name, statement, `do`, doing, thing: String

    static let all = [
      Fact("people", "managing people", "manage people", "managing people", "line management"),
      Fact(
        "travel", "business travel", "travel for work", "travelling for work", "business travel"),
      Fact("weekends", "weekend work", "work weekends", "working weekends", "weekend work"),
      Fact("nights", "night shifts", "work night shifts", "working night shifts", "night work"),
      Fact("on-call", "being on call", "be on call", "being on call", "on-call duty"),
      Fact(
        "office", "in the office every day", "be in the office every day",
        "being in the office every day", "daily presence"),
      Fact("overtime", "overtime", "work overtime", "working overtime", "overtime"),
      Fact(
        "licence", "needing a driving licence", "have a driving licence",
        "having a driving licence", "a driving licence"),
      Fact(
        "degree", "needing a university degree", "have a university degree",
        "having a university degree", "a university degree"),
      Fact(
        "six people", "managing more than two people", "manage six people", "managing six people",
        "six direct reports"),
      Fact(
        "four days", "more than two days a week in the office", "be in the office four days a week",
        "being in the office four days a week", "four days a week in the office"),
      Fact(
        "three trips", "more than one trip a month", "make three business trips a month",
        "making three business trips a month", "three business trips a month"),
    ]

    init(_ name: String, _ statement: String, _ do: String, _ doing: String, _ thing: String) {
      (self.name, self.statement) = (name, statement)
      (self.do, self.doing, self.thing) = (`do`, doing, thing)
    }

    func line(_ template: String) -> String {
      var line = template
      for (slot, words) in [("{do}", `do`), ("{doing}", doing), ("{thing}", thing)] {
        line = line.replacing(slot, with: words)
      }
      line = line.replacing("⏎", with: "\n")
      return line.prefix(1).uppercased() + line.dropFirst()
    }
  }

  /// A way to say it, with the heading that it stands under.
  struct Way {
    let group, template: String
    /// Whether what it says is so.
    let isSo: Bool
  }

  let ways: [Way]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "negations.txt")
    var ways: [Way] = []
    var group = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("## ") {
        group = String(line.dropFirst(3))
      } else if !line.hasPrefix("#") {
        ways.append(Way(group: group, template: String(line), isSo: group.hasPrefix("+")))
      }
    }
    self.ways = ways
  }
}
