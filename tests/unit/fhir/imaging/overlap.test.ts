import { describe, expect, test } from 'vitest';
import { concept, type Loose } from '../record.ts';
import {
  appointment,
  draftFor,
  findingsOf,
  order,
  overlapOf,
  procedure,
  RULES,
  report,
  study,
} from './imaging-record.ts';

describe('the same examination', () => {
  test.each<[string, Loose, string]>([
    ['a study', study('UXME30', '2026-05-01'), 'ImagingStudy/study-UXME30'],
    ['a report', report('UXME30', '2026-05-01'), 'DiagnosticReport/report-UXME30'],
    ['a procedure', procedure('UXME30', '2026-05-01'), 'Procedure/procedure-UXME30'],
    ['an order that is not carried out', order('UXME30'), 'ServiceRequest/order-UXME30'],
    ['an order on hold', order('UXME30', { status: 'on-hold' }), 'ServiceRequest/order-UXME30'],
    ['an order carried out', order('UXME30', { status: 'completed' }), 'ServiceRequest/order-UXME30'],
    ['a booked appointment', appointment('UXME30', '2026-06-10T08:00:00+02:00'), 'Appointment/appointment-UXME30'],
  ])('is found in %s', (_name, resource, reference) => {
    expect(findingsOf([resource])).toEqual([`same-examination: ${reference}`]);
  });

  test('is found by any code of the examination, contrast or not', () => {
    const other = study('UXME30', '2026-05-01', { procedureCode: [concept('http://snomed.info/sct', '41333006')] });
    expect(findingsOf([other])).toEqual(['same-examination: ImagingStudy/study-UXME30']);
    expect(findingsOf([study('UXME30+UXZ10', '2026-05-01')])).toHaveLength(1);
  });

  test('is found for an examination that no guideline speaks about', () => {
    expect(findingsOf([study('UXMG25', '2026-05-01')], { placed: draftFor('UXMG25') })).toHaveLength(1);
  });

  test('is found by the code alone where nobody knows the examination', () => {
    const unknown = study('UXXX99', '2026-05-01');
    expect(findingsOf([unknown], { placed: draftFor('UXXX99') })).toHaveLength(1);
    expect(findingsOf([unknown], { placed: draftFor('UXXX98') })).toEqual([]);
  });

  test('of the other side of the body is another one', () => {
    const right = draftFor('UXMG25+TUL1');
    expect(findingsOf([study('UXMG25+TUL2', '2026-05-20')], { placed: right })).toEqual([]);
    expect(findingsOf([study('UXMG25+TUL1', '2026-05-20')], { placed: right })).toHaveLength(1);
    expect(findingsOf([study('UXMG25', '2026-05-20')], { placed: right })).toHaveLength(1);
    expect(overlapOf([study('UXMG25+TUL2', '2026-05-20')], { placed: right }).related).toHaveLength(1);
  });
});

describe('an overlapping region', () => {
  test('is a wider field, a narrower field, or another modality that may answer', () => {
    const head = { placed: draftFor('UXCA00') };
    expect(findingsOf([study('UXCA90', '2026-05-31')], head)).toEqual([
      'overlapping-region: ImagingStudy/study-UXCA90',
    ]);
    expect(findingsOf([study('UXMA10', '2026-05-31')], head)).toEqual([
      'overlapping-region: ImagingStudy/study-UXMA10',
    ]);
    expect(findingsOf([study('UXME00', '2026-05-01')])).toEqual(['overlapping-region: ImagingStudy/study-UXME00']);
    expect(findingsOf([study('UXCE30', '2026-05-01')])).toEqual(['overlapping-region: ImagingStudy/study-UXCE30']);
    expect(findingsOf([study('UXMH00', '2026-05-01')])).toEqual(['overlapping-region: ImagingStudy/study-UXMH00']);
  });

  test('is none where the modality cannot answer, but stands in the time line', () => {
    const overlap = overlapOf([study('UXRE30', '2026-05-01')]);
    expect(overlap.findings).toEqual([]);
    expect(overlap.related.map(({ relation }) => relation)).toEqual(['same-region']);
  });

  test.each([
    ['CT of the heart and CT of the chest lie in the same region, whatever the letters say', 'UXCC00', 'UXCC00A', 1],
    ['a bone density scan of the lumbar spine answers no X-ray', 'UXRE30', 'UXRE80', 0],
    ['MR of the shoulder is not MR of the elbow', 'UXMF10', 'UXMF25', 0],
    ['CT of the bony pelvis lies in the pelvis of a trauma CT', 'UXCG10', 'UXCA90', 1],
    ['CT of the kidneys is not MR of the liver, though both lie in the abdomen', 'UXCD60', 'UXMD40', 0],
    ['an echocardiography does not answer a CT of the chest', 'UXCC00', 'UXUC80', 0],
    ['a trauma CT does not show the lumbar spine', 'UXME30', 'UXCA90', 0],
  ])('%s', (_name, drafted, earlier, findings) => {
    expect(findingsOf([study(earlier, '2026-05-20')], { placed: draftFor(drafted) })).toHaveLength(findings);
  });

  test('that cannot be told is no finding, but is shown', () => {
    const unclear: Loose = { ...study('UXMX10', '2026-05-20'), modality: [{ system: 'd', code: 'MR' }] };
    const overlap = overlapOf([{ ...unclear, procedureCode: undefined }]);
    expect(overlap.findings).toEqual([]);
    expect(overlap.related.map(({ relation }) => relation)).toEqual(['unclear']);
  });

  test('of another part of the body does not stand in the time line', () => {
    expect(overlapOf([study('UXMG25', '2026-05-20')]).related).toEqual([]);
  });
});

