import { describe, expect, inject, test } from 'vitest';
import { filesUntilGuidance } from '../../bench/size.ts';
import { openEhr } from './ehr.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();

/** From now on the app serves no script and no style sheet but those that the size benchmark counts for a lumbar spine. */
async function serveOnlyWhatIsCounted(): Promise<{ readonly fetched: Set<string>; readonly refused: Set<string> }> {
  const counted = filesUntilGuidance('mr-lumbar-spine');
  const fetched = new Set<string>();
  const refused = new Set<string>();
  await context().route(`${inject('appUrl')}/assets/**`, (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    (counted.includes(file) ? fetched : refused).add(file);
    return counted.includes(file) ? route.continue() : route.abort();
  });
  return { fetched, refused };
}

describe('what the size benchmark counts', () => {
  test('is all it takes from launch to the questions, the verdict and what to do', async () => {
    const served = await serveOnlyWhatIsCounted();
    const { widget } = await openEhr(context(), { patient: 'plain-back-pain', order: 'plain-back-pain-order' });
    for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
    expect(await widget.verdict('Anbefales ikke')).toBe('Anbefales ikke');
    await widget.waitForHeading('Lænderygsmerter uden røde flag');
    await widget.waitForHeading('Gør sådan');
    await widget.root.getByText('Ikke klinisk godkendt').first().waitFor();
    expect([...served.fetched].toSorted()).toEqual([...filesUntilGuidance('mr-lumbar-spine')].toSorted());
    // What comes after guidance was asked for, and guidance stands without it.
    await widget.root.getByText('Vejledningen gælder.').waitFor();
    expect(served.refused.size).toBeGreaterThan(0);
  });

  test('is all it takes where a part of the record could not be read, and where it is urgent', async () => {
    await serveOnlyWhatIsCounted();
    const ehr = await openEhr(context());
    await ehr.setOptions({ failSearch: ['Condition'] });
    await ehr.choosePerson('Alma');
    await ehr.openDraft(/MR-skanning/);
    const { widget } = ehr;
    expect(await widget.gap()).toContain('Kunne ikke læses: diagnoser');
    await widget.holds('cauda-equina-signs');
    expect(await widget.telephone('emergency')).toContain('Ring nu');
    await widget.waitForHeading('Mistanke om cauda equina-syndrom: ring nu');
  });
});
