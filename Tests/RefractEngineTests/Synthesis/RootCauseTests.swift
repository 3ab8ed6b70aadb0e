import Testing

@testable import RefractEngine

/// What is named as the root cause is about what the title names, where two beliefs explain equally much.
@Suite struct RootCauseTests {
  @Test func aSideMatterDoesNotExplainTheTitle() throws {
    let text = """
      Three of our seven bakers have gone since Christmas and a fourth has handed in her notice. The share of those who \
      left falls to those who stay. We pay more than the others in town. The bread came \
      late twice and the Hotel Krone threatened to leave.
      """
    let problem = Problem(
      id: "bakers", title: "Three bakers have gone", hasOwnTitle: true, problem: text,
      fields: [
        Problem.Field(name: "title", text: "Three bakers have gone"), Problem.Field(name: "problem", text: text),
      ])
    let report = Engine(catalogue: Catalogue.builtIn().catalogue, version: "1").analyse(problem)
    let cause = try #require(report.solution.rootCause)
    #expect(!cause.statement.contains("Krone"))
  }
}
