import { describe, expect, test } from 'vitest';
import { lintReferences } from '../../../../src/core/guideline/lint/references.ts';
import { patientInformationFor } from '../../../../src/core/guideline/patient-information.ts';
import { leafletText } from '../../../../src/i18n/leaflet-text.ts';
import { library } from '../../i18n/random-case.ts';

describe('what the patient is given', () => {
  test('a rung that does not exist is found, with the nearest that does', () => {
    const back = library.guidelines.find(({ document }) => document.id === 'low-back-pain-imaging')?.document;
    if (!back?.patientInformation) throw new Error('the guideline has no patient text');
    const patientInformation = { ...back.patientInformation, recommendations: ['no-red-flag'] };
    expect(lintReferences({ ...back, patientInformation }, library.vocabulary)).toMatchObject([
      {
        code: 'unknown-recommendation',
        path: ['patientInformation', 'recommendations', 0],
        remedy: { en: expect.stringContaining('"no-red-flags"') },
      },
    ]);
    expect(lintReferences(back, library.vocabulary)).toEqual([]);
  });

  test('nothing while no recommendation is reached', () => {
    for (const { document } of library.guidelines) expect(patientInformationFor(document, null)).toBeNull();
  });

  test('never where the recommendation supports an examination: the texts say why a scan rarely helps', () => {
    const given = library.guidelines.flatMap(({ document }) =>
      [...document.recommendations, document.otherwise].filter(({ id }) => patientInformationFor(document, id)),
    );
    expect(given.length).toBeGreaterThan(3);
    expect(
      given.flatMap(({ ratings }) => Object.values(ratings)).filter((rating) => rating !== 'not-appropriate'),
    ).toEqual([]);
    expect(given.filter(({ urgency }) => urgency === 'emergency')).toEqual([]);
  });

  test('names only rungs that the guideline has', () => {
    for (const { document } of library.guidelines) {
      const rungs = [...document.recommendations, document.otherwise].map(({ id }) => id);
      expect(document.patientInformation?.recommendations.filter((id) => !rungs.includes(id)) ?? []).toEqual([]);
    }
  });

  test('says how soon: 112 and »straks« before what can wait, and weight loss is nothing to call 112 about', () => {
    const nets = library.guidelines.flatMap(({ document }) => document.patientInformation?.safetyNet ?? []);
    const under = (sign: string) => nets.filter(({ signs }) => signs.some(({ da }) => da.startsWith(sign)));
    expect(under('vægttab').map(({ contact }) => contact.da)).toEqual(['Kontakt egen læge inden for en uge ved:']);
    for (const sign of ['nedsat bevidsthed', 'lammelse', 'brystsmerter'])
      expect(under(sign).map(({ contact }) => contact.da)).toEqual(['Ring 112 ved:']);
    const urgencies = library.guidelines.map(({ document }) =>
      (document.patientInformation?.safetyNet ?? []).map(({ contact }) =>
        ['Ring 112 ved:', 'Ring straks', 'Kontakt egen læge'].findIndex((one) => contact.da.startsWith(one)),
      ),
    );
    for (const order of urgencies) expect(order).toEqual([...order].sort());
    expect(urgencies.flat()).not.toContain(-1);
  });

  test('copied as text has each sign on a line of its own under whom to contact', () => {
    const head = library.guidelines.find(({ document }) => document.id === 'head-trauma-ct')?.document;
    if (!head?.patientInformation) throw new Error('the guideline has no patient text');
    expect(leafletText(head.patientInformation, head, 'da')).toContain(
      'Ring 112 ved:\n- nedsat bevidsthed (svær at vække)\n- krampeanfald\n\nRing straks til egen læge',
    );
  });
});
