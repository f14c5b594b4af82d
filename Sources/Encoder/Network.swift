import CEncoder

/// A model's layers, as pointers into its file: nothing is copied, and nothing touched until used.
struct Network: @unchecked Sendable {
  // Unchecked because all pointers lead into the model's read-only bytes, which `model` keeps.
  let model: ModelFile
  let words: nextmove_table
  let positions: UnsafePointer<Float>
  let embedding: nextmove_norm
  let bias: UnsafePointer<Float>
  let layers: [Layer]
  let classWeights: UnsafePointer<Float>
  let classBias: UnsafePointer<Float>

  /// One transformer layer, normed after each of its two steps.
  struct Layer {
    /// Queries, keys and values of all heads, beside each other.
    let mixed: nextmove_linear
    let attended: nextmove_linear
    let attention: nextmove_norm
    let inner: nextmove_linear
    let outer: nextmove_linear
    let output: nextmove_norm
  }

  init(_ model: ModelFile) throws(ModelError) {
    let header = model.header
    let (width, inner) = (header.width, header.inner)
    self.model = model
    let pieces = header.vocabulary
    words = nextmove_table(
      rows: Int32(pieces), width: Int32(width),
      values: try model.tensor(
        "words.values", header.group == 0 ? .float : .signedByte, pieces, width),
      scales: header.group == 0 ? nil : try model.floats("words.scales", pieces))
    positions = try model.matrix("positions", header.longest, width)
    embedding = try model.norm("embedding")
    bias = try model.matrix("bias", header.heads, 2 * header.longest - 1)
    var layers: [Layer] = []
    for index in 0..<header.layers {
      let name = "layer.\(index)."
      layers.append(
        Layer(
          mixed: try model.linear(name + "mixed", width, 3 * width),
          attended: try model.linear(name + "attended", width, width),
          attention: try model.norm(name + "attention"),
          inner: try model.linear(name + "inner", width, inner),
          outer: try model.linear(name + "outer", inner, width),
          output: try model.norm(name + "output")))
    }
    self.layers = layers
    classWeights = try model.matrix("classes.weights", header.classes.count, width)
    classBias = try model.floats("classes.bias", header.classes.count)
  }
}

extension ModelFile {
  fileprivate func matrix(
    _ name: String, _ rows: Int, _ columns: Int
  ) throws(ModelError) -> UnsafePointer<Float> {
    try tensor(name, .float, rows, columns).assumingMemoryBound(to: Float.self)
  }

  fileprivate func norm(_ name: String) throws(ModelError) -> nextmove_norm {
    nextmove_norm(
      gain: try floats(name + ".gain", header.width),
      offset: try floats(name + ".offset", header.width), epsilon: header.epsilon)
  }

  fileprivate func linear(
    _ name: String, _ inputs: Int, _ outputs: Int
  ) throws(ModelError) -> nextmove_linear {
    let group = header.group
    return nextmove_linear(
      inputs: Int32(inputs), outputs: Int32(outputs), group: Int32(group),
      bits: Int32(header.inputBits),
      weights: try tensor(
        name + ".weights", group == 0 ? .float : .signedByte, inputs, outputs),
      scales: group == 0 ? nil : try matrix(name + ".scales", inputs / group, outputs),
      bias: try floats(name + ".bias", outputs))
  }
}
