import type { Extension, GuidanceResponse, ServiceRequest } from 'fhir/r4';
import type { Guidance } from '../core/decision/guidance.ts';
import { elementAt, elementsAt, isElement, textAt } from './element.ts';
import { referenceTo } from './record.ts';

/** What the stored assessment is about. */
export interface Assessed {
  /** The order as it stood when the guidance was given. */
  readonly order: ServiceRequest;
  /** Id of the launch patient. */
  readonly patientId: string;
  /** ISO date-time. */
  readonly now: string;
  /** The same words as the note on the order. */
  readonly note: string;
}

/** Namespace of the order references that `requestIdentifier` carries. */
export const ORDER_IDENTIFIER = 'https://indikation.example/order';

/**
 * One guideline's guidance as a FHIR R4 GuidanceResponse, to be stored and referred to from the order's supportingInfo.
 * R4 lets `reasonReference` point at Condition, Observation, DiagnosticReport and DocumentReference only, so the order
 * is named by `requestIdentifier`, and the reasons it gives are copied. `data-required` while the verdict is open. The ids
 * of the recommendation, the verdict and the urgency stand in an extension, for whoever audits.
 */
export function assessmentResource(guidance: Guidance, { order, patientId, now, note }: Assessed): GuidanceResponse {
  const id = textAt(order, 'id');
  const reasonReference = elementsAt(order, 'reasonReference').flatMap((pointer) => reasonOf(pointer));
  const reasonCode = Array.isArray(order.reasonCode) ? order.reasonCode.filter((concept) => isElement(concept)) : [];
  return {
    resourceType: 'GuidanceResponse',
    extension: [outcomeOf(guidance)],
    ...(id === undefined
      ? {}
      : {
          requestIdentifier: { system: ORDER_IDENTIFIER, value: referenceTo({ resourceType: 'ServiceRequest', id }) },
        }),
    moduleCanonical: `https://indikation.example/PlanDefinition/${guidance.guideline}|${guidance.version}`,
    status: guidance.verdict === 'undetermined' ? 'data-required' : 'success',
    subject: { reference: `Patient/${patientId}` },
    ...encounterOf(order),
    occurrenceDateTime: now,
    ...(reasonCode.length === 0 ? {} : { reasonCode }),
    ...(reasonReference.length === 0 ? {} : { reasonReference }),
    note: [{ time: now, text: note }],
  };
}

/** What came out, in ids. An extension: servers that hold no Parameters refuse `outputParameters` contained here. */
export const OUTCOME_EXTENSION = 'https://indikation.example/StructureDefinition/assessment-outcome';

/** Recommendation, verdict and urgency in the guideline's own ids, which are contracts. */
function outcomeOf({ recommendation, verdict, urgency }: Guidance): Extension {
  const codes = { recommendation, verdict, urgency };
  const parts = Object.entries(codes).flatMap(([url, code]) => (code === null ? [] : [{ url, valueCode: code }]));
  return { url: OUTCOME_EXTENSION, extension: parts };
}

const REASON_TYPES = /(^|\/)(Condition|Observation|DiagnosticReport|DocumentReference)\/[^/]+/;

/** A contained resource cannot be pointed at from elsewhere. */
function reasonOf(pointer: unknown): readonly { readonly reference: string }[] {
  const reference = textAt(pointer, 'reference');
  return reference !== undefined && REASON_TYPES.test(reference) ? [{ reference }] : [];
}

function encounterOf(order: ServiceRequest): { encounter?: { reference: string } } {
  const reference = textAt(elementAt(order, 'encounter'), 'reference');
  return reference === undefined ? {} : { encounter: { reference } };
}
