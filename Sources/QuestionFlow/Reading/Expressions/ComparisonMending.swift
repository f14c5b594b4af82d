import Phrases

/// What is meant where two things are compared that cannot be.
extension ExpressionParser {
  typealias Side = (typed: Typed, text: String)

  /// A fault of a comparison, with the comparison as it should be where that follows from what is compared.
  func amended(
    _ fault: ExpressionFault, _ comparison: Comparison, _ left: Side, _ right: Side
  ) -> ExpressionFault {
    guard fault.correction == nil, !left.text.isEmpty, !right.text.isEmpty else { return fault }
    var amended = fault
    if let meant = meant(comparison, left, right) {
      amended = ExpressionFault(
        offset: fault.offset,
        message: meant.message.map { "\(fault.message); \($0)" } ?? fault.message)
      amended.correction = (text(from: left.typed.offset), meant.source)
      amended.start = left.typed.offset
    }
    return amended
  }

  private typealias Meant = (source: String, message: Phrase?)

  private func meant(_ comparison: Comparison, _ left: Side, _ right: Side) -> Meant? {
    let sign = comparison.rawValue
    if case .literal(.text(let text)) = right.typed.expression, text.trimmingWhitespace().isEmpty {
      let asked = "answered(\(left.text))"
      return (
        comparison == .unequal ? asked : "not \(asked)", "whether there is an answer is answered()"
      )
    }
    switch (left.typed.type, right.typed.type) {
    case (.truth, .text), (.truth, .number):
      return Self.truth(right.typed.expression).map { truth -> Meant in
        ("\(left.text) \(sign) \(truth)", "yes and no stand without quotation marks")
      }
    case (.number, .text):
      if let point = point(right.typed.expression, of: left.typed.expression) {
        return (
          "\(left.text) \(sign) \(point)", "a label is only shown; its point is what is compared"
        )
      }
      guard case .literal(.text(let text)) = right.typed.expression,
        let number = Mistakes.number(text.trimmingWhitespace())
      else { return nil }
      return (
        "\(left.text) \(sign) \(NumberAnswer.spoken(number))",
        "a number stands without quotation marks"
      )
    case (.date, .text), (.text, .date):
      guard case .literal(.text(let text)) = right.typed.expression,
        let day = CalendarDate(iso: text)?.description ?? Lexer.day(text)
      else { return nil }
      return ("\(left.text) \(sign) \(day)", "a day stands without quotation marks")
    case (.date, .number): return days(sign, left, right)
    case (.text, .number):
      return comparison == .equal || comparison == .unequal
        ? ("\(left.text) \(sign) '\(right.text)'", "a text stands in quotation marks")
        : ("words(\(left.text)) \(sign) \(right.text)", "how many words it has is words()")
    case (.text, .truth), (.choice, .truth), (.list, .truth), (.choices, .truth):
      if let own = option(right.text, of: left.typed.type) {
        return ("\(left.text) \(sign) '\(own)'", nil)
      }
      return ("answered(\(left.text))", "whether there is an answer is answered()")
    case (.choices, .number), (.list, .number):
      return ("count(\(left.text)) \(sign) \(right.text)", "how many there are is count()")
    case (.choices, .text), (.list, .text), (.choices, .choice), (.list, .choice):
      let inside = "\(right.text) in \(left.text)"
      return (
        comparison == .unequal ? "not (\(inside))" : inside,
        "whether something is among them is written “in”"
      )
    case (.choice, .number): return place(comparison, left, right)
    case (.choice(let options), .text), (.choice(let options), .choice):
      return beside(comparison, left, right, options)
    case (.text, .text) where comparison != .equal && comparison != .unequal:
      guard case .literal = right.typed.expression else { return nil }
      return ("\(left.text) = \(right.text)", nil)
    case (.truth, .truth) where comparison != .equal && comparison != .unequal:
      return ("\(left.text) = \(right.text)", nil)
    default: return nil
    }
  }

  private static func truth(_ expression: Expression) -> String? {
    switch expression {
    case .literal(.text(let text)):
      switch text.lowercased() {
      case "yes", "true", "ja", "1", "y": "yes"
      case "no", "false", "nein", "0", "n": "no"
      default: nil
      }
    case .literal(.number(let number)): number == 0 ? "no" : "yes"
    default: nil
    }
  }

  /// A day is compared with another, or the days until it with a number.
  private func days(_ sign: String, _ left: Side, _ right: Side) -> Meant? {
    if case .literal(.number(let number)) = right.typed.expression, (1900...2200).contains(number) {
      return ("\(left.text) \(sign) \(right.text)-01-01", "a day is written 2027-03-01")
    }
    if let day = Lexer.day(right.text.filter { $0 != " " }) {
      return ("\(left.text) \(sign) \(day)", "a day is written \(day)")
    }
    return (
      "\(left.text) - today \(sign) \(right.text)", "how many days there are to it is a difference"
    )
  }

