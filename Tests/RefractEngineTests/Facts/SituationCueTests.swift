import Foundation
import Testing

@testable import RefractEngine

/// A situation is read where a clause tells it, and nowhere else: a belief is built on it.
@Suite("Cues of situations")
struct SituationCueTests {
  private static func situations(_ text: String) -> Set<String> {
    let problem = Problem(
      id: "told", title: "What is told", hasOwnTitle: false, problem: text,
      fields: [Problem.Field(name: "problem", text: text)])
    return Set(ReportCases.engine.read(problem).facts.situations.map(\.situation))
  }

  @Test(arguments: [
    ("wish_assumed", "Everyone assumes that people who finish the trial want to join."),
    ("free_rider", "Half the allotment holders draw water from the well without paying into the pump fund."),
    ("gave_in", "Residents have stopped complaining because nothing ever happens."),
    ("single_test", "The whole plan rests on a single measurement from July."),
    ("selected_view", "We only asked regulars about the opening hours."),
    ("incident", "A forklift ran into the shelf and two colleagues were injured."),
    ("contention", "Four bands share one rehearsal room."),
    ("timing_wrong", "The pollen warning arrives after the beekeepers have left."),
    ("old_rule", "The reason for the second stamp has been forgotten."),
    ("promise_tension", "We promised the donor silence and owe the auditors openness."),
    ("must_decide", "We have to answer the landlord by Friday."),
    ("attendance", "Parents sign up and then do not come."),
    ("mixed_wants", "Hikers want benches while the hunters want quiet."),
    ("load_passes_on", "Retired colleagues are not replaced."),
    ("bargained_anew", "Each season the rent of the pitches is renegotiated."),
    ("rival_enters", "A second florist has opened across the road."),
    ("looks_alike", "Parents see no difference between us and the other kindergarten."),
    ("would_pay_more", "Tourists would gladly pay double."),
    ("spread_thin", "Our two youth workers are spread over nine villages."),
    ("change_ripples", "We can't move a single lesson without moving five others."),
    ("wide_access", "Former trainers can still open the hall."),
    ("too_much_at_once", "There were 1,130 pages, 71 percent of them resolved themselves before anyone looked."),
    ("kept_too_long", "No alert has ever been deleted."),
    ("only_one_can", "Lena answers most questions."),
    ("works_elsewhere", "In the wind section 14 of 16 come always."),
    ("wore_off", "Errors fell from 31 to 24 a month until April."),
    ("near_limit", "The car park holds 30 cars and people turn round at the gate."),
    ("differs_by_place", "Most of the errors happen between 14:00 and 15:00."),
    ("blocked_exit", "Inside, 31 of 48 bays are taken by patients who wait for a bed upstairs."),
    ("many_crossings", "One checkout makes 61 calls between services."),
    ("complaints_fall", "Since then reports went down from 140 to 45 a month."),
    ("cost_on_right_act", "The one who reported the incident had clicked himself and got a written warning."),
    ("number_decides", "The number of visitors is our success."),
    ("price_changed", "Most cancel when the discount ends."),
    ("data_stale", "Labels arrive 60 days late."),
    ("agreed_above", "Two firms agreed, and their foremen then keep the men at the machine anyway."),
    ("customers_go", "The audience of the musical doesn't come back for anything else."),
    ("new_ones_leave", "Eleven people signed up and three are still here."),
    ("readings_disagree", "Each department counts by its own definition."),
    ("rewarded_for_other", "Her bonus plan is based on signed contracts."),
    ("asked_again", "Half of the calls are questions about the same form."),
    ("rule_unenforced", "There is a fine which nobody has ever collected."),
    ("differs_by_place", "In one school lunch comes after recess, and there the waste is 74 grams."),
    ("only_one_can", "The machine has one operator per shift who can set it up."),
    ("many_open", "There are 190 open orders on the floor."),
    ("decided_elsewhere", "Sales promises dates without asking the shop floor."),
  ])
  func areReadInOtherWords(id: String, text: String) {
    #expect(Self.situations(text).contains(id))
  }

