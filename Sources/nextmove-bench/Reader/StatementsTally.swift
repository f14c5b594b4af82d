import Foundation
import WorkFit

/// The figures of one kind of people.
struct StatementsTally {
  private let all: [JudgedStatement]
  /// Without those on which every mark is arguable.
  private let clear: [JudgedStatement]

  /// Below so many, a share tells nothing.
  private static let least = 10
  private static let bins = [0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 1]

  init(_ statements: [JudgedStatement]) {
    all = statements
    clear = statements.filter { !$0.isArguable }
  }

  func show() {
    summary("all", all)
    summary("without those that rest on an amount", all.filter { !$0.restsOnAmount })
    summary("resting on an amount", all.filter(\.restsOnAmount))
    evidence()
    questions()
    for role in Role.allCases {
      summary(role.rawValue, all.filter { $0.finding.statement.role == role })
    }
    kinds()
    curve()
  }

  private func summary(_ name: String, _ all: [JudgedStatement]) {
    guard !all.isEmpty else { return }
    let clear = all.filter { !$0.isArguable }
    let answered = clear.count { $0.hasAnswer }
    let asserted = clear.filter(\.isAsserted)
    let said = asserted.count { $0.isRight && $0.hasAnswer }
    let questions = all.filter(\.isQuestion)
    print("    \(name): \(clear.count) statements, \(answered) with an answer")
    print("      asserted right \(Share(of: asserted, \.isRight))")
    print("      said of what could be said \(Share(said, of: answered))")
    print("      wrong way round \(Share(of: asserted, \.isWrongWayRound))")
    print(
      "      questions right or arguable \(Share(of: questions) { $0.isSideRight || $0.isArguable })"
    )
  }

  /// The first line quoted, where the assertion is right.
  private func evidence() {
    let right = clear.filter { $0.isAsserted && $0.isRight }
    let told = right.compactMap { $0.quotes([$0.quotedSign]) }
    print("    first line quoted is one marked so, of right assertions: \(Share(of: told) { $0 })")
    if told.count < right.count {
      print("      (\(right.count - told.count) more on postings whose lines decoding has changed)")
    }
  }

  private func questions() {
    let told = all.filter(\.isQuestion).compactMap { $0.quotes([$0.quotedSign, .arguable]) }
    print("    questions whose very line is right or arguable: \(Share(of: told) { $0 })")
  }

  private func kinds() {
    for kind in Finding.Kind.allCases {
      let found = clear.filter { $0.finding.kind == kind && $0.isAsserted }
      guard found.count >= Self.least else { continue }
      print("    finding “\(kind.rawValue)” right \(Share(of: found, \.isRight))")
    }
  }

  /// How often what is held for so probable is so.
  private func curve() {
    for (low, high) in zip(Self.bins, Self.bins.dropFirst()) {
      let here = clear.filter {
        $0.confidence >= low && ($0.confidence < high || high == Self.bins.last)
          && !$0.finding.explanation.lines.isEmpty
      }
      guard !here.isEmpty else { continue }
      print(
        String(format: "    probability %.2f to %.2f: right ", low, high)
          + "\(Share(of: here, \.isSideRight))")
    }
  }
}
