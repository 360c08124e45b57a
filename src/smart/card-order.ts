import { openAppContext, type PublicKey } from '../fhir/app-context.ts';
import { isJsonObject } from './json-object.ts';
import { isId } from './resource.ts';

/** What a card handed to the app, and what it is checked with; none of it checked yet. */
export interface CardHandover {
  /** `appContext` of the token response (CDS Hooks 2.0, "Link"). */
  readonly appContext: unknown;
  /** `appContextKeys` of site.json. */
  readonly keys: unknown;
  /** Patient of the launch. */
  readonly patientId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The id of the order that the card was about, for this patient alone; none where what was handed over is not from our
 * service, has been changed, has expired or is about somebody else: then it is as if nothing had been handed over.
 */
export async function orderOfCard({ appContext, keys, patientId, now }: CardHandover): Promise<readonly string[]> {
  if (typeof appContext !== 'string') return [];
  const known: readonly unknown[] = Array.isArray(keys) ? keys : [];
  const opened = await openAppContext(appContext, known.filter(isPublicKey), { patientId, now });
  if (opened.kind === 'refused') return [];
  const [type, id] = opened.reference.split('/');
  return type === 'ServiceRequest' && isId(id) ? [id] : [];
}

function isPublicKey(key: unknown): key is PublicKey {
  return isJsonObject(key) && ['kty', 'crv', 'x', 'y', 'kid'].every((member) => typeof key[member] === 'string');
}
