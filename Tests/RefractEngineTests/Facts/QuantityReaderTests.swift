import Testing

@testable import RefractEngine

/// Says a quantity in one line: `value[..upper] unit[/per][ noun][ marks]`.
private func say(_ quantity: Quantity, _ document: Document) -> String {
  let unit =
    switch quantity.unit {
    case .millisecond: "ms"
    case .second: "s"
    case .minute: "min"
    case .hour: "h"
    case .money(let name): name
    case .other(let name): name
    default: "\(quantity.unit)"
    }
  var text = NumberText.plain(quantity.value)
  if let upper = quantity.upper { text += "..\(NumberText.plain(upper))" }
  text += " \(unit)"
  if let per = quantity.per {
    if case .other(let name) = per { text += "/\(name)" } else { text += "/\(per)" }
  }
  if let noun = quantity.noun { text += " \(document.text(noun))" }
  if quantity.comparator != .equal { text += " \(quantity.comparator)" }
  if quantity.isApproximate { text += " about" }
  return text
}

private func read(_ text: String, field: String = "problem") -> (quantities: [Quantity], document: Document) {
  let document = Document(fields: [Problem.Field(name: field, text: text)])
  return (QuantityReader.read(document), document)
}

@Suite struct QuantityReaderTests {
  @Test(arguments: [
    // Units
    ("It takes 350ms.", "350 ms"), ("It takes 350 ms now.", "350 ms"), ("8 s a page", "8 s"),
    ("after 2.5 seconds", "2.5 s"),
    ("a 30 min delay", "30 min"), ("11h to answer", "11 h"), ("wait 41 days", "41 day"), ("for six weeks", "6 week"),
    ("in 3 months", "3 month"), ("for 2 quarters", "2 quarter"), ("2.5 years in production", "2.5 year"),
    ("a 2-week sprint", "2 week"), ("a two-week pause", "2 week"), ("5 working days", "5 day"), ("uses 8gb", "8 gb"),
    ("uses 1.5 GB of memory", "1.5 GB"), ("220 million pounds of food", "220,000,000 pounds"),
    // Percentages
    ("up 12%", "12 percent"), ("12 percent left", "12 percent"), ("12 per cent left", "12 percent"),
    ("by 4 percentage points", "4 point"), ("by 4 points", "4 point"), ("sixty percent say so", "60 percent"),
    ("an 8% open rate", "8 percent open rate"), ("18% win rate", "18 percent win rate"),
    ("17,8% de los pasajeros", "17.8 percent"),
    // Comparators
    ("need <150ms", "150 ms below"), ("<= 150ms", "150 ms atMost"), ("≥ 99%", "99 percent atLeast"),
    (">20% of it", "20 percent above"),
    ("under 2 hours", "2 h below"), ("at least 3 days", "3 day atLeast"), ("at most 3 days", "3 day atMost"),
    ("up to 40%", "40 percent atMost"), ("no more than 5 days", "5 day atMost"),
    ("less than 80 percent", "80 percent below"),
    ("more than 800 people", "800 count people above"), ("3 days or more", "3 day atLeast"),
    ("about 40%", "40 percent about"),
    ("~30% better", "30 percent about"), ("nearly half of them", "50 percent about"),
    ("some 78,000 staff", "78,000 count staff about"),
    ("roughly 50,000 referees", "50,000 count referees about"), ("grew over 18 months", "18 month"),
    // Ranges
    ("6-8 weeks", "6..8 week"), ("6–8 weeks", "6..8 week"), ("6 to 8 weeks", "6..8 week"), ("2 or 3 days", "2..3 day"),
    ("between 5 and 7 days", "5..7 day"), ("two or three days", "2..3 day"), ("$5-10k", "5,000..10,000 $"),
    ("5%-8% of it", "5..8 percent"),
    // Magnitudes and money
    ("costs $80k", "80,000 $"), ("costs $2.5M", "2,500,000 $"), ("raised 5M", "5,000,000 count"),
    ("5m users", "5,000,000 count users"),
    ("A$417 million spent", "417,000,000 A$"), ("forty dollars a game", "40 dollars/game"), ("€3,500 once", "3,500 €"),
    ("3.500,50 is odd but 35 € is not", "35 €"), ("thirty thousand dollars", "30,000 dollars"),
    ("$500k/year", "500,000 $/year"),
    ("$49/mo", "49 $/month"), ("USD 500 once", "500 USD"), ("$12 per seat", "12 $/seat"),
    ("a million users", "1,000,000 count users"),
    ("180k LOC", "180,000 count LOC"), ("1,234,567 rows", "1,234,567 count rows"),
    ("9.7 million events", "9,700,000 count events"),
    // Words
    ("three people left", "3 count people"), ("twenty-five tickets", "25 count tickets"),
    ("a hundred servers", "100 count servers"),
    ("two dozen schools", "24 count schools"), ("a thirty-person firm", "30 count person"), ("only one week", "1 week"),
    ("two hundred and forty nurses", "240 count nurses"), ("half a day", "0.5 day"), ("one and a half hours", "1.5 h"),
    ("three times as many", "3 ratio"), ("six times slower", "6 ratio"), ("3x effort", "3 ratio"),
    ("twice a week", "2 count/week"),
    ("3x/day", "3 count/day"), ("called five times", "5 count"), ("twice as long", "2 ratio"),
    // Parts of a whole
    ("two thirds of those", "66.6667 percent"), ("a third of contacts", "33.3333 percent contacts"),
    ("a quarter wanted more", "25 percent"),
    ("16 of 36", "44.4444 percent"), ("one in fifteen", "6.6667 percent"), ("Ten of the sixteen", "62.5 percent"),
    ("in 6 of the last 10 retros", "60 percent retros"), ("3 out of 4 users", "75 percent users"),
    ("1/255 is no share but 5% is", "5 percent"),
    // Rates and nouns
    ("520 tickets a week", "520 count/week tickets"), ("about 610 arrive each week", "610 count/week about"),
    ("40 per hour", "40 count/hour"),
    ("200+ accessibility issues", "200 count accessibility issues"),
    ("35,000 payment errors", "35,000 count payment errors"),
    ("in 12 usability sessions", "12 count usability sessions"), ("one minute each", "1 min"),
    ("-40% since", "-40 percent".replacingMinus),
  ])
  func readsQuantitiesWithUnitsBoundsAndNouns(_ text: String, _ expected: String) {
    let (quantities, document) = read(text)
    #expect(quantities.map { say($0, document) } == [expected])
  }

