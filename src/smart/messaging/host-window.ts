/** The windows around this one, as far as they are asked. */
export interface SurroundingWindows<Other> {
  readonly self: unknown;
  readonly parent: Other;
  readonly opener: Other | null;
}

/**
 * The window of the EHR (SMART Web Messaging 1.0.0, "Example request"): the one around this frame, else the one that
 * opened this window. Null where there is none: opened by address, or by an EHR that cut the tie (`noopener`).
 */
export function findHostWindow<Other>(view: SurroundingWindows<Other>): Other | null {
  return view.parent === view.self ? view.opener : view.parent;
}
