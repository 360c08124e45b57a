import type { BrowserContext, Page, Request } from 'playwright-core';
import { buildAll, freePort, type Served, serveAll } from '../scripts/serve.ts';
import { launchBrowser } from '../tests/e2e/setup/browser.ts';
import { median, printTable } from './figures.ts';

const RUNS = 10;
const PATIENT = 'plain-back-pain';

/** One launch: milliseconds from the launch page's request to each step, and what was asked of the FHIR server. */
interface Launch {
  readonly steps: Readonly<Record<string, number>>;
  readonly fhirRequests: readonly string[];
}

/** Launch redirect to guidance on the sandbox, cold and warm, with where the time goes. */
export async function run(): Promise<void> {
  await buildAll();
  const served = await serveAll({ app: await freePort(), ehr: await freePort() });
  const browser = await launchBrowser();
  try {
    const cold: Launch[] = [];
    const warm: Launch[] = [];
    const kept = await browser.newContext();
    await measure(kept, served);
    for (let round = 0; round < RUNS; round += 1) {
      const fresh = await browser.newContext();
      cold.push(await measure(fresh, served));
      await fresh.close();
      warm.push(await measure(kept, served));
    }
    print(cold, warm);
  } finally {
    await browser.close();
    await served.close();
  }
}

async function measure(context: BrowserContext, { ehrUrl }: Served): Promise<Launch> {
  const page = await context.newPage();
  const launchUrl = await prepareLaunch(page, ehrUrl);
  const seen: { readonly request: Request; readonly at: number }[] = [];
  const done = new Map<Request, number>();
  page.on('request', (request) => seen.push({ request, at: performance.now() }));
  page.on('requestfinished', (request) => done.set(request, performance.now()));
  const start = performance.now();
  await page.goto(launchUrl, { waitUntil: 'commit' });
  await page.locator('.head-verdict').first().waitFor();
  const shown = performance.now();
  const first = (part: string) => seen.find(({ request }) => request.url().includes(part));
  const finished = (part: string): number => {
    const entry = first(part);
    return (entry ? (done.get(entry.request) ?? shown) : shown) - start;
  };
  const began = (part: string): number => (first(part)?.at ?? shown) - start;
  const fhir = seen.filter(({ request }) => /\/fhir(\/(?!\.well-known)|\/?$|\?)/.test(new URL(request.url()).pathname));
  const steps = {
    'launch page and its script': began('smart-configuration'),
    'discovery and authorization': began('/index.html'),
    'widget page and its script': began('/auth/token'),
    token: finished('/auth/token'),
    'draft order': fhir[0] ? (done.get(fhir[0].request) ?? shown) - start : Number.NaN,
    record: Math.max(...fhir.map(({ request }) => done.get(request) ?? shown)) - start,
    'facts, decision, first paint': shown - start,
  };
  await page.close();
  return { steps, fhirRequests: fhir.map(({ request }) => `${request.method()} ${new URL(request.url()).pathname}`) };
}

/** A launch as the EHR prepares it: its page asks its own server for the address. */
export async function prepareLaunch(page: Page, ehrUrl: string, patient = PATIENT): Promise<string> {
  await page.goto(ehrUrl);
  const body = JSON.stringify({ patient, orders: [`ServiceRequest/${patient}-order`] });
  const answer: unknown = await page.evaluate(
    async (content) =>
      (
        await fetch('/ehr/api/launch', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: content,
        })
      ).json(),
    body,
  );
  if (typeof answer === 'object' && answer !== null && 'launchUrl' in answer && typeof answer.launchUrl === 'string')
    return answer.launchUrl;
  throw new Error('the sandbox prepared no launch');
}

function print(cold: readonly Launch[], warm: readonly Launch[]): void {
  const names = Object.keys(cold[0]?.steps ?? {});
  const at = (launches: readonly Launch[], name: string): number =>
    median(launches.map(({ steps }) => steps[name] ?? Number.NaN));
  const ms = (value: number): string => `${Math.round(value)} ms`;
  const share = (launches: readonly Launch[], index: number): string => {
    const before = index === 0 ? 0 : at(launches, names[index - 1] ?? '');
    return ms(at(launches, names[index] ?? '') - before);
  };
  console.log(`\nLaunch redirect to guidance on the sandbox, median of ${RUNS}`);
  printTable([
    ['step', 'cold', 'until then', 'warm', 'until then'],
    ...names.map((name, index) => [
      name,
      share(cold, index),
      ms(at(cold, name)),
      share(warm, index),
      ms(at(warm, name)),
    ]),
  ]);
  console.log(`  FHIR requests after the token: ${cold[0]?.fhirRequests.join(', ') ?? 'none'}`);
}
