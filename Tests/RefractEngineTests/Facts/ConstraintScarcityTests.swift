import Testing

@testable import RefractEngine

/// Limits by scarcity, consent and binding papers.
@Suite struct ConstraintScarcityTests {
  @Test(arguments: [
    "There's just one electrician in the village.", "We've only got three weeks of hay.",
    "We only get the hall on Tuesdays.", "The hall is ours on Tuesday evenings only.",
    "The fuse allows 16 amps at most.", "The licence covers 50 users.", "We can spend up to £400 a month.",
    "I can give it two evenings a week, no more.", "Staff can't work more than ten hours a day.",
    "Every change needs the consent of the monument office.", "Any change has to go through the works council.",
    "It has to run on the old machines.", "Dogs have to be on a lead.", "Prices are set by the ministry.",
    "We're bound by the collective agreement.", "The lease runs until 2027.", "We depend on one supplier for yeast.",
    "I don't want to lose the older members.", "We may only dig from October to March.",
    "The dean has ruled out new posts.", "Sundays are taboo.", "By law each group needs two adults.",
    "Budget: 3,000 euros.", "Parking is limited to two hours.",
  ]) func readsALimit(_ text: String) {
    #expect(!Sample.facts(text).constraints.isEmpty)
  }

  @Test(arguments: [
    "The kids won't eat it.", "I must admit I like it.", "It is not possible to hear the singer in the back.",
    "He can only walk slowly since then.", "It has to do with the weather.", "We have to wait for hours.",
    "Patients have to come twice because of that.", "Only a third of the letters are opened.", "We had no luck.",
  ]) func readsNone(_ text: String) {
    #expect(Sample.facts(text).constraints.isEmpty)
  }
}
