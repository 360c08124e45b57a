/** Where the cursor goes in a proposal's text. */
export const AT_CURSOR = `$\{}`;

/** Something that can be written at the cursor. */
export interface Proposal {
  /** What it is called in the list: an id, a key or a value. */
  readonly name: string;
  /** As it is written: `"age"`, `true`, `{ "fact": "cancer-age" }`. `${}` is where the cursor goes. */
  readonly text: string;
  /** Beside it in the list: what it is, in a few words. */
  readonly detail?: string;
  /** Below it: what it means. */
  readonly info?: string;
  readonly kind: 'key' | 'id' | 'value';
}
