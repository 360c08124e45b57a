import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { killInMidWrite } from './kill-in-mid-write.ts';

test('killed in mid-write it starts again, and no feedback that was acknowledged is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cds-hooks-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { kills, acknowledged, lost, interrupted } = await killInMidWrite(folder, 3, 'source');
  expect([kills, lost]).toEqual([3, []]);
  expect(acknowledged).toBeGreaterThan(0);
  expect(interrupted).toBeGreaterThan(0);
}, 120_000);
