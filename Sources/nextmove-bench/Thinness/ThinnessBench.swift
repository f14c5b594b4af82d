import ArgumentParser
import Crypto
import Encoder
import Foundation
import QuestionFlow
import WorkFit

/// `nextmove-bench thinness`: how well thin answers are told, on those that training has not seen.
struct ThinnessBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thinness", abstract: "Measure how thin answers are told from others.",
    discussion: "With --features it writes what thinness.py learns from, and measures nothing.")

  @Option(help: ArgumentHelp("The folder of the labelled answers.", valueName: "folder"))
  var answers = "Sources/nextmove-train/thinness"
  @Option(help: ArgumentHelp("Write each answer's direction here.", valueName: "file"))
  var features: String?
  @Option(help: "After so many layers, with --features.") var layers = 5
  @Option(help: ArgumentHelp("Judge this answer alone; may be repeated.", valueName: "text"))
  var answer: [String] = []

  /// A line of a file of labelled answers.
  private struct Labelled: Decodable {
    let answer: String
    let thin: Int

    /// A third is held back, by the SHA-256 of the answer in small letters; `thinness.py` has the same rule.
    var isHeld: Bool {
      var digest = SHA256()
      digest.update(data: Array(answer.lowercased().utf8))
      return digest.finalize().reduce(0) { ($0 * 256 + Int($1)) % 3 } == 0
    }
  }

  private struct Row: Encodable {
    let answer: String
    let thin: Int
    let held: Bool
    let direction: [Float]
  }

  func run() throws {
    let model = try BenchModel.model(at: nil)
    if let features { return try write(features, model) }
    guard let reader = ThinnessReader(model: model) else {
      throw BenchFault(
        description:
          "The weights are those of another model; write --features and learn anew with thinness.py."
      )
    }
    if !answer.isEmpty {
      for (text, probability) in zip(answer, try reader.probabilities(of: answer)) {
        print(probability.map { String(format: "%.2f", $0) } ?? "-", text)
      }
      return
    }
    try report("held back", try labelled().filter(\.isHeld), reader)
    try report("everyday", try labelled(Self.unseen), reader)
  }

  private func report(_ name: String, _ rows: [Labelled], _ reader: ThinnessReader) throws {
    let judged = try time { reader.judgements(of: rows.map(\.answer)) }
    measure("\(name), learned", rows, judged)
    let phrases = Vagueness.standard
    measure("\(name), phrases", rows, rows.map { phrases.reason(for: $0.answer) != nil })
    measure(
      "\(name), together", rows,
      zip(rows, judged).map { phrases.reason(for: $0.answer, judged: $1) != nil })
  }

  /// What is learned from, but for the third that is held back.
  private static let learned = ["answers-1.jsonl", "answers-2.jsonl"]
  /// Short answers of the everyday kind, written later; nothing is learned from them.
  private static let unseen = ["answers-3.jsonl"]

  private func labelled(_ names: [String] = learned) throws -> [Labelled] {
    try names.flatMap { name in
      try TextFile.text("\(answers)/\(name)").split(whereSeparator: \.isNewline).map {
        try JSONDecoder().decode(Labelled.self, from: Data($0.utf8))
      }
    }
  }

  private func write(_ path: String, _ model: ModelFile) throws {
    let rows = try labelled()
    let directions = try ThinnessReader.directions(
      of: rows.map(\.answer), model: model, layers: layers)
    let encoder = JSONEncoder()
    let lines = try zip(rows, directions).map { row, direction in
      String(
        decoding: try encoder.encode(
          Row(answer: row.answer, thin: row.thin, held: row.isHeld, direction: direction)),
        as: UTF8.self)
    }
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    print("\(rows.count) answers, \(rows.count { $0.isHeld }) held back, model \(model.identity)")
  }

  private func time(_ judging: () -> [Bool?]) throws -> [Bool?] {
    let clock = ContinuousClock()
    var judged: [Bool?] = []
    let taken = clock.measure { judged = judging() }
    print("judged \(judged.count) answers in \(taken)")
    return judged
  }

  private func measure(_ name: String, _ rows: [Labelled], _ judged: [Bool?]) {
    let pairs = zip(rows, judged).map { (isThin: $0.thin == 1, said: $1) }
    let said = pairs.count { $0.said == true }
    let right = pairs.count { $0.said == true && $0.isThin }
    let thin = pairs.count { $0.isThin }
    print(
      "\(name): of \(rows.count) answers \(thin) are thin; \(said) said to be, \(right) of them rightly; "
        + String(
          format: "precision %.3f, recall %.3f", Double(right) / Double(max(said, 1)),
          Double(right) / Double(max(thin, 1))))
  }
}
