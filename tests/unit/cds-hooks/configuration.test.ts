import { describe, expect, test } from 'vitest';
import { DEFAULTS, parseConfiguration } from '../../../src/cds-hooks/configuration.ts';

const client = { issuer: 'https://ehr.example', jwksUrl: 'https://ehr.example/jwks.json' };

function faultsOf(content: unknown, environment = {}): string {
  const parsed = parseConfiguration(content, environment);
  return parsed.ok ? '' : parsed.faults.join(' ');
}

describe('the configuration of the service', () => {
  test('nothing at all fits the sandbox on this machine', () => {
    expect(parseConfiguration({}, {})).toEqual({ ok: true, configuration: DEFAULTS });
  });

  test('HOST and PORT of the environment win over the file', () => {
    const parsed = parseConfiguration({ port: 1, host: '::1' }, { PORT: '8080', HOST: 'localhost' });
    expect(parsed).toMatchObject({
      ok: true,
      configuration: { host: 'localhost', port: 8080, baseUrl: 'http://localhost:8080' },
    });
  });

  test('slashes at the end of addresses do not matter, and of an origin only the origin counts', () => {
    const parsed = parseConfiguration(
      { appUrl: 'https://app.example/', baseUrl: 'https://cds.example//', origins: ['https://ehr.example/page'] },
      {},
    );
    expect(parsed).toMatchObject({
      configuration: {
        appUrl: 'https://app.example',
        baseUrl: 'https://cds.example',
        origins: ['https://ehr.example'],
      },
    });
  });

  test('beyond this machine only with clients that are known', () => {
    expect(faultsOf({ host: '0.0.0.0' })).toContain('anybody on the network could call');
    expect(faultsOf({}, { HOST: '10.0.0.4' })).toContain('10.0.0.4');
    expect(faultsOf({ host: '0.0.0.0', clients: [client] })).toBe('');
  });

  test.each<[string, unknown]>([
    ['port', { port: 70_000 }],
    ['PORT', {}],
    ['appUrl', { appUrl: 'app.example' }],
    ['language', { language: 'sv' }],
    ['siteFile', { siteFile: ['site.json'] }],
    ['clients', { clients: [{ issuer: 'https://ehr.example' }] }],
    ['clients', { clients: [{ ...client, jwks: { keys: [] } }] }],
    ['fhirServers', { fhirServers: 'https://ehr.example/fhir' }],
    ['systemActions', { systemActions: 'yes' }],
    ['feedback.retentionDays', { feedback: { retentionDays: -1 } }],
    ['appContext.minutes', { appContext: { minutes: '60' } }],
    ['"orgins"', { orgins: [] }],
    ['JSON object', []],
  ])('%s, where it cannot be used, is named', (named, content) => {
    expect(faultsOf(content, named === 'PORT' ? { PORT: 'http' } : {})).toContain(named);
  });
});
