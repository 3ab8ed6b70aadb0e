/// What a constraint protects: the closed vocabulary that moves use too, told by words (single words or two in a row).
enum ConstraintTouches {
  /// The whole vocabulary: what is told by words, and what only actions name.
  static let names: Set<String> = Set(words.map(\.0)).union(["api-additive", "money-small"])

  static func touches(_ range: Range<Int>, field: Int, in document: Document) -> [String] {
    let tokens = document.tokens[field]
    var found: [String] = []
    for index in range where tokens[index].kind == .word || tokens[index].kind == .symbol {
      let token = tokens[index]
      var names = table[token.key] ?? table[token.stem] ?? []
      if index + 1 < range.upperBound { names += pairs[Pair(token.stem, tokens[index + 1].stem)] ?? [] }
      for name in names where !found.contains(name) { found.append(name) }
      if found.count > 6 { break }
    }
    return found
  }

  struct Pair: Hashable, Sendable {
    var first: WordKey
    var second: WordKey
    init(_ first: WordKey, _ second: WordKey) {
      self.first = first
      self.second = second
    }
  }

  private static let table: [WordKey: [String]] = index(words: words)

  private static let pairs: [Pair: [String]] = {
    var result: [Pair: [String]] = [:]
    for (target, cues) in words {
      for cue in cues.split(separator: ",") {
        let tokens = Tokeniser.tokens(of: " " + cue).filter { $0.kind == .word }
        if tokens.count == 2 { result[Pair(tokens[0].stem, tokens[1].stem), default: []].append(target) }
      }
    }
    return result
  }()

  private static func index(words: [(String, String)]) -> [WordKey: [String]] {
    var result: [WordKey: [String]] = [:]
    for (target, cues) in words {
      for cue in cues.split(separator: ",") {
        let tokens = Tokeniser.tokens(of: " " + cue).filter { $0.kind != .lineBreak }
        guard tokens.count == 1, let token = tokens.first else { continue }
        for key in Set([token.key, token.stem]) where result[key]?.contains(target) != true {
          result[key, default: []].append(target)
        }
      }
    }
    return result
  }

  /// Cue words of each target, in the order in which targets are listed in reports.
  private static let words: [(String, String)] = [
    ("framework", "framework, rewrite, re-platform, replatform, django, rails, react, spring boot, different language"),
    ("language", "language, java, python, php, cobol, fortran"),
    ("database-engine", "database, postgres, postgresql, mysql, oracle, database engine, sql server, mongodb"),
    ("schema", "schema, tables, data model, migration, migrations"),
    (
      "api-contract",
      "api, apis, public interface, interface, backwards compatible, backward compatible, integrations, endpoints"
    ),
    ("infra-cost", "infrastructure, servers, hardware, hosting, cloud, gpu, machines, new infrastructure"),
    (
      "money",
      "budget, cost, costs, afford, money, spend, spending, funds, funding, expensive, pay for, cash, capital, $, €, £, loan, grant, dollars, euros, pounds, overdraft, salaries"
    ),
    (
      "headcount",
      "hire, hires, hiring, headcount, staff, recruit, people, employees, volunteers, instructor, agents, extra hands, more staff, new staff, redundancies, layoffs, jobs"
    ),
    (
      "team-time",
      "hours, overtime, spare time, working hours, weekends, evenings, contact hours, two developers, workload"
    ),
    ("feature-time", "roadmap, feature, features, feature work, feature development, product work"),
    (
      "deadline",
      "deadline, deadlines, launch date, release date, due, term, season, opening night, before christmas, postpone"
    ),
    (
      "downtime",
      "downtime, uptime, availability, offline, outage, 24/7, 24-hour, interruption, without a gap, interrupt, shut down, close the"
    ),
    (
      "quality",
      "quality, standard, standards, accuracy, pass mark, safety, bar, correct, correctly, conformance, hygiene, grades"
    ),
    ("contract", "contract, contracts, agreement, agreements, lease, tender, award conditions, licence"),
    ("vendor", "vendor, vendors, supplier, suppliers, provider, contractor"),
    (
      "price",
      "price, prices, pricing, fee, fees, fare, fares, tuition, rent, ticket price, discount, discounts, charge"
    ),
    ("revenue", "revenue, income, sales, turnover, donations, takings, profit"),
    ("brand", "brand, reputation, name, image, trust"),
    ("positioning", "positioning, premium, market position, luxury"),
    (
      "policy",
      "policy, policies, rule, rules, bylaw, bylaws, autonomy, formula, code of conduct, curriculum, statute, veto"
    ),
    ("org", "reorg, restructure, reorganise, reorganize, org chart, departments, merge teams, merger"),
    (
      "process",
      "process, processes, procedure, procedures, workflow, project week, schedule, timetable, rota, roster, sprint"
    ),
    ("tooling", "tool, tools, tooling, software, spreadsheet, spreadsheets, app"),
    ("code", "code, codebase, source code, monolith"),
    ("frontend", "frontend, front-end, ui, screen, layout, design"),
    ("deployment", "deploy, deployment, deployments, release, releases, rollout, ci"),
    ("architecture", "architecture, microservices, system, systems, lock, old system"),
    ("ops-time", "on-call, operations, ops, maintenance"),
    ("skill", "skill, skills, expertise, experience, training, trained, qualified"),
    (
      "customers-visible",
      "customers, customer, clients, users, patients, parents, members, guests, pupils, students, visitors, passengers, readers, tenants, residents, audience, annoying"
    ),
    (
      "legal",
      "legal, law, laws, gdpr, hipaa, compliance, regulation, regulations, regulator, regulators, licence, insurance, union, unions, court, privacy"
    ),
    ("data-collected", "data, tracking, personal data, records, cookies, surveillance, cameras"),
    ("user-effort", "clicks, sign up, friction, effort, extra steps, forms, fill in"),
    ("output", "output, production, throughput, deliveries, harvest, capacity, shipments"),
    ("other-team", "other team, other teams, another team, other department, departments, partners"),
    ("management-time", "management, managers, executives, board approval, approval"),
    (
      "place",
      "office, location, building, room, rooms, site, premises, land, space, remote, kitchen, warehouse, move out, hall"
    ),
  ]
}
