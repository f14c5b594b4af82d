import Phrases

/// What the two sides of a comparison have to be.
extension ExpressionParser {
  func requireTruth(_ typed: Typed) throws(ExpressionFault) -> Typed {
    guard typed.type.fits(.truth) else {
      var fault = ExpressionFault(
        offset: typed.offset,
        message: "this is \(typed.type.spoken), where a yes-or-no condition is needed")
      let text = text(from: typed.offset)
      if case .reference = typed.expression, !text.isEmpty {
        fault.correction = (text, "answered(\(text))")
        fault.isSure = false
      }
      throw fault
    }
    return typed
  }

  func require(_ type: ExpressionType, _ typed: Typed, for purpose: Phrase) throws(ExpressionFault)
    -> Typed
  {
    guard typed.type.fits(type) else {
      var fault = ExpressionFault(
        offset: typed.offset,
        message: "\(purpose) needs \(type.spoken), and this is \(typed.type.spoken)")
      let text = text(from: typed.offset)
      fault.correction = type == .number ? number(of: typed, text).map { (text, $0) } : nil
      throw fault
    }
    return typed
  }

  /// The number that can be made of what is none.
  func number(of typed: Typed, _ text: String) -> String? {
    guard !text.isEmpty else { return nil }
    switch typed.type {
    case .text:
      guard case .literal(.text(let said)) = typed.expression else { return "words(\(text))" }
      return Mistakes.number(said.trimmingWhitespace()).map { NumberAnswer.spoken($0) }
    case .list, .choices: return "count(\(text))"
    case .truth: return "if(\(text), 1, 0)"
    case .date: return "(\(text) - today)"
    case .choice(let options):
      if case .reference(.item(let id, _)) = typed.expression,
        scope.items[id]?.scores.isEmpty == false
      {
        return "score(\(text))"
      }
      return options.first.map { "if(\(text) = '\($0)', 1, 0)" }
    case .number, .nothing, .broken: return nil
    }
  }

  // MARK: - Comparing

  func compare(_ comparison: Comparison, _ left: Typed, _ right: Typed)
    throws(ExpressionFault) -> Expression
  {
    guard left.type.isComparable(with: right.type) else {
      throw ExpressionFault(
        offset: right.offset,
        message: "cannot compare \(left.type.spoken) with \(right.type.spoken)")
    }
    if comparison != .equal, comparison != .unequal, !left.type.isOrdered {
      throw ExpressionFault(
        offset: left.offset,
        message: "\(left.type.spoken) has no order; only numbers and dates have")
    }
    try requireChoice(right, of: left.type)
    try requireChoice(left, of: right.type)
    return .compare(comparison, left.expression, right.expression)
  }

  /// An option that stands without quotation marks reads like an item that is not there.
  func refuseBareOption(of type: ExpressionType) throws(ExpressionFault) {
    guard case .choice(let options) = type, case .name(let first) = current.kind,
      next.kind != .symbol("("), scope.known(first) == nil
    else { return }
    var words: [String] = []
    gathering: for token in tokens[position...] {
      switch token.kind {
      case .name(let name) where !["and", "or", "in"].contains(name): words.append(name)
      case .number(let number): words.append(NumberAnswer.spoken(number))
      default: break gathering
      }
    }
    for count in (1...max(1, words.count)).reversed() {
      let text = words.prefix(count).joined(separator: " ")
      let named = options.first { Words.key($0) == Words.key(text) }
      if let option = named ?? labelled(text, among: options) {
        throw ExpressionFault(
          offset: current.offset, message: "an option stands in quotation marks: '\(option)'",
          correction: (words.prefix(count).joined(separator: " "), "'\(option)'"))
      }
    }
    guard scope.rosters.allSatisfy({ $0.elementName != first }),
      !["yes", "no", "true", "false", "today"].contains(first)
    else { return }
    let text = words.joined(separator: " ")
    if let nearest = nearest(to: text, among: options) {
      throw ExpressionFault(
        offset: current.offset,
        message:
          "“\(text)” is not one of the choices; did you mean '\(nearest)', in quotation marks?",
        correction: (text, "'\(nearest)'"))
    }
    throw ExpressionFault(
      offset: current.offset,
      message: "“\(text)” is not one of the choices \(Self.listed(options))",
      correction: options.first.map { (text, "'\($0)'") }, isSure: false)
  }

  /// The option of that label.
  private func labelled(_ text: String, among options: [String]) -> String? {
    let offers = scope.items.values.filter { $0.type.options == options }
      .compactMap { $0.kind?.offer }
    let key = Words.key(text)
    return options.first { option in
      offers.contains { offer in
        offer.label(of: .option(option))?.all.contains { Words.key($0) == key } == true
      }
    }
  }

  /// The option that is likeliest meant: of that label, of like spelling, or with one of the words.
  private func nearest(to text: String, among options: [String]) -> String? {
    if let labelled = labelled(text, among: options) { return labelled }
    let key = Words.key(text)
    let same = options.first { Words.key($0) == key }
    let words = Set(key.split(separator: " "))
    return same ?? Spelling.nearest(to: text, among: options)
      ?? options.first { words.contains(Words.key($0)[...]) }
      ?? options.first { Words.key($0).split(separator: " ").contains(key[...]) }
  }

  private static func listed(_ options: [String]) -> Phrase {
    let listed = options.prefix(12).map { "“\($0)”" as Phrase }.joined(separator: ", ")
    return options.count > 12 ? "\(listed) and \(options.count - 12) more" : listed
  }

  func requireChoice(_ typed: Typed, of type: ExpressionType) throws(ExpressionFault) {
    guard case .choice(let options) = type, case .literal(.text(let text)) = typed.expression
    else { return }
    try requireOption(text, of: options, at: typed.offset)
  }

  private func requireOption(_ text: String, of options: [String], at offset: Int)
    throws(ExpressionFault)
  {
    guard !options.contains(text) else { return }
    let nearest = nearest(to: text, among: options)
    throw ExpressionFault(
      offset: offset,
      message: nearest.map {
        "“\(text)” is not one of the choices \(Self.listed(options)); did you mean '\($0)'?"
      } ?? "“\(text)” is not one of the choices \(Self.listed(options)); take one of them",
      correction: (nearest ?? options.first { !String(source).contains("'\($0)'") } ?? options.first)
        .map { (text, $0) })
  }

  func containment(of left: Typed, in right: Typed) throws(ExpressionFault) -> Typed {
    switch right.type {
    case .choices(let options):
      if case .literal(.text(let text)) = left.expression {
        try requireOption(text, of: options, at: left.offset)
      }
    case .list, .broken: break
    default:
      throw ExpressionFault(
        offset: right.offset,
        message: "“in” needs a list or choices on its right, and this is \(right.type.spoken)")
    }
    switch left.type {
    case .text, .choice, .broken: break
    default:
      throw ExpressionFault(
        offset: left.offset, message: "\(left.type.spoken) cannot be in a list of words")
    }
    return (.contains(list: right.expression, left.expression), .truth, left.offset)
  }
}
