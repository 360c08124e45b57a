import { expect, inject, test } from 'vitest';
import { openEhr } from './ehr.ts';
import { notesOf, readOrder, resetPeople } from './record.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();

test('an app on another site, without any storage there, goes all the way to a written decision', async () => {
  const ehrUrl = inject('crossSiteEhrUrl');
  await resetPeople(ehrUrl);
  await context().addInitScript(() => {
    if (location.hostname !== '127.0.0.1') return;
    const deny = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, { get: deny });
  });
  const ehr = await openEhr(context(), { patient: 'fever', order: 'fever-order', ehrUrl });
  const { widget } = ehr;
  await widget.noneOf('Akutte tegn');
  await widget.noneOf('Kræft, infektion');
  await widget.waitForHeading('Feber eller forhøjede infektionstal uden fokus');
  await widget.decide('kept');
  await widget.reasonForKeeping('Aftalt med speciallæge eller radiolog');
  await widget.write();
  await widget.waitForSaved();
  expect(notesOf(await readOrder('fever-order', ehrUrl))).toContain('Hastegrad: samme dag');
  const frame = ehr.page.frames().find((one) => one.url().startsWith(inject('crossSiteAppUrl')));
  expect(await frame?.evaluate(() => window.name)).not.toMatch(/token|fever|Jens/);
});
