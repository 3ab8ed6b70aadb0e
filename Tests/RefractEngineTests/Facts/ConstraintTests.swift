import Testing

@testable import RefractEngine

@Suite struct ConstraintTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var kind: Constraint.Kind
    var touches: String?
    var span: String?
    var testDescription: String { text }
    init(_ text: String, _ kind: Constraint.Kind, _ touches: String?, _ span: String? = nil) {
      self.text = text
      self.kind = kind
      self.touches = touches
      self.span = span
    }
  }

  static let prose: [Case] = [
    Case("We cannot change the lease.", .prohibit, "contract"),
    Case("The harvest is late, and we can't hire anybody before June.", .prohibit, "headcount"),
    Case(
      "Our own rule says that all new code must meet the standard.", .require, "code",
      "all new code must meet the standard"),
    Case("How do we get more answers without annoying them?", .preserve, "customers-visible"),
    Case("How can we cut waiting without hiring?", .preserve, "headcount"),
    Case("We need to grow without breaking the bank.", .preserve, nil),
    Case("The budget is tight.", .limit, "money"),
    Case("There is no budget for new machines.", .limit, "money"),
    Case("Hiring is frozen until autumn.", .prohibit, "headcount"),
    Case("The public interface has to\nstay as it is for this release.", .require, "api-contract"),
    Case("Parking on the lawn is not allowed.", .prohibit, nil),
    Case("The kitchen must not close during the day.", .prohibit, "place"),
    Case("We have only two developers.", .only, nil),
    Case("Prices can not go up.", .prohibit, "price"),
    Case("We are required to keep records for ten years.", .require, nil),
    Case("Spending is capped at $5000.", .limit, "money"),
    Case("I refuse to pass people who then drown in the next course.", .limit, nil),
    Case("Rehearsals must end at nine.", .require, nil),
  ]

  @Test(arguments: prose) func readsLimitsFromProse(_ example: Case) throws {
    let facts = Sample.facts(example.text)
    let found = try #require(facts.constraints.first)
    #expect(found.kind == example.kind)
    if let touches = example.touches {
      #expect(found.touches.contains(touches))
    }
    if let span = example.span { #expect(facts.text(found.span) == span) }
  }

  @Test(arguments: [
    "We cannot see why.", "We can't do both.", "They can't explain it.", "It must be the router.",
    "It must have been the heat.",
    "She wrote that she could not go on.", "New pieces went in without anyone trying them.", "Can we keep up?",
    "Nobody can fill in those games which I can't fill otherwise.", "We have to guess.", "I cannot promise her that.",
  ]) func doesNotTakeInabilityForALimit(_ text: String) {
    let facts = Sample.facts(text)
    #expect(facts.constraints.map { facts.text($0.span) } == [])
  }

  @Test(arguments: [
    ("We cannot match the pay of large companies", Constraint.Kind.prohibit, true),
    ("The project week stays", .preserve, true),
    ("No real money may decide who gets food", .prohibit, true),
    ("One instructor, one room, no extra contact hours", .limit, true),
    ("Budget of $80,000", .limit, true), ("Ideally no new software", .limit, false),
    ("Donors expect an answer within hours", .require, true), ("Must run on the old tractor", .require, true),
    ("The block design itself will not be abandoned", .prohibit, true),
    ("Award conditions can only be changed with the unions", .only, true),
  ]) func readsListedConstraints(_ text: String, _ kind: Constraint.Kind, _ isHard: Bool) {
    let facts = Sample.facts("It is stuck.", fields: [("constraints[0]", text)])
    #expect(facts.constraints.map(\.kind) == [kind])
    #expect(facts.constraints.map(\.isHard) == [isHard])
    #expect(facts.constraints.map { facts.text($0.span) } == [text])
  }

  @Test func keepsALimitToldTwiceOnce() {
    let facts = Sample.facts(
      "We cannot match the pay of big firms.", fields: [("constraints[0]", "Cannot match the pay of big firms")])
    #expect(facts.constraints.count == 1)
  }
}
