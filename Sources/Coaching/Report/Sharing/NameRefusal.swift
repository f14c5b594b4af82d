/// A report from which the names cannot be taken: one of them is a word that the report itself needs.
package struct NameRefusal: Error, CustomStringConvertible {
  /// What to do instead.
  package var description: String {
    "The names cannot be left out of this report, because one of them is also a word that it is made of; leave out “round” with --without, or read it and take them out yourself."
  }
}
