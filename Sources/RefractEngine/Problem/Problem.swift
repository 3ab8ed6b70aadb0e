/// One problem as its author wrote it: the content of a problem file, validated.
///
/// Texts are kept as typed, with line breaks as `\n` and without control and bidirectional characters. Every text that
/// the analysis may quote is also listed in ``fields``, which is what spans point into.
public struct Problem: Sendable, Equatable {
  /// Slug: `[a-z0-9][a-z0-9-]*`, at most 80 characters; names the output files.
  public var id: String
  public var title: String
  /// True if the author gave a title; otherwise it is the shortened first sentence of ``problem``.
  public var hasOwnTitle: Bool
  /// Name of a domain pack; overrides the detected domain.
  public var domain: String?
  /// The situation in the author's own words. Never blank.
  public var problem: String
  public var context: [String]
  public var metrics: [Metric]
  public var attempts: [TriedAction]
  public var constraints: [String]
  public var stakeholders: [Party]
  public var options: [Alternative]
  public var deadline: String?
  public var successCriteria: [String]
  public var tags: [String]
  /// Mode id or name that the author forces.
  public var mode: String?
  public var lenses: LensRequest
  /// Extra text that one lens is given, by lens name or id, in the file's order.
  public var focus: [Focus]
  /// The author's own data, passed through untouched.
  public var meta: MetaValue?
  /// Every analysable text with the name of its field, in the order: title (if given), problem, context, metrics,
  /// attempts, constraints, stakeholders, options, deadline, success criteria, focus.
  public var fields: [Field]

  /// One text of the problem and the path under which reports cite it.
  public struct Field: Sendable, Equatable {
    /// `problem`, `title`, `context[0]`, `metrics[0].name`, `metrics[0].current`, `attempts[1].action`,
    /// `attempts[1].effect`, `attempts[1].note`, `constraints[0]`, `stakeholders[0].name`, `stakeholders[0].wants`,
    /// `stakeholders[0].concern`, `options[0].name`, `options[0].for`, `options[0].against`, `deadline`,
    /// `success_criteria[0]`, `focus.Pace Layering`. A list entry that is a plain text is `attempts[1]`,
    /// `stakeholders[0]`, `options[0]`; a `context` given as one text is `context`.
    public var name: String
    public var text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// What is measured. Values are the texts the author typed: `350ms`, `<150 ms`, `16 of 36`.
  public struct Metric: Sendable, Equatable {
    public var name: String
    public var current: String?
    public var target: String?
    public var baseline: String?
    public var unit: String?

    public init(
      name: String, current: String? = nil, target: String? = nil, baseline: String? = nil, unit: String? = nil
    ) {
      self.name = name
      self.current = current
      self.target = target
      self.baseline = baseline
      self.unit = unit
    }
  }

  /// One thing that was tried. A list entry that is a plain text is all ``action``.
  public struct TriedAction: Sendable, Equatable {
    public var action: String
    public var effect: String?
    public var note: String?

    public init(action: String, effect: String? = nil, note: String? = nil) {
      self.action = action
      self.effect = effect
      self.note = note
    }
  }

  /// Somebody involved. A list entry that is a plain text is all ``name``.
  public struct Party: Sendable, Equatable {
    public var name: String
    public var wants: String?
    public var concern: String?

    public init(name: String, wants: String? = nil, concern: String? = nil) {
      self.name = name
      self.wants = wants
      self.concern = concern
    }
  }

  /// One alternative on the table. A list entry that is a plain text is all ``name``.
  public struct Alternative: Sendable, Equatable {
    public var name: String
    public var pro: String?
    public var con: String?

    public init(name: String, pro: String? = nil, con: String? = nil) {
      self.name = name
      self.pro = pro
      self.con = con
    }
  }

  public struct Focus: Sendable, Equatable {
    public var lens: String
    public var text: String

    public init(lens: String, text: String) {
      self.lens = lens
      self.text = text
    }
  }

  /// Which lenses the author asks for.
  public enum LensRequest: Sendable, Equatable {
    /// So many of the analyst's choice, 1 to 8; the default is 3.
    case count(Int)
    /// These, by name or id, in this order.
    case named([String])
  }

  /// A value below `meta`: text, list or map, as typed.
  public indirect enum MetaValue: Sendable, Equatable {
    case text(String)
    case list([MetaValue])
    case map([MetaEntry])
  }

  /// One key of a `meta` map with its value.
  public struct MetaEntry: Sendable, Equatable {
    public var key: String
    public var value: MetaValue

    public init(key: String, value: MetaValue) {
      self.key = key
      self.value = value
    }
  }

  public init(
    id: String, title: String, hasOwnTitle: Bool = true, problem: String, fields: [Field]
  ) {
    self.id = id
    self.title = title
    self.hasOwnTitle = hasOwnTitle
    self.problem = problem
    self.fields = fields
    context = []
    metrics = []
    attempts = []
    constraints = []
    stakeholders = []
    options = []
    successCriteria = []
    tags = []
    lenses = .count(3)
    focus = []
  }
}
