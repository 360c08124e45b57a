import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../src/cds-hooks/configuration.ts';
import { type RunningService, startService } from '../../../src/cds-hooks/start.ts';
import { hookCall, personRecord } from './exchange.ts';

const folder = mkdtempSync(join(tmpdir(), 'cds-hooks-server-'));
let running: RunningService;

beforeAll(async () => {
  const configuration = {
    ...DEFAULTS,
    port: 0,
    maxBodyBytes: 200_000,
    feedback: { file: join(folder, 'feedback.sqlite'), retentionDays: 30 },
  };
  running = await startService(configuration, join(import.meta.dirname, '../../../rules'));
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = (path: string) => `${running.url}${path}`;
const json = { 'content-type': 'application/json' };

function sign(body: BodyInit, more: RequestInit & { duplex?: 'half' } = {}) {
  return fetch(address('/cds-services/imaging-order-sign'), { method: 'POST', headers: json, body, ...more });
}

describe('the service over HTTP', () => {
  test('discovery, a card and its feedback, and the metrics that count them', async () => {
    const { services } = await (await fetch(address('/cds-services'))).json();
    expect(services).toHaveLength(2);
    const answer = await sign(JSON.stringify(hookCall('order-sign', personRecord('plain-back-pain'))));
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { cards } = await answer.json();
    const feedback = [{ card: cards[0].uuid, outcome: 'overridden', outcomeTimestamp: '2026-11-01T09:00:00Z' }];
    const thanks = await fetch(address('/cds-services/imaging-order-sign/feedback'), {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ feedback }),
    });
    expect(thanks.status).toBe(200);
    const lines = [];
    for await (const line of running.service.store.export()) lines.push([line.kind, line.card]);
    expect(lines).toEqual([
      ['card', cards[0].uuid],
      ['feedback', cards[0].uuid],
    ]);
    const metrics = await (await fetch(address('/metrics'))).text();
    expect(metrics).toContain('indikation_drafts_total{order="mr-lumbar-spine",verdict="undetermined",card="shown"} 1');
    expect(metrics).toContain('indikation_feedback_total{outcome="overridden"} 1');
    expect(metrics).toContain('indikation_call_seconds_count{call="order-sign",status="200"} 1');
  });

  test('a body beyond the limit is refused, whether its length is told or not, and the service goes on', async () => {
    const huge = 'x'.repeat(300_000);
    expect((await sign(huge)).status).toBe(413);
    const unannounced = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 30; part += 1) controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)));
        controller.close();
      },
    });
    expect((await sign(unannounced, { duplex: 'half' })).status).toBe(413);
    expect((await fetch(address('/health'))).status).toBe(200);
  });

  test('bytes that are no HTTP, and a client that leaves in the middle, harm nobody', async () => {
    const { hostname, port } = new URL(running.url);
    for (const bytes of [
      '\u0000\u0001\r\n\r\n',
      'POST /cds-services/imaging-order-sign HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{',
    ])
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.end(bytes));
        socket.on('close', () => resolve());
        socket.on('error', () => resolve());
        socket.resume();
      });
    expect((await fetch(address('/health'))).status).toBe(200);
  });

  test('the address may carry a query, which nobody reads', async () => {
    expect((await fetch(address('/health?patient=1'))).status).toBe(200);
  });
});
