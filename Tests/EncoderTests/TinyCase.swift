/// One pair as PyTorch reads it with the tiny model.
struct TinyCase: Decodable {
  let first: String
  let second: String
  let pieces: [Int32]
  let probabilities: [Float]
  /// Before and after each layer the first, the middle and the last row.
  let hidden: [[[Float]]]
}
