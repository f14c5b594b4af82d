/// What a fictional clockmaker answers, and what she is offered.
enum Dialogue {
  static let goodDay =
    "I spent a whole afternoon over the broken escapement of a church clock, alone and undisturbed"

  static let energizers = [
    "mending old clocks", "long stretches of quiet work", "showing apprentices how it is done",
  ]

  static let allAnswers = """
    \(goodDay)
    the dial of a tower clock
    long stretches of quiet work
    mending old clocks
    showing apprentices how it is done

    5
    last week, when the shop was closed
    4
    on Monday
    3
    in spring
    1 2 3
    A day of telephone calls, one after the other, until nothing was left of it or of me
    back-to-back meetings

    I took a clock apart that three others had given up, and it has run since without losing a minute
    The clocks that nobody else wants to touch
    Waiting until I understand
    patience with small parts
    finding the fault
    explaining escapements to apprentices

    no
    in a museum
    no
    on instruments
    yes
    1 2 3
    if they had chosen to learn it
    old musical clocks
    restoring clocks and instruments at the bench most of the week, with time for one apprentice
    old instruments
    expert
    a small workshop
    a bench of my own

    managing people

    I would restore clocks and instruments for a museum, at a bench of my own, in a small workshop near here
    mine
    whether museums still employ anybody for it

    """

  static let posting = """
    Vice President, Timepieces
    The world's leading house of luxury watches seeks an exceptional talent.

    Responsibilities
    Your days are full of back-to-back meetings with the executive committee.
    You lead a team of 40 people and answer for a budget of 20 million.
    You juggle many competing priorities at once.
    You report directly to the CEO, on an attractive package with stock options.
    """
}

extension PseudoTerminal {
  /// Answers up to the first question of the roster over the energizers.
  func answerUntilRoster() throws {
    try answer(Dialogue.goodDay)
    try answer("the dial of a tower clock")
    try answer(Dialogue.energizers[0])
    try answer(Dialogue.energizers[1], at: "+ ")
    try answer(Dialogue.energizers[2], at: "+ ")
    try answer("", at: "+ ")
  }
}
