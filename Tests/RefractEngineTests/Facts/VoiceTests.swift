import Testing

@testable import RefractEngine

/// Doubts, feelings, returns and missing skills as people of many trades write them.
@Suite struct VoiceTests {
  @Test(arguments: [
    "It might be the glue.", "Perhaps the bees swarm too early.", "I believe that the clay is too wet.",
    "Nobody has ever counted the pots.", "We have no figures.", "Both could be right.",
    "We don't even know if the lamp matters.",
  ]) func readsADoubt(_ text: String) { #expect(Sample.facts(text).doubts.count == 1) }

  @Test(arguments: [
    "We use maybe 90 litres a year.", "It is no wonder that they left.", "I think about the harvest every night.",
    "The figures are in the appendix.",
  ]) func readsNoDoubt(_ text: String) { #expect(Sample.facts(text).doubts.isEmpty) }

  @Test(arguments: [
    "The mood in the foundry is sour.", "The deckhands hate it.", "The novices feel that nobody listens.",
    "Crew sick of it.", "I am close to giving up.", "My apprentices are disappointed.",
  ]) func readsAFeeling(_ text: String) { #expect(Sample.facts(text).emotions.count == 1) }

  @Test(arguments: ["Riders who are tired may sit.", "That is, I'm afraid, how it works.", "The bread is fresh."])
  func readsNoFeeling(_ text: String) { #expect(Sample.facts(text).emotions.isEmpty) }

  @Test(arguments: [
    "This is the third vintage with cork taint.", "The fourth flood in a row.", "The mice were back again.",
    "In five of the last six regattas the mast broke.",
  ]) func readsAReturn(_ text: String) { #expect(Sample.facts(text).recurrences.count == 1) }

  @Test(arguments: [
    "Only Ines can tune the organ.", "The only man who knew the boiler has retired.",
    "None of our guides speaks Finnish.", "Nobody on the board has ever raised money.",
  ]) func readsAMissingSkill(_ text: String) { #expect(Sample.facts(text).skillGaps.count == 1) }

  @Test(arguments: ["We send final terms; nobody reads these.", "It's a few people, but nobody knows who."])
  func whatNobodyReadsOrKnowsIsNoSkill(_ text: String) { #expect(Sample.facts(text).skillGaps.isEmpty) }
}

/// Explanations with and without "because".
@Suite struct CauseTests {
  @Test(arguments: [
    ("Reason according to the shepherds: wet hooves.", "wet hooves"),
    ("Ewes limp on the far slope, maybe stones.", "stones"),
    ("I wonder if it's the new hay.", "it's the new hay"),
    ("Most complaints come from one loom.", "one loom"),
    ("Weavers are paid by the metre => they never stop for a torn thread.", "Weavers are paid by the metre"),
    ("Half the pots crack, which is no wonder: the kiln cools overnight.", "the kiln cools overnight"),
  ]) func readsACauseWithoutBecause(_ text: String, _ cause: String) {
    let facts = Sample.facts(text)
    #expect(facts.causes.map { facts.text($0.cause) } == [cause])
  }

  @Test func readsSeveralCausesOfOneSentence() {
    let facts = Sample.facts("Four trips failed because nobody was on the quay, two because the engine was cold.")
    #expect(facts.causes.map { facts.text($0.cause) } == ["nobody was on the quay", "the engine was cold"])
  }

  @Test(arguments: ["The wait is down to 30.", "I do not blame the deckhands.", "Perhaps we should sell the barge."])
  func readsNoCause(_ text: String) { #expect(Sample.facts(text).causes.isEmpty) }
}