describe('windows', () => {
  const at = (code: string, date: string, placed = code) =>
    findingsOf([study(code, date)], { placed: draftFor(placed) }).length;

  test.each<[string, string, string, number]>([
    ['60 days for what has no window of its own', 'UXMG25', '2026-04-02T12:00:00+02:00', 1],
    ['60 days and a second', 'UXMG25', '2026-04-02T11:59:59+02:00', 0],
    ['12 months for MR of the lumbar spine', 'UXME30', '2025-06-01T12:00:00+02:00', 1],
    ['12 months and a second', 'UXME30', '2025-06-01T11:59:59+02:00', 0],
    ['5 years for X-ray of the lumbar spine', 'UXRE30', '2021-06-01T12:00:00+02:00', 1],
    ['5 years and a second', 'UXRE30', '2021-06-01T11:59:59+02:00', 0],
  ])('%s: %s of %s gives %i', (_name, code, date, expected) => {
    expect(at(code, date)).toBe(expected);
  });

  test('reach as far ahead as back', () => {
    const ahead = (start: string) => findingsOf([appointment('UXMG25', start)], { placed: draftFor('UXMG25') }).length;
    expect(ahead('2026-07-31T12:00:00+02:00')).toBe(1);
    expect(ahead('2026-07-31T12:00:01+02:00')).toBe(0);
  });

  test('are shown with their source, and so is that no source gives one', () => {
    const [finding] = overlapOf([study('UXME30', '2026-05-01')]).findings;
    expect(finding?.window).toMatchObject({ within: { months: 12 }, proposed: true });
    const [other] = overlapOf([study('UXMG25', '2026-05-01')], { placed: draftFor('UXMG25') }).findings;
    expect(other?.window.source.da).toContain('Sundhedsstyrelsen');
  });

  test('decide only as far as the date is precise: else the finding says so', () => {
    const [coarse] = overlapOf([study('UXME30', '2025')]).findings;
    expect(coarse?.doubts).toEqual(['date-imprecise']);
    const [undated] = overlapOf([study('UXME30', undefined)]).findings;
    expect(undated?.doubts).toEqual(['date-missing']);
    const [certain] = overlapOf([study('UXME30', '2026')]).findings;
    expect(certain?.doubts).toEqual([]);
  });

  test('an order without a time is near when it was written lately, and else perhaps', () => {
    const doubts = (authoredOn: string | undefined) =>
      overlapOf([order('UXME30', { authoredOn })]).findings.map((finding) => finding.doubts);
    expect(doubts('2026-05-20')).toEqual([[]]);
    expect(doubts('2024-05-20')).toEqual([['date-missing']]);
    expect(doubts(undefined)).toEqual([['date-missing']]);
  });
});

