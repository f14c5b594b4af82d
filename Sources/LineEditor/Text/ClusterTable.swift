import CLibedit

/// Characters of several scalars as single ones, so that the editor's cursor stands where the text does.
///
/// libedit gives each scalar a cell of its own and loses count where one takes no column, as accents and
/// joiners do; and terminals disagree on how wide several emoji are that are drawn as one. So each
/// character of several scalars stands in the edited line as one scalar for private use, of the width of
/// its first scalar, and is shown in a form that every terminal draws in that width. So does a scalar
/// whose width the C library does not know as Unicode has it. In the answer it is what was typed.
final class ClusterTable {
  /// Scalars for private use, one column wide; and compatibility ideographs, two columns wide, because
  /// libedit shows only what the C library calls printable.
  private static let narrow: ClosedRange<UInt32> = 0xF0000...0xF0FFF
  private static let wide: ClosedRange<UInt32> = 0x2F800...0x2FA1D
  private var used = (narrow: 0, wide: 0)

  private var placeholders: [String: Unicode.Scalar] = [:]
  private var clusters: [Unicode.Scalar: (text: String, shown: [UInt8])] = [:]
  /// The beginning of a scalar whose other bytes are still to be written.
  private var pending: [UInt8] = []

  // MARK: - Into the line and out of it

  /// A text as the editor holds it.
  func encode(_ text: String) -> [Unicode.Scalar] {
    var encoded: [Unicode.Scalar] = []
    var cluster: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if !cluster.isEmpty, Self.joins(scalar, to: cluster) {
        cluster.append(scalar)
      } else {
        encoded += single(cluster)
        cluster = [scalar]
      }
    }
    return encoded + single(cluster)
  }

  /// The text that the editor holds.
  func decode(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if let cluster = clusters[scalar] {
        text.append(contentsOf: cluster.text.unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private func single(_ cluster: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let base = cluster.first else { return [] }
    guard cluster.count > 1 || !Self.isDrawnAsCounted(base) || Self.isReserved(base) else {
      return [base]
    }
    let text = String(String.UnicodeScalarView(cluster))
    if let known = placeholders[text] { return [known] }
    let isFlag = DisplayWidth.isFlagLetter(base)
    let isWide =
      isFlag
      ? cluster.count(where: DisplayWidth.isFlagLetter) == 2 : DisplayWidth.columns(base) == 2
    // More than anybody types in one session; beyond it characters stand in the line as they are.
    guard let placeholder = unusedPlaceholder(isWide: isWide) else { return cluster }
    placeholders[text] = placeholder
    clusters[placeholder] = (text, Array(Self.shown(cluster, isFlag: isFlag).utf8))
    return [placeholder]
  }

  private func unusedPlaceholder(isWide: Bool) -> Unicode.Scalar? {
    let range = isWide ? Self.wide : Self.narrow
    let offset = isWide ? used.wide : used.narrow
    guard offset < range.count else { return nil }
    if isWide { used.wide += 1 } else { used.narrow += 1 }
    return Unicode.Scalar(range.lowerBound + UInt32(offset))
  }

  private static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
    narrow.contains(scalar.value) || wide.contains(scalar.value)
  }

  /// Accents are drawn on their letter everywhere; of emoji that are joined, the first stands for all.
  private static func shown(_ cluster: [Unicode.Scalar], isFlag: Bool) -> String {
    if isFlag {
      // Marks and joiners may follow the letters; without their flag there is nothing to draw them on.
      let letters = cluster.filter(DisplayWidth.isFlagLetter)
      return String(
        String.UnicodeScalarView(letters.compactMap { Unicode.Scalar($0.value - 0x1F1E6 + 0x41) }))
    }
    let marks = cluster.dropFirst().prefix {
      [.nonspacingMark, .enclosingMark].contains($0.properties.generalCategory)
        && $0.properties.isVariationSelector == false
    }
    let base: [Unicode.Scalar] = takesNoColumn(cluster[0]) ? ["\u{25CC}"] : [cluster[0]]
    return String(String.UnicodeScalarView(base + marks))
  }

  // MARK: - What belongs together

  /// Whether a scalar is drawn together with those before it.
  static func joins(_ scalar: Unicode.Scalar, to cluster: [Unicode.Scalar]) -> Bool {
    guard let base = cluster.first, let last = cluster.last, base.value >= 0x20, cluster.count < 32
    else {
      return false
    }
    if takesNoColumn(scalar) || (0x1F3FB...0x1F3FF).contains(scalar.value) { return true }
    if last == "\u{200D}" { return scalar.properties.isEmoji && scalar.value > 0x7F }
    return cluster.count == 1 && DisplayWidth.isFlagLetter(base)
      && DisplayWidth.isFlagLetter(scalar)
  }

  private static func takesNoColumn(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x80 && DisplayWidth.columns(scalar) == 0
  }

  /// Whether libedit draws a scalar by itself, and in the width that terminals do.
  private static func isDrawnAsCounted(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return true }
    let columns = DisplayWidth.columns(scalar)
    return columns > 0 && !DisplayWidth.isFlagLetter(scalar)
      && nextmove_columns(wchar_t(bitPattern: scalar.value)) == columns
  }

  // MARK: - What is shown

  /// What the terminal is to show for what the editor writes.
  func shown(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    // All placeholders begin with F0 or F3.
    guard !pending.isEmpty || bytes.contains(where: { $0 >= 0xF0 }) else { return Array(bytes) }
    var output: [UInt8] = []
    var rest = (pending + bytes)[...]
    pending = []
    while let byte = rest.first {
      guard byte >= 0xF0 else {
        output.append(byte)
        rest = rest.dropFirst()
        continue
      }
      guard rest.count >= 4 else {
        pending = Array(rest)
        break
      }
      let scalar = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first
      output += scalar.flatMap { clusters[$0]?.shown } ?? Array(rest.prefix(4))
      rest = rest.dropFirst(4)
    }
    return output
  }
}
