import { describe, expect, test } from 'vitest';
import type { Guidance } from '../../../src/core/decision/guidance.ts';
import { assessmentResource, OUTCOME_EXTENSION } from '../../../src/fhir/assessment-resource.ts';
import { concept, draft, NOW, SKS_D } from './record.ts';

const guidance: Guidance = {
  guideline: 'low-back-pain-imaging',
  version: '1.2.0',
  recommendation: 'no-red-flags',
  speaks: 'no-red-flags',
  verdict: 'not-appropriate',
  urgency: null,
  ratings: { 'mr-lumbar-spine': 'not-appropriate' },
  reachable: ['no-red-flags'],
  applies: 'yes',
  asks: [],
  justification: { criteria: [], facts: [] },
};
const about = { order: draft(), patientId: 'p1', now: NOW, note: 'Anbefales ikke.' };

describe('the stored assessment', () => {
  test('names guideline and version, patient, order and time, with the words of the note', () => {
    expect(assessmentResource(guidance, about)).toEqual({
      resourceType: 'GuidanceResponse',
      extension: [
        {
          url: OUTCOME_EXTENSION,
          extension: [
            { url: 'recommendation', valueCode: 'no-red-flags' },
            { url: 'verdict', valueCode: 'not-appropriate' },
          ],
        },
      ],
      requestIdentifier: { system: 'https://indikation.example/order', value: 'ServiceRequest/draft' },
      moduleCanonical: 'https://indikation.example/PlanDefinition/low-back-pain-imaging|1.2.0',
      status: 'success',
      subject: { reference: 'Patient/p1' },
      occurrenceDateTime: NOW,
      note: [{ time: NOW, text: 'Anbefales ikke.' }],
    });
  });

  test('says that data are required while undetermined', () => {
    expect(assessmentResource({ ...guidance, verdict: 'undetermined' }, about).status).toBe('data-required');
  });

  test("carries the order's reasons, and points only at what R4 lets it point at", () => {
    const order = draft({
      encounter: { reference: 'Encounter/e1' },
      reasonCode: [concept(SKS_D, 'DM545')],
      reasonReference: [{ reference: 'Condition/c1' }, { reference: '#k' }, { reference: 'ServiceRequest/9' }, 'x'],
    });
    expect(assessmentResource(guidance, { ...about, order })).toMatchObject({
      encounter: { reference: 'Encounter/e1' },
      reasonCode: [concept(SKS_D, 'DM545')],
      reasonReference: [{ reference: 'Condition/c1' }],
    });
  });

  test('of a draft not yet saved has no order to name', () => {
    expect(assessmentResource(guidance, { ...about, order: draft({ id: undefined }) })).not.toHaveProperty(
      'requestIdentifier',
    );
  });
});
