/// A form that text can have, such as a key with a colon behind it; used wherever a pattern is.
///
/// As a constant its pattern is read once. A literal within a function is read anew at each call, which takes
/// far longer than finding it.
package struct WrittenForm<RegexOutput>: RegexComponent, @unchecked Sendable {
  // Nothing changes a pattern, and the library makes its program behind an atomic exchange.
  /// The pattern.
  package let regex: Regex<RegexOutput>

  /// The form that a pattern describes.
  package init(regex: Regex<RegexOutput>) { self.regex = regex }
}
