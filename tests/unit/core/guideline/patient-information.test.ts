import { describe, expect, test } from 'vitest';
import { patientInformationFor } from '../../../../src/core/guideline/patient-information.ts';
import { library } from '../../i18n/random-case.ts';

describe('what the patient is given', () => {
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
});
