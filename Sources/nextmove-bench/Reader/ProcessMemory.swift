import Foundation

/// How much memory this process holds, as Linux tells it.
enum ProcessMemory {
  /// In MB (10^6 bytes); `nil` where the system does not tell.
  static var now: Double? { megabytes("VmRSS:") }
  /// The most that was ever held.
  static var peak: Double? { megabytes("VmHWM:") }

  /// “182 MB”
  static func words(_ megabytes: Double?) -> String {
    megabytes.map { String(format: "%.0f MB", $0) } ?? "unknown"
  }

  private static func megabytes(_ key: String) -> Double? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(key) }),
      let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({
        Double($0)
      })
    else { return nil }
    return kibibytes * 1024 / 1e6
  }
}
