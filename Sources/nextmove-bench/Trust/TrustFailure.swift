/// Why a measure could not be made.
struct TrustFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
