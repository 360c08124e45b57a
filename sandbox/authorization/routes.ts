import { authorize } from './authorize.ts';
import { openidConfiguration } from './configuration.ts';
import type { AuthorizationServer } from './server.ts';
import { serveStyle, styleUrl } from './style.ts';
import { exchangeCode } from './token.ts';

/** Answers everything under `/auth`; undefined where there is nothing. */
export async function handleAuthorization(
  server: AuthorizationServer,
  request: Request,
): Promise<Response | undefined> {
  const { origin, pathname } = new URL(request.url);
  switch (`${origin}${pathname}`) {
    case `${server.base}/authorize`:
      return authorize(server, request);
    case `${server.base}/token`:
      return exchangeCode(server, request);
    case `${server.base}/jwks`:
      return Response.json(await server.identity.keySet());
    case `${server.base}/.well-known/openid-configuration`:
      return Response.json(openidConfiguration(server));
    case styleUrl(server.base):
      return serveStyle();
    default:
      return undefined;
  }
}