describe('what never counts', () => {
  test.each<[string, Loose]>([
    ['a cancelled study', study('UXME30', '2026-05-01', { status: 'cancelled' })],
    ['a study entered in error', study('UXME30', '2026-05-01', { status: 'entered-in-error' })],
    ['a report entered in error', report('UXME30', '2026-05-01', { status: 'entered-in-error' })],
    ['a cancelled report', report('UXME30', '2026-05-01', { status: 'cancelled' })],
    ['a procedure not done', procedure('UXME30', '2026-05-01', { status: 'not-done' })],
    ['a revoked order', order('UXME30', { status: 'revoked' })],
    ['another draft', order('UXME30', { status: 'draft' })],
    ['an order not to do it', order('UXME30', { doNotPerform: true })],
    ['a proposal', order('UXME30', { intent: 'proposal' })],
    ['a cancelled appointment', appointment('UXME30', '2026-06-10', { status: 'cancelled' })],
    ['an appointment nobody came to', appointment('UXME30', '2026-05-10', { status: 'noshow' })],
    [
      'another patient’s appointment',
      appointment('UXME30', '2026-06-10', { participant: [{ actor: { reference: 'Patient/p2' } }] }),
    ],
    ['another patient’s study', study('UXME30', '2026-05-01', { subject: { reference: 'Patient/p2' } })],
  ])('%s', (_name, resource) => {
    expect(overlapOf([resource]).related).toEqual([]);
  });
});

describe('the draft is never its own duplicate', () => {
  test.each<[string, Loose]>([
    ['as it stands in the record', order('UXME30', { id: 'draft', status: 'active' })],
    ['under its identifier', order('UXME30', { identifier: [{ system: 'n', value: '1' }] })],
    [
      'as the appointment made for it',
      appointment('UXME30', '2026-06-10', { basedOn: [{ reference: 'ServiceRequest/draft' }] }),
    ],
    ['as the order that carries it out', order('UXME30', { basedOn: [{ reference: 'ServiceRequest/draft' }] })],
    ['as the order that replaces it', order('UXME30', { replaces: [{ reference: 'ServiceRequest/draft' }] })],
  ])('%s', (_name, resource) => {
    const placed = draftFor('UXME30', { identifier: [{ system: 'n', value: '1' }] });
    expect(overlapOf([resource], { placed }).related).toEqual([]);
  });

  test('nor is the appointment of an order that carries it out', () => {
    const filler = order('UXME30', { basedOn: [{ reference: 'ServiceRequest/draft' }] });
    const booked = appointment('UXME30', '2026-06-10', { basedOn: [{ reference: 'ServiceRequest/order-UXME30' }] });
    expect(overlapOf([booked, filler]).related).toEqual([]);
  });

  test('nor the plan it follows from, nor the order it replaces; but images made on that plan are', () => {
    const plan = order('UXME30', { id: 'plan', intent: 'plan' });
    const placed = draftFor('UXME30', { basedOn: [{ reference: 'ServiceRequest/plan' }] });
    expect(findingsOf([plan], { placed })).toEqual([]);
    expect(
      findingsOf([plan], { placed: draftFor('UXME30', { replaces: [{ reference: 'ServiceRequest/plan' }] }) }),
    ).toEqual([]);
    const made = study('UXME30', '2026-05-25', { basedOn: [{ reference: 'ServiceRequest/plan' }] });
    expect(findingsOf([plan, made], { placed })).toEqual(['same-examination: ImagingStudy/study-UXME30']);
  });

  test('a draft without an id is not mistaken for resources without one', () => {
    const placed = draftFor('UXME30', { id: undefined });
    expect(findingsOf([study('UXME30', '2026-05-01', { id: undefined })], { placed })).toHaveLength(1);
  });
});

describe('an order planned at an MDT conference', () => {
  const rules = {
    ...RULES,
    site: { ...RULES.site, plannedByTeam: [{ system: 'https://ehr.example/order-flag', code: 'mdt' }] },
  };
  const planned = draftFor('UXME30', { category: [concept('https://ehr.example/order-flag', 'mdt')] });

  test('has no findings, and the time line all the same', () => {
    const overlap = overlapOf([study('UXME30', '2026-05-01')], { placed: planned, rules });
    expect(overlap).toMatchObject({ findings: [], plannedByTeam: true });
    expect(overlap.related).toHaveLength(1);
  });

  test('is none without the site’s code', () => {
    expect(findingsOf([study('UXME30', '2026-05-01')], { rules })).toHaveLength(1);
  });
});

test('a site can leave out what its EHR says already', () => {
  const leaveOut = [{ finding: 'same-examination' as const, source: 'test' }];
  const rules = { ...RULES, site: { ...RULES.site, leaveOut } };
  const found = findingsOf([study('UXME30', '2026-05-01'), study('UXCE30', '2026-05-01')], { rules });
  expect(found).toEqual(['overlapping-region: ImagingStudy/study-UXCE30']);
});
