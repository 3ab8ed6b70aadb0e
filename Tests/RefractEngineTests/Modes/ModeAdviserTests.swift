import Testing

@testable import RefractEngine

/// Short texts whose best mode a reader would not dispute, two for each mode, from many fields.
@Suite("Mode adviser")
struct ModeAdviserTests {
  static let labelled: [(mode: String, text: String)] = [
    (
      "systems_thinking",
      "We added a third boiler in the greenhouse, then thicker glass, then a new pump. The first saved 12% of the oil, the second 4%, the last 1%. The harder we push, the less we get, and every saving is eaten by the next row of tables."
    ),
    (
      "systems_thinking",
      "Nurses are exhausted and call in sick, so the others take double shifts and call in sick as well. The same few keep the ward going. Each gap we close opens another one."
    ),
    (
      "strategic_thinking",
      "Two bakeries have opened in our street and a supermarket sells rolls for half our price. We could go cheaper, go organic or give up rolls altogether. We cannot do all of it and must decide by March."
    ),
    (
      "strategic_thinking",
      "A competitor has cut its prices by a third. Sales wants to follow, the workshop wants to build the premium boat. In the short term the cheap boat pays the wages, in the long term it ruins the name."
    ),
    (
      "diagnostic_thinking",
      "Since May the cheese cracks in one of our two cellars and not in the other. We tried more salt and a new brush, and neither changed anything. Why does it happen only there?"
    ),
    (
      "diagnostic_thinking",
      "The lift failed again on Tuesday, the fourth time this year. After each failure the report says repaired. One technician blames the door, the other the sensor. What is the cause?"
    ),
    (
      "innovation_thinking",
      "Every museum in the region shows its coins in the same glass cases with the same labels, as it has always been done. Nobody stops to look. We have never done it differently and the old rules say that nothing may be touched. How could it be done in a completely new way?"
    ),
    (
      "innovation_thinking",
      "Our library counts loans, and a loan is a loan. The reading app that we built for our own staff is not used by readers. It is the first time that we try anything digital, and nobody has done it for towns of our size."
    ),
    (
      "adaptive_thinking",
      "The new cash desk software confuses the volunteers. They have to learn thirty functions in one evening, most of them do not turn up to the second course, and newcomers are left alone on their first day."
    ),
    (
      "adaptive_thinking",
      "Farmers got the advice app for free and hardly anyone opens it. It shows everything at once, many do not know how to begin, and the messages come at the wrong time, in the middle of the harvest."
    ),
    (
      "organizational_thinking",
      "The kitchen orders and the ward cancels, and nobody is responsible for what lies between. Each department does its part and passes it on. The hygiene officer may advise and has no say."
    ),
    (
      "organizational_thinking",
      "Planning is done at headquarters, the depots carry it out. Nobody asked the drivers. People are afraid to report that a tour cannot be done, and it is unclear who decides about changes."
    ),
    (
      "decision_thinking",
      "We have already spent 80,000 euros on the hall and it is two years late. Nobody knows whether the estimate for the rest holds. Going back is impossible once the roof is off, and the decision is due on Friday."
    ),
    (
      "decision_thinking",
      "One good trial on six patients speaks for the new dressing, one bad case against it. The contract would bind us for five years with no way back. The forecast is a guess."
    ),
    (
      "behavioral_thinking",
      "Drivers get a bonus for each parcel and none for a careful one. Customers complain. People know the rule about ringing twice and do not follow it, because ringing twice costs them the bonus and nobody checks."
    ),
    (
      "behavioral_thinking",
      "Colleagues agree to tidy the workshop and never do it. Whoever tidies loses half an hour, whoever does not loses nothing. Reminders annoyed everyone, habits are strong, and most resist any new rule."
    ),
  ]

  private static func fits(_ text: String) -> [ModeAdviser.Fit] {
    let problem = Problem(
      id: "told", title: "What is told", hasOwnTitle: false, problem: text,
      fields: [Problem.Field(name: "problem", text: text)])
    return ModeAdviser.fits(in: ReportCases.engine.read(problem), catalogue: ReportCases.catalogue)
  }

  /// A floor under what was reached when the texts were written (13 of 16 first, 15 among two), so that no change to
  /// signals or weights loses it unseen.
  @Test func theBestModeComesFirstForMostTextsAndAmongTheFirstTwoForNearlyAll() {
    let ranks = Self.labelled.map { mode, text in Self.fits(text).firstIndex { $0.mode.id == mode } ?? .max }
    let misses = zip(Self.labelled, ranks).filter { $1 > 0 }.map { "\($0.0.mode): \($0.0.text.prefix(50))" }
    #expect(ranks.count { $0 == 0 } >= 13, "\(misses)")
    #expect(ranks.count { $0 <= 1 } >= 15, "\(misses)")
  }

  /// The same account, asked about in eight ways.
  @Test(arguments: [
    ("strategic_thinking", "Which customers should we keep, and at what price?"),
    ("diagnostic_thinking", "Why does it happen only since May, and what is the cause?"),
    ("innovation_thinking", "What else could we try? I am looking for an idea that nobody has thought of."),
    ("adaptive_thinking", "How do the beginners learn it without being overwhelmed?"),
    ("organizational_thinking", "Who decides that, and who is responsible between the departments?"),
    ("decision_thinking", "Should we sign by Friday, and how do we choose without regret?"),
    ("behavioral_thinking", "What would make people stick to the rule, and how do we get them to come?"),
    (
      "systems_thinking",
      "The more we do, the more is waiting: is it a vicious circle, and why is the queue full again?"
    ),
  ])
  func whatIsAskedDecidesMoreThanWhatIsToldInPassing(mode: String, question: String) {
    let account =
      "We run a boat hire with nine boats. Bookings fell from 240 to 190 a month, and two of our six helpers left. "
      + "We bought a new jetty in spring."
    let bare = Self.fits(account).first { $0.mode.id == mode }?.raw ?? 0
    let asked = Self.fits(account + " " + question)
    #expect((asked.first { $0.mode.id == mode }?.raw ?? 0) > bare)
    #expect(asked.firstIndex { $0.mode.id == mode } ?? .max <= 1, "\(asked.map { ($0.mode.id, $0.score) })")
  }

  @Test func aCueOfAnAskCountsNowhereElse() {
    let told = Self.fits("They asked the neighbours who is responsible. Our nine boats lie in the harbour and wait.")
    let asked = Self.fits("Our nine boats lie in the harbour and wait. Who is responsible?")
    let mode = "organizational_thinking"
    #expect((asked.first { $0.mode.id == mode }?.raw ?? 0) > (told.first { $0.mode.id == mode }?.raw ?? 0))
  }

  @Test func printedScoresFallAndStayBelowCertainty() {
    for (_, text) in Self.labelled {
      let scores = Self.fits(text).map(\.score)
      #expect(scores == scores.sorted(by: >))
      #expect(scores.allSatisfy { (0...0.95).contains($0) })
    }
  }
}
