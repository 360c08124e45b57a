/** The files of a new guideline by name: a sound one of one criterion and two rungs, whose texts say what to write there. */
export function newFiles(id: string): Readonly<Record<string, string>> {
  return {
    'guideline.json': guideline(id),
    'vignettes.json': VIGNETTES,
    'CHANGELOG.md': changelog(id),
  };
}

/** Until its author writes otherwise it speaks about one examination for the reason "other", and rates nothing. */
function guideline(id: string): string {
  return `{
  "$schema": "../schema/guideline.schema.json",
  "id": "${id}",
  "version": "0.1.0",
  "status": "draft",
  "title": { "da": "SKABELON: retningslinjens navn", "en": "TEMPLATE: name of the guideline" },
  "publisher": { "da": "SKABELON: hvem udgiver den", "en": "TEMPLATE: who publishes it" },
  "approval": null,
  "notFor": [
    { "da": "SKABELON: hvem den ikke gælder for", "en": "TEMPLATE: whom it does not cover" }
  ],

  "appliesTo": {
    "orders": ["mr-lumbar-spine"],
    "when": { "fact": "reason", "operator": "contains", "value": "other" }
  },

  "parameters": {
    "adult-age": {
      "label": { "da": "voksen fra", "en": "adult from" },
      "value": 18,
      "unit": "year",
      "source": "SKABELON: where the number comes from",
      "proposed": true
    }
  },

  "criteria": {
    "under-age": {
      "label": { "da": "barn eller ung", "en": "child or adolescent" },
      "when": { "fact": "age", "operator": "lessThan", "value": { "fact": "adult-age" } }
    }
  },

  "screens": [
    {
      "id": "first-questions",
      "title": { "da": "SKABELON: overskrift over spørgsmålene", "en": "TEMPLATE: heading above the questions" },
      "facts": ["age"]
    }
  ],

  "recommendations": [
    {
      "id": "child",
      "title": { "da": "SKABELON: første trin, det alvorligste", "en": "TEMPLATE: first rung, the most serious" },
      "when": { "condition": "under-age" },
      "ratings": { "mr-lumbar-spine": "no-criteria-apply" },
      "urgency": null,
      "say": {
        "da": "SKABELON: vurderingen og dens grund i en sætning eller to.",
        "en": "TEMPLATE: the verdict and its reason in a sentence or two."
      },
      "do": [{ "da": "SKABELON: hvad klinikeren skal gøre, et skridt ad gangen.", "en": "TEMPLATE: what to do, a step each." }],
      "evidence": ["first-source"]
    }
  ],

  "otherwise": {
    "id": "everybody-else",
    "title": { "da": "SKABELON: sidste trin, når intet andet gælder", "en": "TEMPLATE: last rung, when no other holds" },
    "ratings": { "mr-lumbar-spine": "no-criteria-apply" },
    "urgency": null,
    "say": {
      "da": "SKABELON: vurderingen og dens grund i en sætning eller to.",
      "en": "TEMPLATE: the verdict and its reason in a sentence or two."
    },
    "evidence": ["first-source"]
  },

  "evidence": {
    "first-source": {
      "cite": "SKABELON: publisher, title, year",
      "type": "guideline",
      "verified": false
    }
  }
}
`;
}

const VIGNETTES = `{
  "$schema": "../schema/vignettes.schema.json",
  "now": "2026-11-01T12:00:00+01:00",
  "order": "mr-lumbar-spine",
  "given": { "reason": ["other"], "age": 47 },
  "vignettes": [
    {
      "name": "SKABELON: 17-årig, første trin gælder",
      "given": { "age": 17 },
      "expect": { "recommendation": "child", "criteria": { "under-age": "true" } }
    },
    {
      "name": "SKABELON: 18-årig, første trin gælder lige akkurat ikke",
      "given": { "age": 18 },
      "expect": { "recommendation": "everybody-else", "verdict": "no-criteria-apply", "criteria": { "under-age": "false" } }
    },
    {
      "name": "SKABELON: alderen kendes ikke, så der spørges om den",
      "given": { "age": "unknown" },
      "expect": { "recommendation": null, "asks": ["age"], "criteria": { "under-age": "unknown" } }
    }
  ]
}
`;

function changelog(id: string): string {
  return `# Changelog of ${id}

Every change says what it affects (rungs, facts, value sets), how it was before, and why.

## 0.1.0 (draft, not approved by anybody)

**Affects**: everything; first version.
**Before**: nothing.
**Why**: SKABELON: which question it answers, and from which source.
`;
}