  @Test(arguments: [
    ("free_rider", "Two of us do nothing else and we are short of staff."),
    ("number_decides", "The council wants it under 80 by summer."),
    ("declining", "Errors fell from 31 to 24 a month."),
    ("spent_already", "Link protection would cost 4 euros a user and month."),
    ("single_test", "We tried a timer and standing on one leg."),
    ("decided_elsewhere", "The works council demands the app for both."),
    ("spent_already", "In spring we bought a fifth machine for 1,900 euros."),
    ("old_shortcuts", "The planner keeps a schedule in Excel. The old one was smaller."),
    ("people_leave", "One of the vets will go on maternity leave in February."),
    ("peak_time", "The training takes 120 hours on Saturdays."),
    ("first_time", "A fine which nobody has ever collected."),
    ("waiting", "We held two open days."),
    ("warning_ignored", "The men laughed."),
    ("resisted", "Parents complain about hunger at three."),
    ("owner_unclear", "A carrot who talks is on the poster."),
    ("no_way_back", "The lease runs until 2028 and we like the place."),
    ("overworked", "I want to give it until Christmas."), ("friction_step", "The shop opens at 7."),
    ("few_hands", "The concerts are always in the same three churches."),
    ("declining", "The wait is 5 days; two years ago it was 14."), ("got_worse", "There is more trust than before."),
    ("feeds_itself", "We buy pens, paper and so on."), ("late_change", "We met the day before."),
    ("wish_assumed", "I think we need a second oven."), ("bad_news_silent", "The staff are polite."),
    ("rival_explanations", "We blame the weather."), ("demand_grows", "We have 20 percent more budget than last year."),
    ("unused", "The boat is used by four families."), ("timing_wrong", "Three weeks later the mould came back."),
    ("principle_objection", "Files may not leave the building."), ("rival_moves", "The museum now opens at nine."),
    ("friction_step", "Parents book online in two minutes."),
    ("cost_on_right_act", "We have no trouble finding staff."),
    ("cost_shifted", "A second ferry on Sundays cost us 140,000."),
    ("free_rider", "Two tidy families gave notice last month."),
    ("gave_in", "Pupils at our music school give up the violin after a year."),
    ("gave_in", "Two weeks ago the head of the choir resigned."),
    ("single_test", "Members leave after one season."),
    ("selected_view", "Four of five visitors have been here before."),
    ("incident", "The same five people do everything and two of them are burnt out."),
    ("contention", "The village hall committee loses its evenings to quarrels about parking."),
    ("timing_wrong", "All of them are apprentices and away during the day."),
    ("old_rule", "The statutes say that any levy needs three quarters of the votes."),
    ("promise_tension", "The contract runs for eight years and cannot be cancelled."),
    ("must_decide", "What should I do first?"),
    ("must_decide", "The consultant decides on the morning round."),
    ("attendance", "In four of six jobs the Polish part came late."),
    ("safety_fear", "Nurses are afraid of the inquiry."),
    ("mixed_wants", "The treasurer wants a bigger advertisement."),
    ("added_bit_by_bit", "The cellars flood and it gets worse each year."),
    ("moves_faster", "Donors expect an answer within hours."),
    ("told_all_at_once", "I teach everything myself."),
    ("many_duties", "My neighbour does everything wrong."),
    ("removing_old", "If we could get rid of the dredger we would be fine."),
    ("extras_added", "We added a second phone line."),
    ("hard_to_change_over", "The payday can't be moved."),
    ("spread_thin", "We printed leaflets in four languages."),
    ("keen_few", "If one train is late, all the others wait."),
    ("new_ones_leave", "The bonus was stopped after a month."),
  ])
  func areNotReadInto(id: String, text: String) {
    #expect(!Self.situations(text).contains(id))
  }

  /// Short tellings from many fields, one a line: the situation, a colon, what somebody would write.
  @Test func areReadFromEveryTelling() throws {
    let file = CorpusTests.folder.deletingLastPathComponent().appendingPathComponent("tellings.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count >= 400)
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(parts.count == 2 && Self.situations(parts[1]).contains(parts[0]), "\(line)")
    }
  }
}