  @Test(arguments: [
    "Runs on Python 3.11.", "conforms to WCAG 2.0 AA", "Certified to ISO 27001.", "SOC 2 is next", "The p95 is bad",
    "VGG16 works",
    "with ResNet50", "v2.1 is out", "see #3 on the list", "in Phase 2 we stop", "Option 3: wait", "by March 3",
    "3 March",
    "on 2018-11-19", "Since 2007 it grew", "in August 2021", "Between 2018 and 2021", "the 1990s", "val acc high 90s",
    "trainable=False", "lr=0.001", "call 555-123-4567", "at 7:30 we start", "the 3rd try", "24/7 support",
    "1. Create account",
    "one of the large operators", "no one knows", "the new ones", "version 1.2.3", "a third party", "the second half",
    "4L format",
    "in the first half", "covid-19 came", "The 2018 report", "on the other half", "s3 is down", "rescale 1/255",
  ])
  func leavesOutWhatIsNoAmount(_ text: String) {
    let (quantities, document) = read(text)
    #expect(quantities.map { say($0, document) } == [])
  }

  @Test func keepsTheSpanToNumberUnitAndComparator() {
    let (quantities, document) = read(
      "Now about 520 tickets a week, at least 3 days, need <150ms, $500k/year, 16 of 36.")
    #expect(
      quantities.map { document.text($0.span) } == ["about 520", "at least 3 days", "<150ms", "$500k/year", "16 of 36"])
  }

  @Test func readsMinutesAndSecondsAsSecondsWhereMinutesAreCounted() {
    let (quantities, document) = read("1 thread 4:10 min, 2 threads 2:42, 8 threads 49 s, 256 threads 24:56.")
    let times = quantities.filter { $0.unit == .second }
    #expect(times.map(\.value) == [250, 162, 49, 1496])
    #expect(times.map { document.text($0.span) } == ["4:10 min", "2:42", "49 s", "24:56"])
  }

  @Test func givesEarlierNumbersOfAListTheUnitSaidOnce() {
    #expect(read("fell from 64 to 50 percent").quantities.map(\.unit) == [.percent, .percent])
    #expect(read("gave 5, 8 and 12%").quantities.map(\.unit) == [.percent, .percent, .percent])
    #expect(read("from 41 days to 20").quantities.map(\.unit) == [.day, .day])
  }

  @Test func readsNumbersAcrossLineBreaks() {
    let (quantities, _) = read("We settled for 350 million dollars and will spend another 150\nmillion on it.")
    #expect(quantities.map(\.value) == [350e6, 150e6])
    #expect(quantities.map(\.unit) == [.money("dollars"), .money("dollars")])
  }

  @Test func readsDecimalCommasOnlyInDocumentsWithoutDecimalPoints() {
    #expect(read("1,5 s und 1,234 Leute").quantities.map(\.value) == [1.5, 1234])
    #expect(read("2.5 s and 1,5 s").quantities.map(\.value) == [2.5])
  }

  @Test func givesBareMetricsTheUnitThatIsStatedSomewhere() {
    func units(_ fields: [(String, String)]) -> [Quantity.Unit] {
      QuantityReader.read(Document(fields: fields.map { Problem.Field(name: $0.0, text: $0.1) }))
        .filter { $0.span.field > 0 }.map(\.unit)
    }
    let prose = ("problem", "Before, 64 percent accepted.")
    #expect(
      units([prose, ("metrics[0].name", "Accepted"), ("metrics[0].current", "50"), ("metrics[0].baseline", "64")])
        == [.percent, .percent])
    #expect(
      units([prose, ("metrics[0].name", "Time"), ("metrics[0].current", "350ms"), ("metrics[0].target", "150")])
        == [.millisecond, .millisecond])
    #expect(units([prose, ("metrics[0].name", "Members"), ("metrics[0].current", "210")]) == [.count])
    #expect(units([prose, ("metrics[0].name", "Wait (days)"), ("metrics[0].current", "41")]) == [.day])
    #expect(
      units([prose, ("metrics[0].name", "x"), ("metrics[0].current", "41"), ("metrics[0].unit", "%")]) == [.percent])
  }

  @Test func givesThePartsOfAWholeBack() throws {
    for (text, part, whole) in [
      ("16 of 36", 16.0, 36.0), ("two thirds of it", 2, 3), ("one in fifteen", 1, 15), ("half of it", 1, 2),
    ] {
      let (quantities, document) = read(text)
      let parts = try #require(quantities.first.flatMap { WholeParts.read($0, in: document) })
      #expect(parts.part == part && parts.whole == whole)
    }
    let (plain, document) = read("38.9 percent")
    #expect(try WholeParts.read(#require(plain.first), in: document) == nil)
  }

  @Test(
    .serialized, .timeLimit(.minutes(1)),
    arguments: ["9", "(", "a ", "9 ", "9-", "one ", "5% ", "a-", "9/", "$", "16 of 36 "])
  func staysLinearOnTheLongestTextOfOneThing(_ piece: String) {
    // Anything quadratic takes minutes here in a debug build; the time was seen to grow with the length up to 256 KiB.
    let text = String(repeating: piece, count: 65_536 / piece.utf8.count)
    var facts = Facts(document: Document(fields: [Problem.Field(name: "problem", text: text)]))
    NumericFacts.read(into: &facts)
    NumericFacts.conclude(&facts)
    #expect(facts.derivations.count < 100)
  }

  @Test func keepsEverySpanInsideItsField() {
    let texts = [
      "“73 percent” — of ‘new’ accounts… never reach 2–3 steps, né 5€ à 10 €; naïve 16 of 36!", "½ 3️⃣ 5% 🎉12 people",
      "5", "%5%", "$", "a",
      "one-", "two-", "12-", "-5", "5:", "4:10", "half a", "a third", "no more than", "16 of", "16 in", "6-8", "6 to",
      "5 per", "5 /", "twice a",
    ]
    for text in texts {
      let (quantities, document) = read(text)
      for quantity in quantities {
        #expect(
          quantity.span.start >= 0 && quantity.span.end <= text.utf8.count && quantity.span.start < quantity.span.end)
        #expect(!document.text(quantity.span).unicodeScalars.contains("\u{FFFD}"))
        if let noun = quantity.noun { #expect(noun.end <= text.utf8.count && noun.start < noun.end) }
      }
      #expect(quantities.map(\.span) == quantities.map(\.span).sorted())
    }
  }
}

extension String {
  /// ``NumberText`` prints the minus sign.
  fileprivate var replacingMinus: String { "−" + dropFirst() }
}
