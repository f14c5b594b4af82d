/// A fingerprint of a text: 128 bits of FNV-1a, enough to tell versions of a text apart.
public enum Digest {
  /// The fingerprint as 32 hexadecimal digits.
  public static func of(_ text: String) -> String {
    var low: UInt64 = 0xcbf2_9ce4_8422_2325
    var high: UInt64 = 0x8422_2325_cbf2_9ce4
    for byte in text.utf8 {
      low = (low ^ UInt64(byte)) &* 0x100_0000_01b3
      high = (high ^ (UInt64(byte) &+ (low >> 32))) &* 0x100_0000_01b3
    }
    func hex(_ number: UInt64) -> String {
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return hex(high) + hex(low)
  }
}
