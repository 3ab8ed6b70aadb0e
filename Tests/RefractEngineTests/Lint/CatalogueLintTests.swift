import Testing

@testable import RefractEngine

@Suite("The check of a catalogue") struct CatalogueLintTests {
  @Test("finds no error in the built-in knowledge") func builtIn() {
    let errors = CatalogueLint.builtIn().filter { $0.severity == .error }
    #expect(errors.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0): \($0.message)" } == [])
  }

  /// A lens with one fault: the line that replaces a sound one.
  private static func findings(_ sound: String, _ faulty: String) -> [Diagnostic] {
    CatalogueLint.overlay(
      [(name: "lenses/queue_card.yaml", text: lens.replacing(sound, with: faulty))], folder: "mine")
  }

  @Test("passes a sound lens but for what it is too thin in") func sound() {
    #expect(Set(Self.findings("", "").map(\.code)) == ["R0425"])
  }

  @Test(
    "names what is wrong with a code and the place in the user's folder",
    arguments: [
      ("QUEUE: 2", "QUEU: 2", "R0410", 6, "there is no signal or situation `QUEU`"),
      ("[QUEUE, waiting]", "[QUEUE, wating]", "R0410", 15, "there is no signal or situation `wating`"),
      ("about: situation waiting", "about: situation wating", "R0410", 13, "there is no situation `wating`"),
      ("touches: [process]", "touches: [proces]", "R0410", 24, "nothing can touch `proces`"),
      ("[author, agree]", "[author, agre]", "R0410", 16, "there is no weight `agre`"),
      ("Queueing and Utilisation, ", "Queuing, ", "R0420", 11, "no lens is called `Queuing`"),
      ("in {it.clause:quote}.", "in {it.clauses:quote}.", "R0411", 18, "there is no path `it.clauses`"),
      (
        "grounds: ['{it.clause:quote}']", "grounds: ['a wait']", "R0421", 18,
        "the grounds of this variant quote nothing, so it is never said"
      ),
      (
        "Count the people", "In order to learn, count the people", "R0424", 22,
        "`in order to` says nothing about the problem"
      ),
      ("Count the people", "Count the first 30 people", "R0427", 22, "`30` is no figure of the author's"),
    ])
  func faults(sound: String, faulty: String, code: String, line: Int, message: String) throws {
    let found = try #require(Self.findings(sound, faulty).first { $0.code == code })
    #expect(found.message == message)
    #expect(found.place?.file == "mine/lenses/queue_card.yaml")
    #expect(found.place?.line == line)
  }

  @Test("tells why a rule keeps silent on its example") func example() throws {
    let found = try #require(Self.findings("People wait", "Nobody waits").first { $0.code == "R0413" })
    #expect(found.message == "in example 1 of `queue_card` the rule `wait_here` keeps silent: nothing fits its `about`")
  }

  @Test("explains every code that it gives") func codes() {
    let known = Set(DiagnosticCode.catalogue.map(\.code))
    #expect(known.count == DiagnosticCode.catalogue.count)
    #expect(Set(CatalogueLint.builtIn().map(\.code)).isSubset(of: known))
  }

  private static let lens = """
    id: queue_card
    name: Queue Card
    family: limits
    modes: [systems_thinking]
    warrant: H
    signals: {QUEUE: 2, waiting: 2}
    definition: A wait that somebody counts gets shorter.
    source: an invented example, 2001
    cues: [queue~]
    reframe: uncounted-wait
    related: [Queueing and Utilisation, Bottleneck Theory, Feedback Loops]
    rules:
      - {id: wait_here, about: situation waiting,
         root: true,
         explains: [QUEUE, waiting],
         weigh: [author, agree],
         say: [
           {belief: ['The wait is uncounted in {it.clause:quote}.'], because: ['You write {it.clause:quote}.'], grounds: ['{it.clause:quote}']},
         ],
         do: [
           {measure:
             'Count the people who stand in the line at noon',
            days: 1,
            touches: [process]},
         ]}
    examples:
      - text: People wait for an hour at the counter every Monday.
        says: [wait_here]
        not: []
    price: counting takes an hour a week
    refuted: the counted wait stays as long
    """
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    guard !part.isEmpty, let range = firstRange(of: part) else { return self }
    var text = self
    text.replaceSubrange(range, with: other)
    return text
  }
}
