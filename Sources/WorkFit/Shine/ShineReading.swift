import EmbeddedFiles
import Foundation

/// How impressive the relation reader finds a posting, as `shine.py` learned it (`Lexicon/shine-reading.json`): a ridge
/// regression over the directions of what names the job and of everything that is said.
struct ShineReading: Decodable, Sendable {
  /// What a posting is found to be, and how much that counts.
  struct Read: Sendable {
    /// In 0...4.
    let shine: Double
    /// In 0...1.
    let share: Double

    /// The shine of a posting by both.
    ///
    /// - Parameter told: what its cues tell.
    func beside(_ told: Double) -> Double { told + share * (shine - told) }
  }

  /// The identity of the model whose directions these are.
  let model: String
  /// How many layers a clause goes through.
  let layers: Int
  /// So much it counts beside the cues, in 0...1.
  let share: Double
  let bias: Double
  let title: [Double]
  let whole: [Double]

  /// What was learned from the reader that ships.
  static let shipped: ShineReading? =
    try? JSONDecoder().decode(ShineReading.self, from: Data(EmbeddedFile.shineReading.text.utf8))

  /// What a posting is found to be; `nil` where another model reads than was learned from, or there is nothing to read.
  ///
  /// - Parameter kept: where it is known from an earlier reading, and kept for the next.
  /// - Throws: what the reader throws.
  func read(
    _ posting: Posting, by reader: any RelationReading, kept: any JudgementKeeping,
    lexicon: some ShineSources
  ) throws -> Read? {
    guard reader.model == model, let texts = ShineTexts(posting, lexicon: lexicon) else {
      return nil
    }
    let most = Double(ShineScale.most)
    let key = key(of: texts)
    if let known = kept.relations([key]).first ?? nil {
      return Read(shine: known.supplies * most, share: share)
    }
    guard let directions = try ShineDirections(texts, after: layers, by: reader),
      directions.title.count == title.count, directions.whole.count == whole.count
    else { return nil }
    let sum = bias + Self.product(title, directions.title) + Self.product(whole, directions.whole)
    guard sum.isFinite else { return nil }
    let shine = min(max(sum, 0), most)
    kept.keep([(key, Relation(supplies: shine / most, opposes: 0))])
    return Read(shine: shine, share: share)
  }

  /// A posting is kept as one clause that is read with no statement, and supplies a part of the most shine. Other weights
  /// judge otherwise, so that they are named with the model.
  private func key(of read: ShineTexts) -> JudgementKey {
    let weights = (title + whole).reduce(bias, +)
    return JudgementKey(
      model: "\(model) shine \(layers) \(weights)",
      pair: RelationPair(
        statement: read.naming.map(String.init).joined(separator: " "),
        clause: read.texts.joined(separator: "\n")))
  }

  private static func product(_ weights: [Double], _ direction: [Float]) -> Double {
    zip(weights, direction).reduce(0) { $0 + $1.0 * Double($1.1) }
  }
}
