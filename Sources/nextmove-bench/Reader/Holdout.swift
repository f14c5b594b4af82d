import Crypto

/// What training never sees, by the rule of `data.py`.
enum Holdout {
  /// Whether a posting, a card's statement or a scene is held back: its key's SHA-256, as one big number,
  /// modulo 100 is below 10.
  static func contains(_ key: String) -> Bool { remainder(key) < 10 }

  /// The key's SHA-256 modulo 100, in 0..<100.
  static func remainder(_ key: String) -> Int {
    var digest = SHA256()
    digest.update(data: Array(key.utf8))
    return digest.finalize().reduce(0) { ($0 * 256 + Int($1)) % 100 }
  }
}