  /// The point of a scale whose label a text is.
  private func point(_ text: Expression, of scale: Expression) -> Int? {
    guard case .literal(.text(let words)) = text, case .reference(.item(let id, _)) = scale,
      case .scale(let rules)? = scope.items[id]?.kind
    else { return nil }
    return rules.labels.first { $0.value.all.contains { Words.key($0) == Words.key(words) } }?.key
  }

  private func option(_ text: String, of type: ExpressionType) -> String? {
    guard case .choice(let options) = type else { return nil }
    return options.first { Words.key($0) == Words.key(text) }
  }

  /// A choice has no order of its own; a number may be the name of an option, its score, or its place.
  private func place(_ comparison: Comparison, _ left: Side, _ right: Side) -> Meant? {
    guard case .choice(let options) = left.typed.type else { return nil }
    let sign = comparison.rawValue
    if comparison == .equal || comparison == .unequal {
      if let own = option(right.text, of: left.typed.type) {
        return ("\(left.text) \(sign) '\(own)'", "an option stands in quotation marks")
      }
      let number = Int(right.text).map { $0 - 1 } ?? 0
      let meant = options.indices.contains(number) ? options[number] : options.first
      return meant.map { option -> Meant in
        ("\(left.text) \(sign) '\(option)'", "an option is named by its words in quotation marks")
      }
    }
    if case .reference(.item(let id, _)) = left.typed.expression,
      scope.items[id]?.scores.isEmpty == false
    {
      return (
        "score(\(left.text)) \(sign) \(right.text)", "what the chosen option counts is score()"
      )
    }
    let named = meeting(comparison, right.text, options).prefix(12).map { "'\($0)'" }
      .joined(separator: ", ")
    return (
      "\(left.text) in [\(named)]",
      "options have no order; name those that are meant, such as these"
    )
  }

  /// The options that are numbers and compare so; all of them where they are none, or none of them does.
  private func meeting(_ comparison: Comparison, _ number: String, _ options: [String]) -> [String]
  {
    guard let bound = Double(number) else { return options }
    let meant = options.filter { option in
      guard let own = Double(option.prefix { $0.isNumber || $0 == "." }) else { return false }
      return switch comparison {
      case .less: own < bound
      case .lessOrEqual: own <= bound
      case .greater: own > bound
      default: own >= bound
      }
    }
    return meant.isEmpty ? options : meant
  }

  /// The options that stand before or behind one, where a choice is taken to have an order.
  private func beside(_ comparison: Comparison, _ left: Side, _ right: Side, _ options: [String])
    -> Meant?
  {
    guard comparison != .equal, comparison != .unequal,
      case .literal(.text(let text)) = right.typed.expression,
      let place = options.firstIndex(of: text)
    else { return nil }
    let meant: ArraySlice<String> =
      switch comparison {
      case .less: options[..<place]
      case .lessOrEqual: options[...place]
      case .greater: options[(place + 1)...]
      default: options[place...]
      }
    let named = (meant.isEmpty ? [text] : Array(meant)).prefix(12).map { "'\($0)'" }
    return (
      "\(left.text) in [\(named.joined(separator: ", "))]",
      "options have no order; name those that are meant, such as these"
    )
  }

  // MARK: - “in”

  /// A fault of “in”, with what is meant where its sides tell.
  func amended(_ fault: ExpressionFault, in left: Side, _ right: Side) -> ExpressionFault {
    guard fault.correction == nil, !left.text.isEmpty, !right.text.isEmpty else { return fault }
    var amended = fault
    amended.start = left.typed.offset
    let whole = text(from: left.typed.offset)
    switch (left.typed.type, right.typed.type) {
    case (.text, .choice), (.text, .text):
      amended.correction = (whole, "\(right.text) = \(left.text)")
    case (.choice, .text): amended.correction = (whole, "\(left.text) = \(right.text)")
    case (.choices, .text), (.list, .text):
      amended.correction = (whole, "\(right.text) in \(left.text)")
    default: return fault
    }
    return amended
  }

  /// What is asked of a list or of choices by “in [ ]”: each of the words is looked for in it.
  func memberships(of left: Typed, at offset: Int) -> ExpressionFault {
    var words: [String] = []
    var place = tokens.firstIndex { $0.offset >= offset } ?? tokens.count
    while place < tokens.count, tokens[place].kind != .symbol("]"), tokens[place].kind != .end {
      if case .text(let text) = tokens[place].kind { words.append(text) }
      place += 1
    }
    var fault = ExpressionFault(
      offset: offset,
      message:
        "\(left.type.spoken) cannot be one of several; ask whether one of them is in it: 'word' in name"
    )
    let name = text(from: left.offset).prefix { $0 != "[" }.trimmingWhitespace()
      .split(separator: " ").first.map(String.init)
    if let name, !words.isEmpty, place < tokens.count {
      let parts = words.map { "'\($0)' in \(name)" }.joined(separator: " or ")
      fault.correction = (
        slice(from: left.offset, to: tokens[place].end), words.count > 1 ? "(\(parts))" : parts
      )
      fault.start = left.offset
    }
    return fault
  }
}
