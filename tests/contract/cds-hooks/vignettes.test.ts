import { describe, expect, test } from 'vitest';
import { evaluateCase } from '../../../src/cli/evaluate.ts';
import { assess } from '../../../src/core/decision/assess.ts';
import type { FactValue } from '../../../src/core/facts/fact.ts';
import { givenFacts } from '../../../src/core/vignette/case.ts';
import { readAnnotation } from '../../../src/fhir/order-annotation.ts';
import { shippedGuidelines } from '../../rules/shipped.ts';
import { answeredDraft, callAbout, cardsFor, exchangeService, NOW, UNREADABLE } from './exchange.ts';

const { library, guidelines } = await shippedGuidelines();
const { service } = await exchangeService();

type Given = Readonly<Record<string, FactValue>>;

async function saidByCore(order: string, given: Given): Promise<string> {
  const { verdict, urgency } = await assess(library, givenFacts(given), order);
  return verdict === 'undetermined' ? verdict : `${verdict}, ${urgency}`;
}

async function saidByEvaluate(order: string, given: Given): Promise<string> {
  const result = await evaluateCase(library, { now: NOW, order, given });
  if (!('line' in result)) return JSON.stringify(result);
  const { verdict, urgency } = { verdict: '', urgency: '', ...result.line };
  return verdict === 'undetermined' ? verdict : `${verdict}, ${urgency}`;
}

/** The verdict in the annotation of the order, which a draft without one does not get; a card must say the same. */
async function saidByService(order: string, given: Given): Promise<string> {
  const call = callAbout('order-sign', [answeredDraft(order, given)], UNREADABLE);
  const { cards, systemActions } = await cardsFor(service, call);
  const [action] = systemActions ?? [];
  const noted = action?.type === 'update' && action.resource.resourceType === 'ServiceRequest' ? action.resource : null;
  const outcome = noted === null ? null : readAnnotation(noted, library.vocabulary.facts)?.outcome;
  const rated = outcome?.verdict ?? 'undetermined';
  const onCard = cards[0]?.source.topic.code ?? rated;
  if (onCard !== rated) return `${rated} on the order, ${onCard} on the card`;
  return outcome?.verdict ? `${rated}, ${outcome.urgency}` : rated;
}

describe.each(guidelines)('$id', ({ vignettes }) => {
  const cases = vignettes.vignettes.filter(({ person }) => person === undefined);

  test(`${cases.length} vignettes come out the same through the core, evaluate and the service`, async () => {
    const said = [];
    for (const vignette of cases) {
      const order = vignette.order ?? vignettes.order;
      const entries = Object.entries({ ...vignettes.given, ...vignette.given });
      const given = Object.fromEntries(entries.filter(([, value]) => value !== 'unknown'));
      const core = await saidByCore(order, given);
      const evaluate = await saidByEvaluate(order, given);
      said.push({ name: vignette.name, core, evaluate, service: await saidByService(order, given) });
    }
    expect(said.filter(({ core, evaluate, service: served }) => core !== evaluate || core !== served)).toEqual([]);
  });
});
