import Testing

@testable import RefractEngine
@testable import RefractReport

@Suite("Pictures and the messages above them")
struct PictureTests {
  @Test("Attempts in one measure are drawn, with all of them together and what is still to go")
  func whole() throws {
    let picture = try #require(AttemptsPicture(WorkedExample.report))
    #expect(picture.message == "What is still to go is larger than all five gains together.")
    #expect(picture.note.contains("The last two gained 2.5% on average [(3 + 2)/2]. All five gained 30 points"))
    #expect(picture.note.hasSuffix("the 200ms [350 − 150] still to go are 40% of it."))
    #expect(picture.svg.contains("<title id=\"att-t\">") && picture.svg.contains("class=\"todo\""))
    #expect(picture.svg.contains("Indexing 12%, Code profiling 3%, Connection pooling 2%, all five together 30%"))
  }

  @Test("What is still to go is drawn only beside effects that the sum is made of")
  func noWhole() throws {
    var report = WorkedExample.report
    report.solution.autopsies[1].effectUnit = "ms"
    let picture = try #require(AttemptsPicture(report))
    #expect(picture.message.isEmpty && !picture.svg.contains("class=\"todo\""))
    report = WorkedExample.report
    report.derivations.removeAll { $0.id == "V2.start" }
    #expect(try #require(AttemptsPicture(report)).message.isEmpty)
  }

  @Test("No picture where fewer than two attempts have a figure")
  func none() {
    var report = WorkedExample.report
    for index in report.solution.autopsies.indices.dropFirst() { report.solution.autopsies[index].effectValue = nil }
    #expect(AttemptsPicture(report) == nil)
    report.solution.autopsies = []
    #expect(AttemptsPicture(report) == nil)
  }

  @Test("The map draws an attempt and its effect as one passage")
  func map() {
    let report = WorkedExample.report
    let map = LensMap(report, OwnWords(report))
    #expect(map.words.allSatisfy { !$0.text.isEmpty } && map.words.count <= LensMap.maximumWords)
    #expect(
      Set(map.words.filter { $0.entry.contains("[") }.map(\.entry)).count
        == map.words.filter { $0.entry.contains("[") }.count)
  }

  @Test(
    "A figure is told apart from its unit",
    arguments: [
      ("200ms", "200", "ms"), ("82%", "82", "%"), ("0.84", "0.84", ""), ("1,200 a week", "1,200", " a week"),
      ("8 → 19 per release", "8 → 19 per release", ""), ("", "", ""), ("about 5", "about 5", ""),
    ])
  func split(figure: String, number: String, unit: String) {
    #expect(Words.split(figure) == (number, unit))
  }

  @Test("Verdicts are counted in a sentence, the worst first")
  func feasibility() {
    func item(_ verdict: Solution.Verdict) -> Solution.Feasibility {
      Solution.Feasibility(constraint: "No new staff", verdict: verdict, note: "It holds.")
    }
    #expect(
      Takeaways.feasibility([item(.kept), item(.atRisk), item(.kept), item(.unknown)])
        == "One constraint is at risk, two are kept and one cannot be judged yet.")
    #expect(Takeaways.feasibility([item(.kept)]).isEmpty && Takeaways.feasibility([]).isEmpty)
  }
}
