import CLibedit

/// The library behind line editing.
package enum EditorLibrary {
  /// The version of its interface.
  package static var version: String { "\(LIBEDIT_MAJOR).\(LIBEDIT_MINOR)" }
}
