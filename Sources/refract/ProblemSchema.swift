/// The JSON Schema (draft 2020-12) of a problem file.
enum ProblemSchema {
  static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Refract problem",
      "description": "One problem in its author's own words. Only `problem` is required.",
      "type": "object",
      "required": ["problem"],
      "additionalProperties": false,
      "$defs": {
        "scalar": {"type": ["string", "number", "boolean"]},
        "texts": {
          "anyOf": [{"$ref": "#/$defs/scalar"}, {"type": "array", "items": {"$ref": "#/$defs/scalar"}}]
        }
      },
      "properties": {
        "$schema": {"type": "string", "description": "Allowed and ignored."},
        "problem": {
          "type": "string", "pattern": "\\S",
          "description": "The situation in your own words. Paragraphs and lists are welcome."
        },
        "id": {
          "type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$", "maxLength": 80,
          "description": "Name of the report's files. Default: the file's name."
        },
        "title": {
          "$ref": "#/$defs/scalar", "description": "Heading, one line. Default: the first sentence of `problem`."
        },
        "domain": {"type": "string", "description": "Name of a domain pack; overrides the detected domain."},
        "context": {"$ref": "#/$defs/texts", "description": "Background: team, stack, history."},
        "metrics": {
          "type": "array", "description": "What is measured.",
          "items": {
            "anyOf": [
              {"$ref": "#/$defs/scalar", "description": "A text with its figures: `churn 4%, target 2%`."},
              {
                "type": "object", "required": ["name"], "additionalProperties": false,
                "properties": {
                  "name": {"$ref": "#/$defs/scalar"},
                  "current": {"$ref": "#/$defs/scalar", "description": "Where it stands: `350ms`, `4%`, `16 of 36`."},
                  "target": {"$ref": "#/$defs/scalar", "description": "Where it has to be: `<150 ms`."},
                  "baseline": {"$ref": "#/$defs/scalar", "description": "Where it was once."},
                  "unit": {"$ref": "#/$defs/scalar"}
                }
              }
            ]
          }
        },
        "attempts": {
          "type": "array", "description": "What was tried, in order, with its effect.",
          "items": {
            "anyOf": [
              {"$ref": "#/$defs/scalar"},
              {
                "type": "object", "required": ["action"], "additionalProperties": false,
                "properties": {
                  "action": {"$ref": "#/$defs/scalar"},
                  "effect": {"$ref": "#/$defs/scalar", "description": "`5%`, `-0.4s`, `no change`."},
                  "note": {"$ref": "#/$defs/scalar"}
                }
              }
            ]
          }
        },
        "constraints": {
          "type": "array", "items": {"$ref": "#/$defs/scalar"}, "description": "What must hold."
        },
        "stakeholders": {
          "type": "array", "description": "Who is involved and what they want.",
          "items": {
            "anyOf": [
              {"$ref": "#/$defs/scalar"},
              {
                "type": "object", "required": ["name"], "additionalProperties": false,
                "properties": {
                  "name": {"$ref": "#/$defs/scalar"},
                  "wants": {"$ref": "#/$defs/scalar"},
                  "concern": {"$ref": "#/$defs/scalar"}
                }
              }
            ]
          }
        },
        "options": {
          "type": "array", "description": "Alternatives on the table, where the problem is a choice.",
          "items": {
            "anyOf": [
              {"$ref": "#/$defs/scalar"},
              {
                "type": "object", "required": ["name"], "additionalProperties": false,
                "properties": {
                  "name": {"$ref": "#/$defs/scalar"},
                  "for": {"$ref": "#/$defs/scalar"},
                  "against": {"$ref": "#/$defs/scalar"}
                }
              }
            ]
          }
        },
        "deadline": {
          "$ref": "#/$defs/scalar", "description": "When it has to be solved: `2 weeks`, `2026-12-01`."
        },
        "success_criteria": {
          "type": "array", "items": {"$ref": "#/$defs/scalar"}, "description": "What a good outcome looks like."
        },
        "tags": {
          "type": "array", "description": "Grouping on the index.",
          "items": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$", "maxLength": 80}
        },
        "mode": {"type": "string", "description": "Forces the thinking mode, by id or name."},
        "lenses": {
          "description": "Forces the lenses, by id or name, or says how many (default 3).",
          "anyOf": [
            {"type": "integer", "minimum": 1, "maximum": 8},
            {"type": "array", "items": {"type": "string"}, "minItems": 1}
          ]
        },
        "focus": {
          "type": "object", "additionalProperties": {"$ref": "#/$defs/scalar"},
          "description": "Extra text that one lens is given, by lens name or id."
        },
        "meta": {
          "type": "object", "description": "Your own data, passed through untouched."
        }
      }
    }

    """#
}
