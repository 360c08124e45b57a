import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { evaluateOne } from './run-evaluate.ts';

const PEOPLE = join(import.meta.dirname, '../../../sandbox/people');
const NOW = '2026-11-01T12:00:00+01:00';

/** A finding of a result line that is about the record. */
interface RecordFinding {
  readonly code: string;
  readonly message: string;
  readonly text?: { readonly da: string; readonly en: string };
  readonly references?: readonly string[];
}

async function bundleOf(person: string): Promise<Bundle> {
  return JSON.parse(await readFile(join(PEOPLE, `${person}.json`), 'utf8')) as Bundle;
}

async function findingsOf(bundle: Bundle): Promise<readonly RecordFinding[]> {
  const { findings } = await evaluateOne({ now: NOW, bundle });
  return findings as readonly RecordFinding[];
}

describe('evaluate names beside the guidelines what the record of a synthetic person says', () => {
  test.each<[person: string, code: string, says: string, reference: string]>([
    [
      'mr-elsewhere',
      'same-examination',
      'Samme undersøgelse er udført 14. september 2026: MR-skanning af columna lumbalis (UXME30), Eksempelby Sygehus, Røntgen. Begge er MR af lænderyg.',
      'ImagingStudy/mr-elsewhere-earlier-mr',
    ],
    [
      'private-mr',
      'same-examination',
      'Samme undersøgelse er udført 25. september 2026',
      'DiagnosticReport/private-mr-report',
    ],
    [
      'booked-mr',
      'same-examination',
      'Samme undersøgelse er booket til 18. november 2026',
      'Appointment/booked-mr-appointment',
    ],
    ['trauma-ct', 'overlapping-region', 'Begge omfatter hoved.', 'ImagingStudy/trauma-ct-trauma-ct'],
    ['recent-mr', 'same-examination', 'Samme undersøgelse er udført 3. juni 2026', 'ImagingStudy/recent-mr-mr'],
    ['earlier-x-ray', 'same-examination', 'Samme undersøgelse er udført', 'ImagingStudy/earlier-x-ray-x-ray'],
    ['pacemaker-mr', 'implant', 'Afklar MR-sikkerheden', 'Condition/pacemaker-mr-pacemaker'],
    ['ct-at-thirty', 'pregnancy', 'Kan patienten være gravid?', ''],
    ['unspecific-reason', 'unspecific-reason', 'Koden på henvisningen siger ikke noget om indikationen (', ''],
    ['no-reason', 'no-reason', 'Henvisningen har ingen indikation.', ''],
    ['coarse-order', 'reason-without-code', 'Indikationen står kun som tekst, uden kode', ''],
  ])('%s: %s', async (person, code, says, reference) => {
    const findings = await findingsOf(await bundleOf(person));
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    const [finding] = findings;
    expect(finding?.text?.da).toContain(says);
    expect(finding?.message).toBe(finding?.text?.en);
    expect(finding?.message).not.toBe(finding?.text?.da);
    if (reference !== '') expect(finding?.references).toContain(reference);
  });

  test.each(['plain-back-pain', 'mdt-planned', 'x-ray-draft', 'no-draft'])('nothing of it for %s', async (person) => {
    const findings = await findingsOf(await bundleOf(person));
    expect(findings.map(({ code }) => code).filter((code) => code !== 'no-draft-order')).toEqual(
      person === 'x-ray-draft' ? ['pregnancy'] : [],
    );
  });

  test('an entry that could not be read is a gap, and what is there is still found', async () => {
    const bundle = await bundleOf('mr-elsewhere');
    const unreadable: unknown = { resourceType: 'Procedure', id: 'x', status: 7 };
    const entry = [...(bundle.entry ?? []), { resource: unreadable as never }];
    const { findings, gaps } = await evaluateOne({ now: NOW, bundle: { ...bundle, entry } });
    expect(findings.map(({ code }) => code)).toEqual(['same-examination']);
    expect(gaps).toEqual([{ resourceType: 'Procedure', reason: 'malformed' }]);
  });
});
