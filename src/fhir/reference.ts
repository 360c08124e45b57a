/** A FHIR R4 literal reference taken apart (references.html#literal): type and id, the server it names, the version left out. */
export interface LiteralReference {
  readonly type: string;
  readonly id: string;
  /** FHIR base of an absolute reference, without trailing slash. */
  readonly base?: string;
}

const LITERAL = /^(?:(https?:\/\/\S+?)\/)?([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/** Relative, absolute and versioned references; null for contained (`#id`), `urn:` and anything else. */
export function literalReference(text: string | undefined): LiteralReference | null {
  const [, base, type, id] = LITERAL.exec(text ?? '') ?? [];
  if (type === undefined || id === undefined) return null;
  return { type, id, ...(base === undefined ? {} : { base: base.replace(/\/+$/, '') }) };
}
