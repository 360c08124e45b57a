import type { Path, Remark } from '../guideline/remark.ts';
import type { Text } from '../schema/text.ts';
import type { ComparedPart, Difference } from './expectation.ts';

/** The remark that a vignette comes out otherwise than it expects. */
export function failing(name: string, differences: readonly Difference[], path: Path): Remark {
  const told = differences.map(differenceText);
  return {
    code: 'vignette-fails',
    path,
    message: {
      da: `»${name}«: ${told.map(({ da }) => da).join('; ')}.`,
      en: `"${name}": ${told.map(({ en }) => en).join('; ')}.`,
    },
    remedy: {
      da: 'Ret reglen; eller det ventede, hvis reglen er rigtig.',
      en: 'Correct the rule, or the expectation if the rule is right.',
    },
  };
}

/** A difference in the words of the rule files: ids and values stay as they are written there. */
function differenceText({ part, id, expected, got }: Difference): Text {
  const { da, en } = COMPARED[part];
  const of = id === undefined ? '' : ` ${id}`;
  const [wanted, found] = [JSON.stringify(expected), JSON.stringify(got)];
  return {
    da: `${da}${of}: ventede ${wanted}, fik ${found}`,
    en: `${en}${of}: expected ${wanted}, got ${found}`,
  };
}

/** What is compared, as a name before a colon; a rating's examination or a criterion's id follows it. */
export const COMPARED: Readonly<Record<ComparedPart, Text>> = {
  'draft-orders': { da: 'henvisninger i kladde', en: 'draft orders' },
  applies: { da: 'retningslinjen gælder', en: 'the guideline applies' },
  recommendation: { da: 'anbefaling', en: 'recommendation' },
  verdict: { da: 'vurdering', en: 'verdict' },
  urgency: { da: 'hast', en: 'urgency' },
  asks: { da: 'spørgsmål', en: 'asks' },
  'asks-also': { da: 'blandt spørgsmålene', en: 'among what is asked' },
  rating: { da: 'vurdering af', en: 'rating of' },
  criterion: { da: 'kriteriet', en: 'criterion' },
  'combined-verdict': { da: 'samlet vurdering', en: 'combined verdict' },
  'combined-urgency': { da: 'samlet hast', en: 'combined urgency' },
};
