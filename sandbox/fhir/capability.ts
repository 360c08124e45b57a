import type { CapabilityStatement } from '@medplum/fhirtypes';
import { parametersOf, resourceTypes } from './definitions.ts';

/**
 * What this server can do, no more and no less (FHIR R4 capabilitystatement.html).
 * @param base FHIR base URL
 * @param authorization where the authorization server's endpoints are
 */
export function capabilityStatement(base: string, authorization: string, now: Date): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: now.toISOString(),
    kind: 'instance',
    software: { name: 'Sandbox EHR', version: '0.1.0' },
    implementation: { description: 'An EHR to try an app in, with synthetic people only', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: security(authorization),
        interaction: [{ code: 'batch' }],
        resource: resourceTypes.map((type) => {
          const parameters = [...parametersOf(type).values()];
          const references = parameters.filter((parameter) => parameter.kind === 'reference');
          return {
            type,
            interaction: [
              { code: 'read' as const },
              { code: 'vread' as const },
              { code: 'history-instance' as const },
              { code: 'search-type' as const },
              { code: 'create' as const },
              { code: 'update' as const },
            ],
            versioning: 'versioned' as const,
            readHistory: true,
            updateCreate: false,
            conditionalCreate: false,
            conditionalUpdate: false,
            searchInclude: references.map((parameter) => `${type}:${parameter.name}`),
            searchParam: parameters.map((parameter) => ({ name: parameter.name, type: parameter.kind })),
          };
        }),
      },
    ],
  };
}

/** The endpoints as SMART 1 had them, for apps that still look here; SMART 2.2 reads `.well-known/smart-configuration`. */
function security(authorization: string) {
  const system = 'http://terminology.hl7.org/CodeSystem/restful-security-service';
  return {
    cors: true,
    service: [{ coding: [{ system, code: 'SMART-on-FHIR' }] }],
    extension: [
      {
        url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
        extension: [
          { url: 'authorize', valueUri: `${authorization}/authorize` },
          { url: 'token', valueUri: `${authorization}/token` },
        ],
      },
    ],
  };
}
