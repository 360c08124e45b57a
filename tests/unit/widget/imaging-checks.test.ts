import { computed, signal } from '@preact/signals-core';
import type { FhirResource, ImagingStudy } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import type { ReferralContext } from '../../../src/fhir/context.ts';
import type { RecordOutcome, Session } from '../../../src/smart/port.ts';
import { createLoop } from '../../../src/ui/loop.ts';
import { createImagingChecks, type RecordChecks } from '../../../src/widget/imaging-checks.ts';
import type { OpenCase } from '../../../src/widget/open-case.ts';
import { orderLine } from '../../../src/widget/order-line.ts';
import type { Stage } from '../../../src/widget/stage.ts';
import { condition, draftOf, fakeSession, NOW, shippedLibrary } from './fake-session.ts';

const SKS = 'urn:oid:1.2.208.176.2.4';
const library = await shippedLibrary();
const [read] = await recordsOf(fakeSession());

async function recordsOf(session: Session): Promise<ReferralContext[]> {
  const outcome = await session.readRecord(draftOf(), [{ resourceType: 'Condition', params: {} }], () => undefined);
  return outcome.kind === 'read' ? [outcome.context] : [];
}

function mr(started: string): ImagingStudy {
  const procedureCode = [{ coding: [{ system: SKS, code: 'UXME30', display: 'MR-skanning af columna lumbalis' }] }];
  return {
    resourceType: 'ImagingStudy',
    id: 'mr',
    status: 'available',
    subject: { reference: 'Patient/anna' },
    started,
    procedureCode,
  };
}

/** Checks beside an open draft, where the later reading comes to that. */
function checksWith(
  outcome: RecordOutcome,
  { order = {}, conditions = [] as FhirResource[], rules = library.imaging ?? null } = {},
) {
  if (read === undefined) throw new Error('the fake EHR gave no record');
  const draft = draftOf(order);
  const session: Session = { ...fakeSession(), readRecord: async () => outcome };
  const context: ReferralContext = { ...read, order: draft.order, resources: new Map([['Condition', conditions]]) };
  const opened = signal<OpenCase | null>({ session, draft, context });
  const stage = signal<Stage>({ kind: 'guidance' });
  const loop = createLoop(library, () => undefined);
  const checks = createImagingChecks(
    {
      ...{ library, loop, now: NOW, stage, opened, recalled: signal(null) },
      order: computed(() => (opened.value ? orderLine(opened.value.draft.order) : null)),
      read: async () => true,
      findDraft: async () => undefined,
      showGuidance: () => undefined,
      start: async () => undefined,
    },
    async () => rules,
  );
  const shown = (): RecordChecks => {
    const { value } = checks.shown;
    if (typeof value !== 'object' || value === null) throw new Error(`nothing is shown: ${value}`);
    return value;
  };
  return { checks, opened, stage, loop, shown, context };
}

function found(...resources: FhirResource[]): RecordOutcome {
  if (read === undefined) throw new Error('the fake EHR gave no record');
  const byType = new Map(resources.map((resource) => [resource.resourceType, [resource]]));
  return { kind: 'read', context: { ...read, resources: byType, searches: [], gaps: [] } };
}

describe('what is read after guidance', () => {
  test('is joined to what guidance read, and becomes findings and remarks for the note', async () => {
    const { checks, shown } = checksWith(found(mr('2026-06-03')));
    expect(checks.shown.value).toBe('reading');
    await checks.read();
    expect(shown().overlap.findings.map(({ relation }) => relation)).toEqual(['same-examination']);
    expect(checks.remarks.value).toEqual([
      'Samme undersøgelse er udført 3. juni 2026: MR-skanning af columna lumbalis (UXME30).',
    ]);
  });

  test('of another patient ends everything', async () => {
    const { checks, opened, stage, loop } = checksWith({ kind: 'wrong-patient' });
    await checks.read();
    expect(stage.value).toEqual({ kind: 'wrong-patient' });
    expect(opened.value).toBeNull();
    expect(loop.assessment.value).toBeNull();
    expect(checks.shown.value).toBeNull();
  });

  test.each<[string, RecordOutcome, string]>([
    ['an expired access', { kind: 'expired' }, 'refused'],
    [
      'a Patient that does not answer',
      { kind: 'patient-unreadable', gap: { resourceType: 'Patient', reason: 'timed-out' } },
      'timed-out',
    ],
  ])('that fails by %s is gaps of all that was asked for; the rest is shown', async (_name, outcome, reason) => {
    const { checks, shown } = checksWith(outcome);
    await checks.read();
    expect(
      shown()
        .gaps.filter((gap) => gap.reason === reason)
        .map(({ resourceType }) => resourceType),
    ).toEqual(expect.arrayContaining(['Appointment', 'ServiceRequest', 'ImagingStudy']));
    expect(shown().overlap.findings).toEqual([]);
  });

  test('is not shown where its rules cannot be had', async () => {
    const { checks } = checksWith(found(), { rules: null });
    await checks.read();
    expect(checks.shown.value).toBe('unavailable');
  });

  test('is dropped when another draft was opened meanwhile', async () => {
    const { checks, opened, context } = checksWith(found(mr('2026-06-03')));
    const reading = checks.read();
    const open = opened.value;
    if (open) opened.value = { ...open, context: { ...context } };
    await reading;
    expect(checks.shown.value).toBe('reading');
  });
});

