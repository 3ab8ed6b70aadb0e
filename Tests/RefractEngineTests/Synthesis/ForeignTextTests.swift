import Testing

@testable import RefractEngine

/// A text in a language that is not read.
@Suite struct ForeignTextTests {
  static let text = """
    Die Fähre hat zu lange Wartezeiten. Im März warteten die Fahrgäste im Schnitt 45 Minuten, das Ziel sind 20 Minuten.
    Bis zum 30. Juni muss eine Lösung stehen, sonst verlieren wir 12 % der Pendler. Ein neues Boot kostet 4.800 €.
    """

  @Test func printsItsFiguresAndDatesWithTheirClauses() {
    let report = ReportCases.told(Self.text, []).report
    let lines = report.keyFigures.joined(separator: "\n")
    for figure in ["45 Minuten", "20 Minuten", "30. Juni", "12 %", "4.800 €"] {
      #expect(lines.contains(figure), "\(lines)")
    }
    #expect(lines.contains("das Ziel sind 20 Minuten"))
  }

  @Test func asksForNothingThatTheUnreadTextMayHold() {
    let report = ReportCases.told(Self.text, []).report
    #expect(report.solution.openQuestions.count == 1)
    #expect(report.solution.openQuestions.first?.contains("translate") == true)
  }

  @Test(arguments: [
    (text, "auf Englisch bekommt er die volle Auswertung"),
    (
      "El bus llega tarde. Pedimos más conductores, pero no hay. La espera es de 40 minutos y los vecinos protestan.",
      "traducido al inglés"
    ),
    (
      "Le bac est en retard de 20 minutes. Nous avons ajouté une traversée, mais les gens attendent sur le quai.",
      "en anglais"
    ),
  ]) func saysSoInTheLanguageOfTheText(_ text: String, _ words: String) {
    #expect(ReportCases.told(text, []).report.brief.reframe.contains(words))
  }

  @Test func aFigureIsPrintedWithWhatGivesItItsMeaning() {
    let text =
      "La evasión llega al 33% en el centro, y en los barrios más apartados, al 50%. El bus no espera y la gente sube."
    #expect(ReportCases.told(text, []).report.keyFigures.contains { $0.contains("los barrios más apartados, al 50%") })
  }
}
