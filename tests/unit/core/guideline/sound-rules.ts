import { givenFacts, type People } from '../../../../src/core/vignette/case.ts';

/** A small guideline without faults, as an author would write it; tests spoil one thing at a time. */
const SOUND_GUIDELINE = `{
  "id": "test-guideline",
  "version": "1.0.0",
  "status": "draft",
  "title": { "da": "Prøve", "en": "Test" },
  "publisher": { "da": "Prøve", "en": "Test" },
  "approval": null,
  "notFor": [],
  "appliesTo": {
    "orders": ["mr-lumbar-spine"],
    "when": { "fact": "reason", "operator": "contains", "value": "low-back-pain" }
  },
  "parameters": {
    "old-age": { "label": { "da": "Høj alder", "en": "Old age" }, "value": 70, "unit": "year", "source": "test" }
  },
  "criteria": {
    "old": {
      "label": { "da": "Gammel", "en": "Old" },
      "when": { "fact": "age", "operator": "greaterThanInclusive", "value": { "fact": "old-age" } }
    }
  },
  "screens": [{ "id": "signs", "title": { "da": "Tegn", "en": "Signs" }, "facts": ["fever"] }],
  "recommendations": [
    {
      "id": "old-with-fever",
      "when": { "all": [{ "condition": "old" }, { "fact": "fever", "operator": "equal", "value": true }] },
      "title": { "da": "Feber", "en": "Fever" },
      "ratings": { "mr-lumbar-spine": "appropriate" },
      "urgency": "same-day",
      "say": { "da": "Feber.", "en": "Fever." },
      "evidence": ["source"]
    }
  ],
  "otherwise": {
    "id": "nothing",
    "title": { "da": "Intet", "en": "Nothing" },
    "ratings": { "mr-lumbar-spine": "not-appropriate" },
    "urgency": null,
    "say": { "da": "Intet.", "en": "Nothing." },
    "evidence": ["source"]
  },
  "evidence": { "source": { "cite": "A source", "type": "guideline", "verified": true } }
}
`;

const VIGNETTES = `{
  "now": "2026-09-01T09:00:00+02:00",
  "order": "mr-lumbar-spine",
  "given": { "reason": ["low-back-pain"], "fever": false },
  "vignettes": [
    {
      "name": "70 years with fever: MR the same day",
      "given": { "age": 70, "fever": true },
      "expect": { "recommendation": "old-with-fever", "asks": [], "criteria": { "old": "true" } }
    },
    {
      "name": "69 years with fever: nothing",
      "given": { "age": 69, "fever": true },
      "expect": { "recommendation": "nothing", "ratings": { "mr-lumbar-spine": "not-appropriate" } }
    }
  ]
}
`;

const CHANGELOG = `# Changelog of test-guideline

## 1.0.0 (draft)

Everything; first version.
`;

const FACTS = `{
  "facts": {
    "age": {
      "type": "number",
      "unit": "year",
      "min": 0,
      "max": 120,
      "label": { "da": "Alder", "en": "Age" },
      "read": [{ "reader": "age" }]
    },
    "fever": {
      "type": "boolean",
      "label": { "da": "Feber", "en": "Fever" },
      "question": { "da": "Feber?", "en": "Fever?" },
      "read": [{ "reader": "condition", "valueSet": "fever", "gives": true }]
    },
    "reason": {
      "type": "choice",
      "multiple": true,
      "label": { "da": "Indikation", "en": "Reason" },
      "question": { "da": "Indikation?", "en": "Reason?" },
      "choices": [
        { "id": "low-back-pain", "label": { "da": "Lændesmerter", "en": "Low back pain" } },
        { "id": "other", "label": { "da": "Andet", "en": "Other" } }
      ]
    }
  }
}
`;

const ORDERS = `{
  "orders": {
    "mr-lumbar-spine": {
      "label": { "da": "MR af lænderyg", "en": "MR lumbar spine" },
      "modality": "MR",
      "regions": ["lumbar-spine"],
      "codes": [{ "system": "urn:oid:1.2.208.176.2.4", "code": "UXME30" }]
    }
  }
}
`;

const FEVER = `{
  "resourceType": "ValueSet",
  "url": "https://example.org/ValueSet/fever",
  "name": "Fever",
  "compose": { "include": [{ "system": "urn:oid:1.2.208.176.2.4.12", "concept": [{ "code": "DR509" }] }] }
}
`;

const SITE = `{
  "guidelines": {
    "test-guideline": { "parameters": { "old-age": { "value": 65, "source": "The test region, 2026" } } }
  }
}
`;

/** One synthetic person, of the sandbox's own name, as the sound vocabulary reads her: 45 years, back pain. */
export const SOUND_PEOPLE: People = {
  names: ['plain-back-pain'],
  read: () => ({
    order: 'mr-lumbar-spine',
    facts: givenFacts({ reason: ['low-back-pain'], age: 45 }),
    drafts: 1,
  }),
};

/** A rules folder without faults: the guideline, its vignettes and changelog, a vocabulary and a site file. */
export const SOUND_RULES: Readonly<Record<string, string>> = {
  'vocabulary/facts.json': FACTS,
  'vocabulary/orders.json': ORDERS,
  'vocabulary/value-sets/fever.json': FEVER,
  'site.json': SITE,
  'test-guideline/guideline.json': SOUND_GUIDELINE,
  'test-guideline/vignettes.json': VIGNETTES,
  'test-guideline/CHANGELOG.md': CHANGELOG,
};
