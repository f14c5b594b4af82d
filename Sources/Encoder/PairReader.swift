import CEncoder
private import Dispatch

/// Reads two texts together and says how probable each class of a model is.
///
/// ```swift
/// let reader = try PairReader(model: ModelFile(contentsOf: path))
/// let rows = try reader.probabilities(of: [TextPair("quiet mornings", "You answer the phone.")])
/// ```
///
/// With weights of 8 bits the same pair gives the same bits alone, in any batch and on any number of
/// threads of one machine: products are exact integers, and every other sum has a fixed order.
package final class PairReader: Sendable {
  /// The model that is read with.
  package let model: ModelFile

  let network: Network
  let vocabulary: Vocabulary
  private let threads: Int
  private let instructions: nextmove_instructions

  /// A reader over a model, which loads the library of matrix products; weights are paged in when
  /// something is read.
  ///
  /// - Parameter threads: how many batches are read side by side, 1 to 64.
  /// - Throws: ``ModelError`` where the model's tensors do not fit its header, ``EncoderError`` where
  ///   the library is missing.
  package convenience init(model: ModelFile, threads: Int = 2) throws {
    try self.init(model: model, threads: threads, instructions: nextmove_best_instructions())
  }

  init(model: ModelFile, threads: Int, instructions: nextmove_instructions) throws {
    self.model = model
    network = try Network(model)
    vocabulary = try Vocabulary(model)
    self.threads = min(max(threads, 1), 64)
    self.instructions = instructions
    if let reason = nextmove_load_products() {
      throw EncoderError.libraryMissing(reason: String(cString: reason))
    }
  }

  /// The names of the classes, in the order of their probabilities.
  package var classes: [String] { model.header.classes }

  /// For each pair a probability for each class; every row adds up to 1.
  ///
  /// Equal pairs are read once, and each text is cut into pieces once. A pair is cut to the model's
  /// longest, the longer text first; of one text at most its first 16,384 characters are looked at.
  ///
  /// - Parameter goOn: told on the calling thread, between batches, how many different pairs have
  ///   been read; `false` ends the reading.
  /// - Throws: ``EncoderError/stopped`` where `goOn` said so, or what the library refused.
  package func probabilities(
    of pairs: [TextPair], goOn: (_ read: Int) -> Bool = { _ in true }
  ) throws(EncoderError) -> [[Float]] {
    var places: [TextPair: Int] = [:]
    var encoded: [EncodedPair] = []
    var encoding = PairEncoding(vocabulary: vocabulary, longest: model.header.longest)
    let order = pairs.map { pair in
      if let place = places[pair] { return place }
      places[pair] = encoded.count
      encoded.append(encoding.encoded(pair))
      return encoded.count - 1
    }
    let rows = try read(encoded, goOn: goOn) { forward throws(EncoderError) in try forward.run() }
    return order.map { rows[$0] }
  }

  /// Cuts pairs as the model reads them, for tests.
  func pieces(of pair: TextPair) -> [Int32] {
    var encoding = PairEncoding(vocabulary: vocabulary, longest: model.header.longest)
    return encoding.encoded(pair).pieces
  }

  /// The hidden state before and after each layer, for tests.
  func hiddenStates(of pair: TextPair) throws(EncoderError) -> [[Float]] {
    var encoding = PairEncoding(vocabulary: vocabulary, longest: model.header.longest)
    let forward = forward(Batch.cut([encoding.encoded(pair)], rows: 1)[0])
    forward.embed()
    var states = [Array(forward.hidden)]
    for layer in network.layers {
      try forward.apply(layer)
      states.append(Array(forward.hidden))
    }
    return states
  }

  func forward(_ batch: Batch, in workspace: Workspace? = nil) -> Forward {
    Forward(
      network: network, batch: batch,
      workspace: workspace ?? Workspace(rows: batch.pieces.count, header: model.header),
      instructions: instructions)
  }

  /// Takes texts or pairs through the layers on all threads, the longest first.
  ///
  /// - Parameter pass: what becomes of a batch: a row for each of its texts.
  func read(
    _ pairs: [EncodedPair], goOn: (Int) -> Bool = { _ in true },
    by pass: @escaping @Sendable (Forward) throws(EncoderError) -> [[Float]]
  ) throws(EncoderError) -> [[Float]] {
    let total = pairs.reduce(0) { $0 + $1.pieces.count }
    let batches = Batch.cut(pairs, rows: total / (2 * threads))
    let work = BatchWork(batches: batches, pairs: pairs.count)
    let rows = batches.map(\.pieces.count).max() ?? 0
    let others = DispatchGroup()
    for _ in 1..<max(1, min(threads, batches.count)) {
      DispatchQueue.global().async(group: others) {
        self.take(work, workspace: Workspace(rows: rows, header: self.model.header), by: pass) {
          _ in true
        }
      }
    }
    take(work, workspace: Workspace(rows: rows, header: model.header), by: pass, goOn: goOn)
    others.wait()
    return try work.result()
  }

  /// Reads batches until none is left, something failed or the caller has had enough.
  private func take(
    _ work: BatchWork, workspace: Workspace,
    by pass: (Forward) throws(EncoderError) -> [[Float]], goOn: (Int) -> Bool
  ) {
    while let batch = work.next() {
      do throws(EncoderError) {
        let read = work.finish(batch, try pass(forward(batch, in: workspace)))
        if !goOn(read) { work.fail(.stopped) }
      } catch {
        work.fail(error)
      }
    }
  }
}

/// Cuts the texts of pairs into pieces, each text once.
private struct PairEncoding {
  let vocabulary: Vocabulary
  let longest: Int
  private var known: [String: [Int32]] = [:]

  init(vocabulary: Vocabulary, longest: Int) {
    self.vocabulary = vocabulary
    self.longest = longest
  }

  mutating func encoded(_ pair: TextPair) -> EncodedPair {
    EncodedPair(
      pieces(of: pair.first), pieces(of: pair.second), special: vocabulary.special, longest: longest
    )
  }

  private mutating func pieces(of text: String) -> [Int32] {
    if let pieces = known[text] { return pieces }
    let pieces = vocabulary.pieces(of: text, limit: longest - EncodedPair.frame)
    known[text] = pieces
    return pieces
  }
}
