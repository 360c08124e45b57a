import type { Library } from '../core/guideline/library.ts';
import { namesAnother } from '../fhir/record.ts';
import { type Requirement, requirementsOf } from '../fhir/requirements.ts';
import type { Action, Card, CardResponse, Link } from './card.ts';
import { cardFor } from './cards.ts';
import { assessDraft, type DraftAssessment, type ImagingDraft, imagingDrafts } from './draft-assessment.ts';
import type { GivenCard } from './feedback-store.ts';
import { type Hook, type HookRequest, parseHookRequest } from './hook-request.ts';
import { type HooksResponse, jsonResponse } from './http.ts';
import { type Failure, failureResponse } from './operation-outcome.ts';
import { readRecord } from './record.ts';
import { repeatedDraftCards } from './repeated-drafts.ts';
import type { HooksService } from './service.ts';
import type { CardGround } from './speaking.ts';
import { annotation } from './suggestions.ts';

/** Answers a hook call with cards and, at signing, with annotations of the orders. */
export async function answerHook(service: HooksService, hook: Hook, body: string): Promise<HooksResponse> {
  const { configuration, library } = service;
  const fail = (failure: Failure) => failureResponse(failure, configuration.language);
  const parsed = parseHookRequest(body, hook);
  if (!parsed.ok) return fail(parsed.failure);
  const { request } = parsed;
  const stranger = request.session.find((order) => namesAnother(order, request.patientId, request.fhirServer));
  if (stranger !== undefined) return fail({ code: 'wrong-patient', diagnostics: 'context.draftOrders' });
  const asked = imagingDrafts(library, request.drafts);
  if (asked.length === 0) return answer({ cards: [] });
  const now = new Date(service.now()).toISOString();
  const requirements = neededFor(service, asked);
  const read = await readRecord(request, requirements, service.readMissing, now);
  if (read.kind === 'failed') return fail(read.failure);
  const drafts: DraftAssessment[] = [];
  for (const draft of asked) drafts.push(await assessDraft(library, read.record, draft, now));
  const ground = groundOf(service, request, now);
  const about = cardsAbout(service, ground, request, drafts);
  const repeated = repeatedDraftCards(ground, imagingDrafts(library, request.session), asked);
  const actions = hook === 'order-sign' && configuration.systemActions ? annotations(ground, drafts) : [];
  return answer({ cards: [...about, ...repeated], ...(actions.length === 0 ? {} : { systemActions: actions }) });
}

function answer(content: CardResponse): HooksResponse {
  return jsonResponse(200, content);
}

/** The searches of all drafts together, each type once: as the rules of each draft's examination need them. */
function neededFor({ library }: HooksService, drafts: readonly ImagingDraft[]) {
  const all = drafts.flatMap(({ orderId }) => requirementsFor(library, orderId));
  return all.filter((one, at) => all.findIndex(({ resourceType }) => resourceType === one.resourceType) === at);
}

/** What an examination needs does not change while the service runs, and is derived once. */
const derived = new WeakMap<Library, Map<string, readonly Requirement[]>>();

function requirementsFor(library: Library, orderId: string): readonly Requirement[] {
  const known = derived.get(library) ?? new Map<string, readonly Requirement[]>();
  derived.set(library, known);
  const requirements = known.get(orderId) ?? requirementsOf(library, orderId);
  known.set(orderId, requirements);
  return requirements;
}

function groundOf(
  { configuration, library, telephones, newId }: HooksService,
  { hook, userId }: HookRequest,
  now: string,
): CardGround {
  const { language, appUrl } = configuration;
  return { library, telephones, language, appUrl, now, userId, isSigning: hook === 'order-sign', newId };
}

function cardsAbout(
  service: HooksService,
  ground: CardGround,
  { hook, patientId }: HookRequest,
  drafts: readonly DraftAssessment[],
): readonly Card[] {
  const cards: Card[] = [];
  const given: GivenCard[] = [];
  for (const draft of drafts) {
    const card = cardFor(ground, draft, (about, label) => linkTo(service, about, patientId, label));
    service.metrics.assessed(draft.orderId, draft.assessment.verdict, card !== null);
    if (card === null) continue;
    cards.push(card);
    given.push(givenCard(card, draft, hook, ground.now));
  }
  if (given.length > 0) service.store.addCards(given);
  return cards;
}

/** The link that opens the app beside the draft. A draft without an id cannot be named to it. */
function linkTo(service: HooksService, { order }: DraftAssessment, patientId: string, label: string): Link {
  const { sealer, configuration, now, newId } = service;
  const link = { label, url: `${configuration.appUrl}/launch.html`, type: 'smart' as const };
  if (order.id === undefined) return link;
  const sealed = sealer.seal({ reference: `ServiceRequest/${order.id}`, patientId, id: newId() }, now());
  return { ...link, appContext: sealed };
}

function annotations(ground: CardGround, drafts: readonly DraftAssessment[]): readonly Action[] {
  return drafts.flatMap((draft) => annotation(ground, draft) ?? []);
}

function givenCard(
  { uuid, suggestions = [] }: Card,
  { orderId, assessment }: DraftAssessment,
  hook: Hook,
  at: string,
): GivenCard {
  const done = suggestions.map((suggestion) => [suggestion.uuid, suggestion.actions[0]?.type ?? '']);
  return {
    card: uuid,
    hook,
    order: orderId,
    verdict: assessment.verdict,
    urgency: assessment.urgency,
    guidance: assessment.guidance.map(({ guideline, version, recommendation }) =>
      recommendation === null ? `${guideline}@${version}` : `${guideline}@${version}/${recommendation}`,
    ),
    suggestions: Object.fromEntries(done),
    at,
  };
}
