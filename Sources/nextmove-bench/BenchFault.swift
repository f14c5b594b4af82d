/// Something that cannot be measured with, in one sentence.
struct BenchFault: Error, CustomStringConvertible {
  let description: String
}
