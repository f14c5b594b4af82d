internal import CLibedit

/// The library behind line editing.
public enum EditorLibrary {
  /// The version of its interface.
  public static var version: String { "\(LIBEDIT_MAJOR).\(LIBEDIT_MINOR)" }
}