describe('what the clinician does about it', () => {
  test('planned at an MDT conference: the note says that and no finding', async () => {
    const { checks } = checksWith(found(mr('2026-06-03')));
    await checks.read();
    checks.plannedByTeam.value = true;
    expect(checks.remarks.value).toEqual(['Planlagt på MDT-konference.']);
    checks.forget();
    expect(checks.plannedByTeam.value).toBe(false);
  });

  const XR = { code: { coding: [{ system: SKS, code: 'UXRE30' }] } };

  test('before an X-ray near the womb the note says that pregnancy is not settled, or who has settled it', async () => {
    const { checks } = checksWith(found(), { order: XR });
    expect(checks.safety(null)).toEqual([]);
    await checks.read();
    expect(checks.safety(null)).toEqual(['Graviditet: ikke afklaret.']);
    checks.pregnancy.value = 'no';
    expect(checks.safety(null)).toEqual(['Graviditet: afkræftet af henviser.']);
    checks.pregnancy.value = 'yes';
    expect(checks.safety(null)).toEqual(['Graviditet: mulig ifølge henviser.']);
  });

  test('before MR the note says what implant the record mentions, also of what the draft is changed to', async () => {
    const conditions = [condition('DZ950', 'Hjertepacemaker')];
    const said = ['MR-sikkerhed ikke afklaret: journalen nævner Hjertepacemaker (DZ950), 12. maj 2021.'];
    const device: FhirResource = { resourceType: 'Device', id: 'none', status: 'inactive' };
    const kept = checksWith(found(device), { conditions });
    await kept.checks.read();
    expect(kept.checks.safety(null)).toEqual(said);
    expect(kept.checks.safety('xr-lumbar-spine')).toEqual(['Graviditet: ikke afklaret.']);
    const changed = checksWith(found(device), { order: XR, conditions });
    await changed.checks.read();
    expect(changed.checks.safety('mr-lumbar-spine')).toEqual(said);
  });

  test('where nothing of it could be had, the note says that it was not checked', async () => {
    const { checks } = checksWith(found(), { rules: null });
    await checks.read();
    expect(checks.safety(null)).toEqual([
      'Implantater, graviditet og tidligere billeddiagnostik er ikke kontrolleret.',
    ]);
  });

  describe('images that are there already can be read instead of taken again', () => {
    const provider = { system: 'urn:oid:1.2.208.176.1.1', value: '990000000000201' };
    const made = (identifier: object = provider): ImagingStudy => ({
      ...mr('2026-06-03'),
      location: { identifier, display: 'Prøvekøbing Privatscanning' },
    });
    const offered = async (outcome: RecordOutcome, urgent = false) => {
      const { checks, loop } = checksWith(outcome);
      await checks.read();
      await loop.begin('mr-lumbar-spine', () => new Map(), false);
      if (urgent)
        await loop.answer(
          new Map([
            ['cauda-equina-signs', { value: true }],
            ['reason', { value: ['low-back-pain'] }],
          ]),
        );
      return checks.offered.value;
    };

    test('where a private provider has taken them, by the code and with which images', async () => {
      expect(await offered(found(made()))).toMatchObject({
        codes: [{ code: 'UWW31' }],
        remark:
          'Ønskes: vurdering af fremmed billedmateriale (UWW31): MR-skanning af columna lumbalis (UXME30), Prøvekøbing Privatscanning, 3. juni 2026.',
      });
    });

    test('not where a public hospital has, nor where none are', async () => {
      expect(await offered(found(made({ ...provider, value: '1' })))).toBeNull();
      expect(await offered(found())).toBeNull();
    });

    test('not in an emergency: images from before answer nothing', async () => {
      expect(await offered(found(made()), true)).toBeNull();
    });

    test('not where the order was planned at an MDT conference', async () => {
      const { checks } = checksWith(found(made()));
      await checks.read();
      checks.plannedByTeam.value = true;
      expect(checks.offered.value).toBeNull();
    });
  });

  test('a problem chosen as reason answers the question, and goes on the order until the question is answered otherwise', async () => {
    const { checks, loop, shown } = checksWith(found(), {
      order: { reasonCode: [{ coding: [{ system: `${SKS}.12`, code: 'DZ016' }] }] },
      conditions: [condition('DM511', 'Diskusprolaps')],
    });
    await checks.read();
    const [problem] = shown().reason?.offered ?? [];
    await checks.pick(problem ?? null);
    expect(loop.answers.value.get('reason')).toEqual({ value: ['low-back-pain'] });
    expect(checks.reason.value?.map(({ code }) => code)).toEqual(['DM511']);
    await loop.answer(new Map([['reason', { value: ['other'] }]]));
    expect(checks.reason.value).toBeNull();
  });

  test('a problem that no guideline knows is written, and answers nothing', async () => {
    const { checks, loop, shown } = checksWith(found(), {
      order: { reasonCode: [] },
      conditions: [condition('DJ459', 'Astma')],
    });
    await checks.read();
    await checks.pick(shown().reason?.offered[0] ?? null);
    expect(loop.answers.value.size).toBe(0);
    expect(checks.reason.value?.map(({ code }) => code)).toEqual(['DJ459']);
  });
});
