import type { AccessClaims } from '../authorization/claims.ts';
import type { Sealer } from '../authorization/sealer.ts';
import type { CdsClient } from '../cds-client/client.ts';
import type { Store } from '../fhir/store.ts';
import { parseJson } from '../parse-json.ts';
import { callHook, sendFeedback } from './hooks.ts';
import { createLaunch, parseLaunchRequest } from './launch.ts';
import { isSameOrigin } from './same-origin.ts';

/** How long the EHR page's own token lives. In seconds. */
const sessionSeconds = 3600;

/** What the EHR's own API needs. */
export type Ehr = {
  readonly origin: string;
  readonly appUrl: string;
  readonly fhirBase: string;
  readonly sealer: Sealer;
  readonly store: Store;
  readonly cds: CdsClient;
  /** Reference of the signed-in clinician: `Practitioner/…`. */
  fhirUser(): string;
  /** Puts the people back as they were written. */
  reset(): Promise<void>;
};

/**
 * The small API of the EHR page, under `/ehr/api`. There is no sign-in: whoever opens the sandbox is its clinician.
 * Pages of other origins are refused, and get no CORS.
 */
export async function handleEhrApi(ehr: Ehr, request: Request): Promise<Response> {
  if (!isSameOrigin(ehr.origin, request)) {
    return refuse(403, `Only the EHR's own page may call this. Open ${ehr.origin}/`);
  }
  const { pathname } = new URL(request.url);
  switch (`${request.method} ${pathname}`) {
    case 'GET /ehr/api/session':
      return answer(await openSession(ehr));
    case 'GET /ehr/api/configuration':
      return answer({ appUrl: ehr.appUrl, fhirBase: ehr.fhirBase });
    case 'POST /ehr/api/launch':
      return launch(ehr, request);
    case 'POST /ehr/api/hook':
      return answerOrRefuse(await callHook(ehr.cds, ehr.fhirUser(), parseJson(await request.text())));
    case 'POST /ehr/api/feedback':
      return answerOrRefuse(await sendFeedback(ehr.cds, parseJson(await request.text())));
    case 'POST /ehr/api/reset':
      await ehr.reset();
      return new Response(null, { status: 204 });
    default:
      return refuse(404, 'No such call.');
  }
}

async function openSession({ sealer, fhirBase }: Ehr) {
  const claims: AccessClaims = { scope: 'system/*.cruds', options: {} };
  return { accessToken: await sealer.seal('access', claims, sessionSeconds), fhirBase, expiresIn: sessionSeconds };
}

async function launch(ehr: Ehr, request: Request): Promise<Response> {
  const claims = parseLaunchRequest(parseJson(await request.text()));
  if ('wrong' in claims) return refuse(400, claims.wrong);
  if (!(await ehr.store.read('Patient', claims.patient))) return refuse(400, `There is no Patient/${claims.patient}`);
  return answer(await createLaunch(ehr.sealer, ehr.appUrl, ehr.fhirBase, claims));
}

function answerOrRefuse(result: object): Response {
  return 'wrong' in result ? refuse(400, String(result.wrong)) : answer(result);
}

function answer(body: unknown): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: { 'cache-control': 'no-store' } });
}
