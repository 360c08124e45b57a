import { answerFeedback } from './answer-feedback.ts';
import { answerHook } from './answer-hook.ts';
import { discoveryDocument, hookOf } from './discovery.ts';
import { type HooksRequest, type HooksResponse, jsonResponse } from './http.ts';
import { failureResponse } from './operation-outcome.ts';
import type { HooksService } from './service.ts';

/** One address of the service. */
interface Route {
  /** Its name in the metrics. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Whether the caller must say who it is: all of CDS Hooks (2.0, "Trusting CDS Clients"). */
  readonly isHooks: boolean;
  answer(service: HooksService, request: HooksRequest): Promise<HooksResponse>;
}

/** Answers a call. Every failure is an answer; whatever a client sends, the service goes on. */
export async function handle(service: HooksService, request: HooksRequest): Promise<HooksResponse> {
  const started = service.now();
  const route = routeOf(request.path);
  const response = await answerRoute(service, request, route);
  service.metrics.answered(route?.name ?? 'other', response.status, (service.now() - started) / 1000);
  return { ...response, headers: { ...ALWAYS, ...corsHeaders(service, request), ...response.headers } };
}

/** What is answered is about a patient and for now: nobody keeps it, and nobody takes it for a page. */
const ALWAYS: Readonly<Record<string, string>> = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

async function answerRoute(service: HooksService, request: HooksRequest, route: Route | null): Promise<HooksResponse> {
  const { language } = service.configuration;
  if (route === null) return failureResponse({ code: 'not-found' }, language);
  if (request.method === 'OPTIONS') return { status: 204, headers: { allow: allowed(route) }, body: '' };
  if (request.method !== route.method)
    return failureResponse({ code: 'method-not-allowed' }, language, { allow: allowed(route) });
  if (route.isHooks && service.verifyClient !== null) {
    const isKnown = await service.verifyClient(request.headers.authorization, request.path);
    if (!isKnown) return failureResponse({ code: 'unauthorized' }, language, { 'www-authenticate': 'Bearer' });
  }
  if (route.method === 'POST' && !isJson(request)) return failureResponse({ code: 'not-acceptable-media' }, language);
  try {
    return await route.answer(service, request);
  } catch {
    // A mistake of ours. Its message may hold what the client sent, so nothing of it is told or logged; the count is in the metrics.
    return failureResponse({ code: 'failed' }, language);
  }
}

function routeOf(path: string): Route | null {
  const own = ROUTES[path];
  if (Object.hasOwn(ROUTES, path) && own !== undefined) return own;
  const [, id, feedback] = /^\/cds-services\/([a-z-]+)(\/feedback)?$/.exec(path) ?? [];
  const hook = id === undefined ? undefined : hookOf(id);
  if (hook === undefined) return null;
  if (feedback !== undefined)
    return {
      name: 'feedback',
      method: 'POST',
      isHooks: true,
      answer: (service, { body }) => answerFeedback(service, body),
    };
  return { name: hook, method: 'POST', isHooks: true, answer: (service, { body }) => answerHook(service, hook, body) };
}

const ROUTES: Readonly<Record<string, Route>> = {
  '/cds-services': {
    name: 'discovery',
    method: 'GET',
    isHooks: true,
    answer: async ({ library, configuration }) => jsonResponse(200, discoveryDocument(library, configuration.language)),
  },
  '/app-context-keys': {
    name: 'app-context-keys',
    method: 'GET',
    isHooks: false,
    answer: async ({ sealer }) => jsonResponse(200, { keys: sealer.publicKeys }),
  },
  '/health': { name: 'health', method: 'GET', isHooks: false, answer: health },
  '/metrics': {
    name: 'metrics',
    method: 'GET',
    isHooks: false,
    async answer({ metrics }) {
      const { contentType, body } = await metrics.text();
      return { status: 200, headers: { 'content-type': contentType }, body };
    },
  },
};

/** 200 while it can decide and keep feedback; a guideline out of service is told, and the others go on. */
async function health({ library, store }: HooksService): Promise<HooksResponse> {
  const canStore = await store.check();
  const canDecide = library.guidelines.length > 0;
  return jsonResponse(canStore && canDecide ? 200 : 503, {
    status: canStore && canDecide ? 'ok' : 'failing',
    feedbackStore: canStore ? 'ok' : 'failing',
    guidelines: library.guidelines.map(({ document }) => `${document.id}@${document.version}`),
    outOfService: library.quarantined.map(({ id }) => id),
  });
}

function isJson({ headers }: HooksRequest): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const coding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  return (type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type)) && coding === 'identity';
}

function allowed({ method }: Route): string {
  return `${method}, OPTIONS`;
}

/** For the origins of the configuration and no other; credentials are never asked for (CDS Hooks 2.0, "CORS"). */
function corsHeaders({ configuration }: HooksService, { headers, method }: HooksRequest): Record<string, string> {
  const { origin } = headers;
  if (origin === undefined) return {};
  if (!configuration.origins.includes(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    ...(method === 'OPTIONS'
      ? {
          'access-control-allow-methods': 'GET, POST',
          'access-control-allow-headers': 'authorization, content-type',
          'access-control-max-age': '600',
        }
      : {}),
  };
}
