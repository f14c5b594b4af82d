/// Debian's Python, as an independent reader of what the program writes.
public enum Python {
  /// It has ended with another status than 0.
  public struct Failed: Error, CustomStringConvertible {
    /// What it said.
    public let description: String
  }

  /// What a program prints.
  public static func run(_ program: String, _ arguments: [String]) throws -> String {
    let result = try ChildProcess.run(
      "/usr/bin/python3", ["-c", program] + arguments,
      environment: ["PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"])
    guard result.status == 0 else { throw Failed(description: result.error) }
    return result.output
  }
}
