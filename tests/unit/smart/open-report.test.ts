import { describe, expect, test } from 'vitest';
import type { ReportPlaces } from '../../../src/fhir/imaging/report-form.ts';
import { openReport, type ReportOutcome } from '../../../src/smart/open-report.ts';
import { readGrants } from '../../../src/smart/scopes.ts';
import { connectTo, type Reply, type Seen, searchset, serverUrl } from './fake-server.ts';

const SCOPES = 'patient/DiagnosticReport.rs patient/DocumentReference.rs patient/Binary.r';
const REPORT: ReportPlaces = { reports: ['r1'], documents: [], related: ['DiagnosticReport/r1', 'ImagingStudy/s1'] };
const subject = { reference: 'Patient/p1' };
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const document = (change: object = {}): object => ({
  resourceType: 'DocumentReference',
  id: 'd1',
  status: 'current',
  subject,
  content: [{ attachment: { contentType: 'text/plain', data: base64('Filed report.') } }],
  context: { related: [{ reference: 'ImagingStudy/s1' }] },
  ...change,
});

/** Opens a report with these forms; what the other addresses answer stands by their target. */
async function opened(
  forms: readonly object[],
  {
    more = {},
    replies = {},
    scopes = SCOPES,
    places = REPORT,
  }: {
    more?: object;
    replies?: Readonly<Record<string, Reply>>;
    scopes?: string;
    places?: ReportPlaces;
  } = {},
): Promise<{ outcome: ReportOutcome; seen: readonly Seen[] }> {
  const report = {
    resourceType: 'DiagnosticReport',
    id: 'r1',
    status: 'final',
    subject,
    presentedForm: forms,
    ...more,
  };
  const { connection, seen } = connectTo(({ target }) => {
    const [path = ''] = target.split('?');
    return (
      { 'DiagnosticReport/r1': { json: report }, DocumentReference: { json: searchset([]) }, ...replies }[path] ?? {
        status: 404,
      }
    );
  });
  const launch = { patient: { id: 'p1', serverUrl }, grants: readGrants(scopes), orderIds: [] };
  return { outcome: await openReport({ connection, launch, places }), seen };
}

const asked = (seen: readonly Seen[]): readonly string[] => seen.map(({ target }) => target);

