import { isJsonObject, parseJson } from './json-object.ts';
import type { LaunchFailure } from './port.ts';
import { withoutSlash } from './site.ts';

/**
 * Finds out why a launch could not be started, once it could not: fhirclient tells only that it failed. `offline` where
 * nothing answers, else `server-not-smart` with what its SMART configuration lacks (SMART 2.2, "Conformance").
 */
export async function diagnoseServer(
  issuer: string,
  timeoutMs: number,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<LaunchFailure> {
  try {
    const url = `${withoutSlash(issuer)}/.well-known/smart-configuration`;
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json' },
    });
    if (!response.ok) return notSmart(`smart-configuration: HTTP ${response.status}`);
    const configuration = parseJson(await response.text());
    if (!isJsonObject(configuration)) return notSmart('smart-configuration: not a JSON object');
    for (const name of ['authorization_endpoint', 'token_endpoint']) {
      if (typeof configuration[name] !== 'string') return notSmart(`smart-configuration: no ${name}`);
    }
    const methods = configuration.code_challenge_methods_supported;
    if (!Array.isArray(methods) || !methods.includes('S256')) {
      return notSmart('smart-configuration: no S256 in code_challenge_methods_supported');
    }
    if (globalThis.isSecureContext === false) return notSmart('the app is not served over https');
    return notSmart('the launch could not be prepared');
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'failed', code: 'offline', detail: 'smart-configuration' };
    if (error instanceof DOMException) {
      return { kind: 'failed', code: 'offline', detail: 'smart-configuration: timed-out' };
    }
    throw error;
  }
}

function notSmart(detail: string): LaunchFailure {
  return { kind: 'failed', code: 'server-not-smart', detail };
}
