import { describe, expect, test } from 'vitest';
import { readGrants, requestedScopes } from '../../../src/smart/scopes.ts';

const asTheyAre = { add: [], leaveOut: [] };

describe('the scopes asked for', () => {
  test('are the launch, the user, the order, the assessment, and reading what the guidelines need', () => {
    expect(requestedScopes(['Observation', 'Condition', 'Condition'], asTheyAre)).toBe(
      'launch openid fhirUser launch/servicerequest patient/Patient.r patient/ServiceRequest.rus patient/ServiceRequest.c ' +
        'patient/Condition.rs patient/Observation.rs patient/GuidanceResponse.c patient/Binary.r',
    );
  });

  test('a guideline that needs earlier orders or the patient asks for no more than before', () => {
    expect(requestedScopes(['Patient', 'ServiceRequest'], asTheyAre)).toBe(requestedScopes([], asTheyAre));
  });

  test('a site can add scopes and leave out others', () => {
    const scopes = requestedScopes(['Condition'], {
      add: ['patient/Condition.read'],
      leaveOut: ['patient/Condition.rs', 'patient/GuidanceResponse.c'],
    }).split(' ');
    expect(scopes).toContain('patient/Condition.read');
    expect(scopes).not.toContain('patient/Condition.rs');
    expect(scopes).not.toContain('patient/GuidanceResponse.c');
  });

  test('letters stand in the order c r u d s, and nothing is asked for with a wildcard', () => {
    for (const scope of requestedScopes(['Condition', 'Procedure'], asTheyAre).split(' ')) {
      expect(scope).toMatch(/^(?:launch(?:\/servicerequest)?|openid|fhirUser|patient\/[A-Za-z]+\.c?r?u?d?s?)$/);
    }
  });
});

describe('the scopes granted', () => {
  test('writing does not imply reading, and searching does not imply either', () => {
    const grants = readGrants('launch patient/ServiceRequest.u patient/Condition.s');
    expect(grants.reach('ServiceRequest', 'u')).toBe('fully');
    expect(grants.reach('ServiceRequest', 'r')).toBe('not-at-all');
    expect(grants.reach('Condition', 's')).toBe('fully');
    expect(grants.reach('Condition', 'r')).toBe('not-at-all');
  });

  test('what is granted for one type is not granted for another', () => {
    expect(readGrants('patient/Condition.rs').reach('Observation', 's')).toBe('not-at-all');
  });

  test('words of SMART v1 and wildcards are understood', () => {
    const grants = readGrants('patient/*.read user/ServiceRequest.write');
    expect(grants.reach('Condition', 's')).toBe('fully');
    expect(grants.reach('Condition', 'u')).toBe('not-at-all');
    expect(grants.reach('ServiceRequest', 'u')).toBe('fully');
  });

  test('a scope for some resources only reaches partly, unless another reaches all', () => {
    const some = 'patient/Observation.rs?category=laboratory';
    expect(readGrants(some).reach('Observation', 's')).toBe('partly');
    expect(readGrants(`${some} patient/Observation.s`).reach('Observation', 's')).toBe('fully');
  });

  test.each(['patient/Condition.sr', 'patient/Condition', 'system/Condition.rs', 'condition.rs', ''])(
    'what cannot be read grants nothing: "%s"',
    (scope) => {
      expect(readGrants(scope).reach('Condition', 's')).toBe('not-at-all');
    },
  );
});
