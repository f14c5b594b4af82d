/// What became of looking for a script whose answers another one uses.
public enum UsedScript: Sendable {
  /// It is there.
  case script(Script)
  /// There is none of that name, among those that are known.
  case missing(known: [String])
  /// It is there, and has faults of its own.
  case faulty
  /// It uses in the end the one that would use it: the names, each of which uses the next, the last the first.
  case circle([String])
}
