/// Forms of common English verbs: what tells "added" from a noun, and what turns it into "adding".
package enum Verbs {
  package enum Form: UInt8, Sendable { case base, third, past, participle, gerund }

  package struct Entry: Sendable {
    package var base: String
    package var baseKey: WordKey
    package var form: Form
  }

  /// Which verb a word is a form of; a form that is both past and participle ("added") counts as past.
  package static func entry(_ key: WordKey) -> Entry? { table[key] }

  /// "put", "cut", "set": past and base are one.
  package static func isUnchanging(_ key: WordKey) -> Bool { unchanging.contains(key) }

  private static let unchanging: Set<WordKey> = Set(
    irregular.split(separator: ";").compactMap { line in
      let parts = line.split(separator: " ").map(String.init)
      return parts.count == 3 && parts[0] == parts[1] ? WordKey(parts[0]) : nil
    })

  /// "add" → "adding", "cut" → "cutting", "tie" → "tying".
  package static func gerund(of base: String) -> String {
    if base == "be" { return "being" }
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("ee") || base.hasSuffix("oe") || base.hasSuffix("ye") { return base + "ing" }
    if base.hasSuffix("e") { return base.dropLast() + "ing" }
    return doubled(base) + "ing"
  }

  /// Every form of a verb of the table, the base included; empty for other words.
  package static func forms(of base: String) -> [String] {
    guard let entry = table[WordKey(base)], entry.base == base else { return [] }
    return inflections[base] ?? []
  }

  private static func doubled(_ base: String) -> String {
    guard doubling.contains(base), let last = base.last else { return base }
    return base + String(last)
  }

  private static func regularPast(_ base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if endsInConsonantY(base) { return base.dropLast() + "ied" }
    return doubled(base) + "ed"
  }

  private static func third(_ base: String) -> String {
    if ["s", "x", "z", "ch", "sh", "o"].contains(where: base.hasSuffix) { return base + "es" }
    if endsInConsonantY(base) { return base.dropLast() + "ies" }
    return base + "s"
  }

  private static func endsInConsonantY(_ base: String) -> Bool {
    guard base.hasSuffix("y"), let before = base.dropLast().last else { return false }
    return !"aeiou".contains(before)
  }

  private static let inflections: [String: [String]] = {
    var result: [String: [String]] = [:]
    for line in irregular.split(separator: ";") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 3 else { continue }
      result[parts[0]] = [parts[0], third(parts[0]), parts[1], parts[2], gerund(of: parts[0])]
    }
    for word in regular.split(separator: " ").map(String.init) where result[word] == nil {
      let past = regularPast(word)
      result[word] = [word, third(word), past, past, gerund(of: word)]
      if let single = americanPast(word) { result[word]?.append(single) }
    }
    return result
  }()

  /// "canceled" beside "cancelled".
  private static func americanPast(_ base: String) -> String? {
    doubling.contains(base) && base.hasSuffix("l") ? base + "ed" : nil
  }

  private static let table: [WordKey: Entry] = {
    var result: [WordKey: Entry] = [:]
    let order: [Form] = [.base, .third, .past, .participle, .gerund, .past]
    // In alphabetical order, so that a word that two verbs share ("found", "lay") always gets the same entry; a base
    // form wins over a past form, except for the words named below.
    for base in inflections.keys.sorted() {
      for (index, word) in (inflections[base] ?? []).enumerated() {
        let key = WordKey(word)
        if result[key] == nil || order[index] == .base && !pastFirst.contains(key) {
          result[key] = Entry(base: base, baseKey: WordKey(base), form: order[index])
        }
      }
    }
    for key in pastFirst {
      for base in ["find", "leave", "lie", "see", "fall"] {
        if inflections[base]?[2...3].contains(where: { WordKey($0) == key }) == true {
          result[key] = Entry(base: base, baseKey: WordKey(base), form: .past)
        }
      }
    }
    return result
  }()

  /// Past forms that are also bases of rarer verbs.
  private static let pastFirst: Set<WordKey> = ["left", "saw", "fell"]

  private static let irregular = """
    be was been;become became become;begin began begun;bend bent bent;bet bet bet;bid bid bid;bind bound bound;\
    bite bit bitten;blow blew blown;break broke broken;bring brought brought;broadcast broadcast broadcast;\
    build built built;burn burnt burnt;buy bought bought;catch caught caught;choose chose chosen;come came come;\
    cost cost cost;cut cut cut;deal dealt dealt;dig dug dug;do did done;draw drew drawn;drink drank drunk;\
    drive drove driven;eat ate eaten;fall fell fallen;feed fed fed;feel felt felt;fight fought fought;\
    find found found;fit fit fit;fly flew flown;forbid forbade forbidden;forget forgot forgotten;\
    freeze froze frozen;get got got;give gave given;go went gone;grow grew grown;hang hung hung;have had had;\
    hear heard heard;hide hid hidden;hit hit hit;hold held held;hurt hurt hurt;keep kept kept;know knew known;\
    lay laid laid;lead led led;learn learnt learnt;leave left left;lend lent lent;let let let;lie lay lain;\
    lose lost lost;make made made;mean meant meant;meet met met;overcome overcame overcome;\
    overrun overran overrun;pay paid paid;put put put;quit quit quit;read read read;rebuild rebuilt rebuilt;\
    redo redid redone;rewrite rewrote rewritten;ride rode ridden;ring rang rung;rise rose risen;run ran run;\
    say said said;see saw seen;seek sought sought;sell sold sold;send sent sent;set set set;shake shook shaken;\
    shrink shrank shrunk;shut shut shut;sing sang sung;sink sank sunk;sit sat sat;sleep slept slept;\
    slide slid slid;speak spoke spoken;spend spent spent;spin spun spun;split split split;spread spread spread;\
    stand stood stood;steal stole stolen;stick stuck stuck;strike struck struck;swim swam swum;take took taken;\
    teach taught taught;tell told told;think thought thought;throw threw thrown;understand understood understood;\
    wear wore worn;win won won;withdraw withdrew withdrawn;write wrote written;undo undid undone;sow sowed sown;\
    oversee oversaw overseen;reset reset reset;upset upset upset;retell retold retold;reread reread reread
    """

  private static let regular = """
    abandon absorb accept access accommodate accuse achieve acquire act adapt add address adjust admit adopt advance \
    advertise advise afford agree aim alert allocate allow alter amend analyse analyze announce annoy answer apologise \
    apologize appeal appear apply appoint approach approve argue arrange arrive ask assess assign assist assume attach \
    attack attempt attend attract audit automate avoid award backfire bake balance ban base batch behave believe \
    benchmark benefit blame block book boost borrow brief budget bump bypass calculate call cancel cap capture care \
    carry cause celebrate centralise centralize change charge chase cheat check circulate claim clarify clean clear \
    close coach collapse collect combine comment commission commit communicate compare compete complain complete \
    compress concentrate conclude conduct configure confirm connect consider consolidate construct consult contact \
    contain continue contract contribute control convert convince cook coordinate copy correct count cover crash \
    create criticise criticize cross customise customize cycle damage deactivate debate debug decide declare decline \
    decommission decrease dedicate defend defer define delay delegate delete deliver demand deny depend deploy design \
    destroy detect develop diagnose digitise digitize direct disable disagree disappear discount discover discuss \
    dismiss distribute divide document donate double downgrade draft drop dry duplicate earn ease edit educate elect \
    eliminate email embed employ empower enable encourage end enforce engage enlarge enlist ensure enter equip \
    escalate establish estimate evaluate examine exchange exclude excuse exist expand expect experience experiment \
    explain explore export expose extend fail fear fence fertilise fertilize file fill filter fine finish fire fix \
    flag flip flood focus follow force forecast form formalise formalize found free fund gain gather generate grab \
    grant group guarantee guard guess guide halve hand handle happen harm harvest hate help hire hope host identify \
    ignore implement import impose improve include increase indicate inform inherit initiate insert insist inspect \
    install instal instruct insulate integrate interview introduce invest investigate invite involve irrigate isolate \
    issue iterate join judge jump justify kick kill label lack land last launch lease level license lift like limit \
    link list listen load loan lobby localise localize lock log look loosen love lower mail maintain manage mandate \
    map mark market match matter measure mentor merge migrate mix model modernise modernize monitor mount move \
    nag name need negotiate normalise normalize note notice notify object observe obtain occur offer open operate \
    oppose optimise optimize order organise organize outsource overhaul own pack paint pair park parallelise \
    parallelize partner pass patch pause penalise penalize perform permit persuade phase phone pick pilot place plan \
    plant play plead plug point polish pool post postpone practise practice prefer prepare present press prevent price \
    print prioritise prioritize process produce profile prohibit promise promote prompt propose protect prototype \
    prove provide prune publicise publish pull purchase push qualify question queue quote raise rate reach react \
    realise realize rearrange reassign rebalance rebrand recalibrate receive recommend reconfigure record recover \
    recruit recycle redesign redirect redistribute redraw reduce refactor refer refill refine reform refresh refund \
    refuse register regulate reinforce reject relabel relate relaunch relax release relocate rely remain remember \
    remind remodel remove rename renegotiate renew renovate rent reopen reorder reorganise reorganize repaint repair \
    repeat replace replant reply report repost represent request require reroute reschedule resell reserve resign \
    resist resize resolve respond rest restart restore restrict restructure retain retire retrain retry return reuse \
    reveal reverse revert review revise reward ring rotate route ruin rush sack save scale scan schedule scrap screen \
    scrub search secure seem segment separate serve settle shard share shift ship shop shorten shout show shuffle \
    sign signal silence simplify sketch skip slash slip slow smooth solve sort sound source sponsor spray squeeze \
    stabilise stabilize stack staff stage stagger standardise standardize start starve state stay step stock stop \
    store streamline strengthen stress stretch strip structure study subcontract submit subscribe subsidise subsidize \
    substitute succeed suffer suggest supervise supply support suppose surprise surround survey suspect suspend sustain \
    swap switch synchronise synchronize tackle tag talk target test thank threaten tie tighten time top total touch \
    track trade train transfer transform translate transport travel treat trial trigger trim triple trust try tune \
    turn tweak unify update upgrade urge use validate value vary visit volunteer vote wait walk want warn wash waste \
    watch water weaken weigh weight welcome widen wish withhold wonder work worry worsen wrap outbid ditch axe \
    enrol enroll bundle unbundle containerise containerize cache index reindex normalise denormalise denormalize \
    vectorise vectorize precompute paginate throttle compost mulch rehearse audition tutor streamline recall \
    vaccinate screen triage discharge prescribe redeploy relabel reprice upskill crosstrain reroute consolidate \
    pollinate rezone repurpose hand-deliver roll bring-in reprint restock reassure renegotiate gamify \
    drown escape terminate affect conform power regard face express spoil behave attach accuse cite depart starve borrow \
    collect hurry climb cling chat cough cure dance dare decorate dig dine drag dream drift dump echo emerge erode evolve \
    exceed execute explode fade fetch flee float flow fold forgive gamble glue govern graze greet grind grip grumble \
    heal hesitate hinder hunt imitate impress infect inflate inhabit injure intend interfere interrupt invade kneel knit \
    knock lean leap loosen manufacture melt mend moan mow multiply mutter obey offend operate participate peel plough \
    pour pray preach predict pretend proceed pump punish puzzle qualify rain recall reckon recognise recognize regret \
    rehearse reproduce rescue retreat revolve rot rub sail scatter scold scrape scratch sew shelter shrug sigh sneeze \
    soak spell spill stare steer sting stir strain stray stumble surrender swallow sway sweep swell tease tempt tend \
    thrive tick trace trap trim twist vanish violate wander whisper wipe witness yield bother nag drain regain rank \
    outplay outsmart live breathe bake lodge camp clash cope creep decay overload overpay undercut validate rely misuse skimp lag dominate depend recover evaluate struggle \
    restyle soften harden nudge incentivise incentivize subsidise waive enact pledge exempt
    """

  /// Verbs that double their last letter; for those in -l the British form, whose American twin is also known.
  private static let doubling: Set<String> = [
    "stop", "plan", "cut", "set", "put", "run", "get", "let", "hit", "ship", "drop", "swap", "trim", "scrap", "tag",
    "ban", "refer", "defer", "prefer", "occur", "admit", "commit", "submit", "permit", "begin", "forget", "win", "sit",
    "split", "quit", "spin", "dig", "bid", "skip", "map", "cap", "wrap", "step", "shop", "top", "strip", "grab", "plug",
    "log", "flag", "nag", "scrub", "transfer", "control", "cancel", "label", "model", "travel", "signal", "total",
    "level", "slip", "flip", "shut", "fit", "bet", "swim", "enrol", "instal", "overrun", "reset", "upset", "forbid",
    "outbid",
  ]
}
