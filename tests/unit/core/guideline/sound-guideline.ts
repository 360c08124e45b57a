/** A small guideline without faults, as an author would write it; tests spoil one thing at a time. */
export const SOUND_GUIDELINE = `{
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
    "say": { "da": "Intet.", "en": "Nothing." }
  },
  "evidence": { "source": { "cite": "A source", "type": "guideline", "verified": true } }
}
`;

const FACTS = `{
  "facts": {
    "age": { "type": "number", "unit": "year", "min": 0, "max": 120, "label": { "da": "Alder", "en": "Age" } },
    "fever": {
      "type": "boolean",
      "label": { "da": "Feber", "en": "Fever" },
      "question": { "da": "Feber?", "en": "Fever?" }
    },
    "reason": {
      "type": "choice",
      "multiple": true,
      "label": { "da": "Indikation", "en": "Reason" },
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

/** A rules folder with that guideline and the vocabulary it needs. */
export function ruleFiles(guideline: string): Readonly<Record<string, string>> {
  return {
    'vocabulary/facts.json': FACTS,
    'vocabulary/orders.json': ORDERS,
    'test-guideline/guideline.json': guideline,
  };
}
