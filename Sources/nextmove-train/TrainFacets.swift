internal import ArgumentParser
internal import Foundation
internal import WorkFit
internal import Yams

/// `nextmove-train facets`: trains the heads that hear what no phrase of the lexicon names.
struct TrainFacets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "Train the facets' heads from example sentences.",
    discussion: """
      Learns from examples.yaml, sentences.txt and the phrases of facets.yaml in the folder given, and, \
      where both are named, from the labelled clauses of real postings that are not held back. The \
      same files give the same bytes.
      """)

  @Option(help: "The folder of the lexicon.") var lexicon = "Sources/WorkFit/Lexicon"
  @Option(help: "Labelled clauses (TSV).") var clauses: String?
  @Option(help: "The postings that the clauses stand in, one JSON object a line.")
  var postings: String?
  @Option(help: "Where to write the model over words.")
  var output = "Sources/WorkFit/Lexicon/facets.model"
  @Option(help: "Where to write the network over word vectors.")
  var network = "Sources/WorkFit/Lexicon/network.model"
  @Option(help: "How strongly weights are held small.") var ridge = 1.0
  @Option(help: "How much a sentence that speaks for a pole counts, for the model over words.")
  var poleWeight = 4.0
  @Option(help: "The same for the network.") var networkPoleWeight = 2.0
  @Option(help: "How much an unlabelled clause of a posting counts against every pole.")
  var background = 1.0

  private struct Sentence {
    let text: String
    let poles: [String]
    /// Poles that one could argue about.
    var arguable: [String] = []
  }

  func run() throws {
    let lexicon = try Lexicon()
    let reader = Reader(lexicon: lexicon)
    let facets = lexicon.facets
    let targets = Dictionary(
      facets.enumerated().flatMap { index, facet in
        [(facet.a.id, (index, 1.0)), (facet.b.id, (index, -1.0))]
      }, uniquingKeysWith: { first, _ in first })
    let sentences = try examples() + free() + phrases(of: facets) + real()
    let ones = [Double](repeating: 1, count: facets.count)
    var examples = try sentences.map { sentence in
      var target = [Double](repeating: 0, count: facets.count)
      for pole in sentence.poles {
        guard let (index, sign) = targets[pole] else {
          throw ValidationError("“\(sentence.text)”: there is no pole “\(pole)”")
        }
        target[index] = sign
      }
      var silence = ones
      for pole in sentence.arguable {
        if let (index, _) = targets[pole] { silence[index] = 0 }
      }
      return FacetTrainer.Example(
        features: reader.headFeatures(of: sentence.text), targets: target, silence: silence)
    }
    let unlabelled = try unlabelled(reader, facets: facets)
    examples += unlabelled
    let bytes = FacetTrainer(ridge: ridge, poleWeight: poleWeight).train(
      on: examples, facets: facets.map(\.id.rawValue))
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    guard let trainer = NetworkTrainer(poleWeight: networkPoleWeight) else {
      throw ValidationError("the word vectors that are compiled in are damaged")
    }
    let more = trainer.train(on: examples, facets: facets.map(\.id.rawValue))
    try Data(more).write(to: URL(fileURLWithPath: network))
    print(
      """
      \(sentences.count) sentences and \(unlabelled.count) unlabelled clauses learnt; \
      \(output): \(bytes.count) bytes, \(network): \(more.count) bytes
      """)
  }

  private func text(_ name: String) throws -> String {
    try TextFile.text(lexicon + "/" + name)
  }

  private func examples() throws -> [Sentence] {
    let facets = try YAMLDecoder().decode(
      [String: [String: [String]]].self, from: text("examples.yaml"))
    return facets.sorted { $0.key < $1.key }.flatMap { _, poles in
      poles.sorted { $0.key < $1.key }.flatMap { pole, lines in
        lines.map { Sentence(text: $0, poles: [pole]) }
      }
    }
  }

  private func free() throws -> [Sentence] {
    var pole = ""
    var sentences: [Sentence] = []
    for line in try text("sentences.txt").split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("= ") {
        pole = String(line.dropFirst(2))
        continue
      }
      let parts = line.split(separator: "|")
      let others = parts.dropFirst().flatMap { $0.split(separator: " ").map(String.init) }
      sentences.append(
        Sentence(
          text: parts[0].trimmingCharacters(in: .whitespaces),
          poles: (pole == "nothing" ? [] : [pole]) + others))
    }
    return sentences
  }

  /// The lexicon's phrases, a few spellings of each.
  private func phrases(of facets: [Facet]) -> [Sentence] {
    facets.flatMap { facet in
      [facet.a, facet.b].flatMap { pole in
        pole.cues.flatMap { Self.spellings($0).map { Sentence(text: $0, poles: [pole.id]) } }
      }
    }
  }

  private static func spellings(_ cue: String) -> [String] {
    let words = cue.split(separator: " ").filter { $0 != ".." && !$0.contains("\\") }.map {
      $0.split(separator: "|").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "~*?")) }
    }
    let most = min(6, words.map(\.count).max() ?? 0)
    return (0..<most).map { index in
      words.compactMap { $0.isEmpty ? nil : $0[min(index, $0.count - 1)] }.joined(separator: " ")
    }
  }

  private struct Posting: Decodable {
    let id, text: String

    /// Held back for measuring.
    var isHeldBack: Bool {
      (id.split(separator: "-").last.flatMap { Int($0) } ?? 0).isMultiple(of: 3)
    }
  }

  /// The postings that may be learnt from.
  private func learnable() throws -> [Posting] {
    guard let postings else { return [] }
    return try TextFile.text(postings).split(separator: "\n").map {
      try JSONDecoder().decode(Posting.self, from: Data($0.utf8))
    }.filter { !$0.isHeldBack }
  }

  private func labels() throws -> [(posting: String, range: Range<Int>, labels: [Substring])] {
    guard let clauses else { return [] }
    return try TextFile.text(clauses).split(separator: "\n").compactMap {
      let fields = $0.split(separator: "\t").map(String.init)
      guard !$0.hasPrefix("#"), fields.count == 5, let start = Int(fields[2]),
        let end = Int(fields[3]), start < end
      else { return nil }
      return (fields[0], start..<end, fields[4].split(separator: " ").filter { $0 != "-" })
    }
  }

  private func real() throws -> [Sentence] {
    let texts = Dictionary(
      try learnable().map { ($0.id, Array($0.text.utf8)) }, uniquingKeysWith: { first, _ in first })
    return try labels().compactMap { posting, range, labels in
      guard let bytes = texts[posting], range.upperBound <= bytes.count else { return nil }
      let poles = labels.compactMap { $0.split(separator: ":").last }
      return Sentence(
        text: String(decoding: bytes[range], as: UTF8.self),
        poles: poles.filter { !$0.hasSuffix("?") }.map(String.init),
        arguable: poles.filter { $0.hasSuffix("?") }.map { String($0.dropLast()) })
    }
  }

  /// Most clauses of a posting say nothing on a given facet, so those that nobody has labelled count a
  /// little against all, save where a phrase of the lexicon speaks.
  private func unlabelled(_ reader: Reader, facets: [Facet]) throws -> [FacetTrainer.Example] {
    let labelled = Dictionary(grouping: try labels(), by: \.posting)
    let nothing = [Double](repeating: 0, count: facets.count)
    return try learnable().flatMap { posting in
      reader.headBackground(of: posting.text).compactMap { clause in
        guard
          !(labelled[posting.id] ?? []).contains(where: { $0.range.overlaps(clause.range) })
        else { return nil }
        return FacetTrainer.Example(
          features: [clause.features], targets: nothing,
          silence: facets.map { clause.heard.contains($0.id) ? 0 : background })
      }
    }
  }
}
