/** A code that a clinician can choose, as the EHR's own lists have it (SKS, extract of October 2018). */
export type Choice = { readonly code: string; readonly name: string };

/** The examinations that can be ordered here. */
export const examinations: readonly Choice[] = [
  { code: 'UXME30', name: 'MR-skanning af columna lumbalis' },
  { code: 'UXRE30', name: 'Røntgenundersøgelse af columna lumbalis' },
  { code: 'UXCE30', name: 'CT-skanning af columna lumbalis' },
  { code: 'UXME00', name: 'MR-skanning af columna' },
  { code: 'UXMG11', name: 'MR-skanning af sakroiliakaled' },
  { code: 'UXCA00', name: 'CT-skanning af cerebrum' },
  { code: 'UXMA00', name: 'MR-skanning af cerebrum' },
  { code: 'UXCA90', name: 'CT-skanning af traumepatient' },
  { code: 'UXRC00', name: 'Røntgenundersøgelse af thorax' },
  { code: 'UXCC00', name: 'CT-skanning af thorax' },
];

/** The reasons that can be chosen; an order may also have none. */
export const reasons: readonly Choice[] = [
  { code: 'DM545', name: 'Lændesmerter UNS' },
  { code: 'DM544', name: 'Lændesmerter med ischias' },
  { code: 'DM480', name: 'Spinalstenose' },
  { code: 'DS060', name: 'Hjernerystelse' },
  { code: 'DR559', name: 'Besvimelse' },
  { code: 'DR05', name: 'Hoste' },
  { code: 'DR060', name: 'Dyspnø' },
  { code: 'DZ016', name: 'Kontakt mhp. radiologisk undersøgelse' },
];
