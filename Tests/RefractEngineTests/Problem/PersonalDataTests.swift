import Testing

@testable import RefractEngine

@Suite("Personal data")
struct PersonalDataTests {
  private static let data = PersonalData(ReportCases.catalogue.personal)

  @Test(
    "Addresses, numbers and names of persons in care are masked, and nothing around them",
    arguments: [
      ("Write to anna.meier@example.org, please.", "Write to […], please."),
      ("(anna@example.org) <b@c.de>; see https://bob:secret@host.org/x", "([…]) <[…]>; see […]"),
      ("Call +49 170 1234567 at noon.", "Call […] at noon."),
      ("Her number is 0170/123 45 67, or (030) 1234567.", "Her number is […], or […]."),
      ("Ring 555-123-4567 or (555) 123-4567 now", "Ring […] or […] now"),
      ("tel: 12 34 56", "tel: […]"), ("Customer 4711081512345 waits", "Customer […] waits"),
      ("Pay to DE89 3704 0044 0532 0130 00 today", "Pay to […] today"),
      ("Pay to DE89370400440532013000.", "Pay to […]."),
      ("Card 4111 1111 1111 1111 was charged", "Card […] was charged"),
      ("patient Smith and pupil Anna B. Jones, both ill", "patient […] and pupil […], both ill"),
      ("We told Dr. O'Hara that patient Maria Lopez waits", "We told Dr. O'Hara that patient […] waits"),
      ("tenant Müller's file", "tenant […] file"),
    ])
  func masks(_ text: String, _ expected: String) {
    #expect(Self.data.masked(text) == expected)
    #expect(Self.data.masked(expected) == expected, "twice is once")
  }

  @Test(
    "Figures, dates, series, handles and what merely has a capital stay",
    arguments: [
      "From 350 300 280 270 260 ms to 150ms", "12,000 15,000 20,000 and 1 000 000 rows", "on 2026-01-03 12:00:01",
      "01/02/2026 and 03-01-2026 12:00", "10000000000 requests", "+12 000 000 users", "follow @anna on the site",
      "from 2019 2020 2021 2022 on", "350Ms, 12 Ms each", "each patient waits, and the patient ID is lost",
      "the patient Portal is down", "a pupil on Monday", "AB12 is a room", "version 1.2.3 and 10.0.0.1", "0.35 of 0.90",
      "5%, 8%, 12%, 3%, 2%", "Miss Rate is 5%", "3 of 10 at a@b",
    ])
  func leaves(_ text: String) { #expect(Self.data.masked(text) == text) }

  @Test("No part of a report repeats personal data, and its places still hold")
  func report() throws {
    let yaml = """
      title: The patient Smith waits
      problem: |
        Patients wait 9 weeks and we need 4. We tried reminders from anna.meier@example.org; it brought nothing.
        Call +49 170 1234567 for the list. Every week patient Maria Lopez complains that nobody answers.
      context: [Ask resident Brown first.]
      stakeholders: [{name: pupil Jones, wants: a first visit within 4 weeks}]
      attempts: [{action: A letter by patient Smith, effect: none}]
      constraints: [Nobody but resident Brown may change the rota]
      metrics: [{name: calls, current: 4711081512345}]
      """
    let problem = try #require(ProblemReader.read(bytes: Array(yaml.utf8), file: "w.yaml", format: .yaml).problem)
    let report = ReportCases.engine.analyse(problem)
    var all = ""
    dump(report, to: &all)
    for secret in ["anna", "170", "Smith", "Lopez", "Jones", "Brown"] { #expect(!all.contains(secret), "\(secret)") }
    #expect(all.contains("4711081512345"), "the value of a metric is a figure")
    #expect(!report.analyses.isEmpty)
    for span in report.analyses.flatMap(\.beliefs).flatMap(\.evidenceSpans) {
      #expect(span.end <= report.problem.fields[span.field].text.utf8.count)
    }
    let prose = try #require(ProblemReader.read(prose: Array("Mail bob@example.org is down".utf8)).problem)
    #expect(!prose.id.contains("bob"))
  }
}
