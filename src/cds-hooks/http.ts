/** A call as `handle` takes it: no socket, no stream. */
export interface HooksRequest {
  readonly method: string;
  /** Path without query, e.g. `/cds-services/imaging-order-sign`. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body as text; empty where there is none. */
  readonly body: string;
}

export interface HooksResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer in JSON that nobody may keep. */
export function jsonResponse(status: number, content: unknown): HooksResponse {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(content) };
}
