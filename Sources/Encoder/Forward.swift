import CEncoder

/// A batch on its way through a network, step by step.
struct Forward {
  let network: Network
  let batch: Batch
  let workspace: Workspace
  let instructions: nextmove_instructions

  private var header: ModelHeader { network.model.header }
  private var rows: Int32 { Int32(batch.pieces.count) }
  private var texts: Int32 { Int32(batch.lengths.count) }

  /// The hidden state after the last step: a row a piece.
  var hidden: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(rebasing: workspace.hidden[..<(batch.pieces.count * header.width)])
  }

  /// Pieces and places become rows.
  func embed() {
    withUnsafePointer(to: network.words) { words in
      withUnsafePointer(to: network.embedding) { norm in
        nextmove_embed(
          instructions, batch.pieces, batch.lengths, texts, words, network.positions, norm,
          workspace.hidden.baseAddress)
      }
    }
  }

  /// One layer: each piece looks at the others of its pair, then is thought over by itself.
  func apply(_ layer: Network.Layer) throws(EncoderError) {
    try apply(layer.mixed, to: workspace.hidden, into: workspace.wide)
    nextmove_attend(
      instructions, workspace.wide.baseAddress, batch.lengths, texts, Int32(header.heads),
      Int32(header.width / header.heads), network.bias, Int32(header.longest),
      workspace.attention.baseAddress, workspace.step.baseAddress)
    // What was attended to is mixed into the front of `wide`, whose queries have done their work.
    try apply(layer.attended, to: workspace.step, into: workspace.wide)
    add(workspace.wide, normedBy: layer.attention)
    try apply(layer.inner, to: workspace.hidden, into: workspace.wide)
    nextmove_gelu(
      instructions, workspace.wide.baseAddress, batch.pieces.count * header.inner)
    try apply(layer.outer, to: workspace.wide, into: workspace.step)
    add(workspace.step, normedBy: layer.output)
  }

  /// The probabilities of each pair's classes, from the mean of its rows.
  func classify() -> [[Float]] {
    let classes = header.classes.count
    var probabilities = [Float](repeating: 0, count: batch.lengths.count * classes)
    nextmove_classify(
      instructions, workspace.hidden.baseAddress, batch.lengths, texts, Int32(header.width),
      network.classWeights, network.classBias, Int32(classes), workspace.attention.baseAddress,
      &probabilities)
    return batch.lengths.indices.map { Array(probabilities[($0 * classes)..<(($0 + 1) * classes)]) }
  }

  /// All steps in turn.
  func run() throws(EncoderError) -> [[Float]] {
    embed()
    for layer in network.layers { try apply(layer) }
    return classify()
  }

  private func apply(
    _ linear: nextmove_linear, to input: UnsafeMutableBufferPointer<Float>,
    into output: UnsafeMutableBufferPointer<Float>
  ) throws(EncoderError) {
    let status = withUnsafePointer(to: linear) {
      nextmove_apply(
        instructions, $0, input.baseAddress, rows, workspace.products.baseAddress,
        output.baseAddress)
    }
    guard status == 0 else { throw .productRefused(status: Int(status)) }
  }

  private func add(_ added: UnsafeMutableBufferPointer<Float>, normedBy norm: nextmove_norm) {
    withUnsafePointer(to: norm) {
      nextmove_add_normed(
        instructions, workspace.hidden.baseAddress, added.baseAddress, rows, Int32(header.width), $0
      )
    }
  }
}