describe('the report of an earlier examination', () => {
  test('is the text that the report carries, and nothing more is fetched', async () => {
    const { outcome, seen } = await opened([
      { contentType: 'application/pdf', url: 'Binary/b1' },
      { contentType: 'text/plain; charset=utf-8', data: base64('Ingen prolaps på L4/L5.'), title: 'MR' },
    ]);
    expect(outcome).toEqual({
      kind: 'opened',
      documents: [{ kind: 'text', title: 'MR', text: 'Ingen prolaps på L4/L5.' }],
      conclusions: [],
      misses: [],
    });
    expect(asked(seen)).toEqual(['DiagnosticReport/r1']);
  });

  test('is read as its charset says', async () => {
    const data = Buffer.from('Ingen prolaps på L4/L5.', 'latin1').toString('base64');
    const { outcome } = await opened([{ contentType: 'text/plain; charset=ISO-8859-1', data }]);
    expect(outcome).toMatchObject({ documents: [{ text: 'Ingen prolaps på L4/L5.' }] });
  });

  test.each([
    ['relative', 'Binary/b1'],
    ['absolute on the same server', `${serverUrl}/Binary/b1`],
  ])('is fetched with the token from an address that is %s', async (_, url) => {
    const { outcome, seen } = await opened([{ contentType: 'text/html', url }], {
      replies: { 'Binary/b1': { text: '<p>Ingen prolaps.</p>', headers: { 'content-type': 'text/html' } } },
    });
    expect(outcome).toMatchObject({ documents: [{ kind: 'html', text: '<p>Ingen prolaps.</p>' }] });
    expect(seen[1]?.headers.get('authorization')).toBe('Bearer a-token');
    expect(seen[1]?.headers.get('accept')).toBe('text/html, application/fhir+json;q=0.5');
  });

  test('may come inside a Binary resource', async () => {
    const json = { resourceType: 'Binary', contentType: 'application/pdf', data: base64('%PDF-1.4') };
    const { outcome } = await opened([{ contentType: 'application/pdf', url: 'Binary/b1' }], {
      replies: { 'Binary/b1': { json, headers: { 'content-type': 'application/fhir+json' } } },
    });
    const [pdf] = outcome.kind === 'opened' ? outcome.documents : [];
    expect(pdf?.kind === 'pdf' && (await pdf.content.text())).toBe('%PDF-1.4');
    expect(pdf?.kind === 'pdf' && pdf.content.type).toBe('application/pdf');
  });

  test.each([
    ['https://pacs.example/r/1', 'pacs.example'],
    ['//pacs.example/r/1', 'pacs.example'],
    ['http://ehr.example/fhir/Binary/b1', 'ehr.example'],
    ['data:text/plain,x', 'data:'],
    ['javascript:alert(1)', 'javascript:'],
  ])('on another origin it is named and never fetched: %s', async (url, host) => {
    const { outcome, seen } = await opened([{ contentType: 'text/plain', url }]);
    expect(outcome).toMatchObject({ documents: [], misses: [{ kind: 'elsewhere', host }] });
    expect(asked(seen).filter((target) => target.includes('pacs') || target.includes('Binary'))).toEqual([]);
  });

  test('that cannot be fetched leaves the next form, and says nothing of the first', async () => {
    const { outcome } = await opened([
      { contentType: 'text/plain', url: 'Binary/gone' },
      { contentType: 'text/html', data: base64('<b>Ja</b>') },
    ]);
    expect(outcome).toMatchObject({ documents: [{ kind: 'html' }], misses: [] });
  });

  test.each<[string, Reply, string]>([
    ['refused', { status: 403 }, 'refused'],
    ['a fault', { status: 500 }, 'failed'],
    ['gone', { status: 404 }, 'failed'],
    ['no connection', 'offline', 'offline'],
    ['no answer in time', 'hangs', 'timed-out'],
    [
      'a Binary without content',
      { json: { resourceType: 'Binary' }, headers: { 'content-type': 'application/fhir+json' } },
      'malformed',
    ],
  ])('a failure to fetch it (%s) is said, and the conclusion is what there is', async (_, reply, reason) => {
    const { outcome } = await opened([{ contentType: 'text/plain', url: 'Binary/b1' }], {
      more: { conclusion: 'Ingen prolaps.' },
      replies: { 'Binary/b1': reply },
    });
    expect(outcome).toEqual({
      kind: 'opened',
      documents: [],
      conclusions: ['Ingen prolaps.'],
      misses: [{ kind: 'unread', reason }],
    });
  });

  test('of a type that cannot be shown is named', async () => {
    const { outcome } = await opened([{ contentType: 'application/dicom', data: base64('DICM') }]);
    expect(outcome).toMatchObject({ documents: [], misses: [{ kind: 'unshown', contentType: 'application/dicom' }] });
  });

  test('ends with an access that has expired', async () => {
    const { outcome } = await opened([], { replies: { 'DiagnosticReport/r1': { status: 401 } } });
    expect(outcome).toEqual({ kind: 'expired' });
  });

  test.each([
    ['another patient', { subject: { reference: 'Patient/p2' } }],
    ['nobody', { subject: undefined }],
    ['another report', { id: 'r2' }],
  ])('of %s is never shown', async (_, more) => {
    const { outcome } = await opened([{ contentType: 'text/plain', data: base64('Hemmeligt.') }], { more });
    expect(outcome).toMatchObject({
      documents: [],
      conclusions: [],
      misses: [{ kind: 'unread', reason: 'malformed' }],
    });
  });
});

describe('documents filed under an examination', () => {
  const places = { reports: [], documents: [], related: ['ImagingStudy/s1'] };

  test('are looked for where no report presents any', async () => {
    const { outcome, seen } = await opened([], { replies: { DocumentReference: { json: searchset([document()]) } } });
    expect(outcome).toMatchObject({ documents: [{ kind: 'text', text: 'Filed report.' }] });
    expect(asked(seen)[1]).toBe(
      'DocumentReference?patient=p1&related=DiagnosticReport%2Fr1%2CImagingStudy%2Fs1&_count=200',
    );
  });

  test.each([
    ['of another patient', { subject: { reference: 'Patient/p2' } }],
    ['filed under something else', { context: { related: [{ reference: 'ImagingStudy/s2' }] } }],
    ['filed nowhere', { context: undefined }],
    ['that was superseded', { status: 'superseded' }],
  ])('%s are not the report', async (_, change) => {
    const { outcome } = await opened([], {
      places,
      replies: { DocumentReference: { json: searchset([document(change)]) } },
    });
    expect(outcome).toMatchObject({ documents: [] });
  });

  test('that a procedure names as its report are read by id', async () => {
    const { outcome, seen } = await opened([], {
      places: { ...places, documents: ['d1'] },
      replies: { 'DocumentReference/d1': { json: document({ context: undefined }) } },
    });
    expect(outcome).toMatchObject({ documents: [{ text: 'Filed report.' }] });
    expect(asked(seen)).toEqual(['DocumentReference/d1']);
  });

  test('are not looked for without leave, and that is said', async () => {
    const { outcome, seen } = await opened([], { places, scopes: 'patient/DiagnosticReport.rs' });
    expect(outcome).toMatchObject({ misses: [{ kind: 'unread', reason: 'not-granted' }] });
    expect(seen).toEqual([]);
  });
});
