import type { JSX } from 'preact';
import type { Verdict } from '../core/schema/rating.ts';

/** One shape per verdict, so that it is never told by colour alone. The word stands beside it; the drawing is silent. */
const SHAPES: Record<Verdict, JSX.Element> = {
  appropriate: (
    <>
      <circle cx="12" cy="12" r="9" class="shape-fill" />
      <path d="m7.8 12.4 2.9 2.9 5.6-6.2" class="shape-mark" />
    </>
  ),
  'may-be-appropriate': (
    <>
      <path d="M12 2.8 21.2 12 12 21.2 2.8 12Z" class="shape-fill" />
      <path d="M7.8 13.2c1.4-2.6 2.8-2.6 4.2-1.2s2.8 1.4 4.2-1.2" class="shape-mark" />
    </>
  ),
  'not-appropriate': (
    <>
      <path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3Z" class="shape-fill" />
      <path d="M8 12h8" class="shape-mark" />
    </>
  ),
  'no-standard': (
    <>
      <rect x="3.5" y="3.5" width="17" height="17" rx="2" class="shape-fill" />
      <path d="M8 9.7h8M8 14.3h8" class="shape-mark" />
    </>
  ),
  'no-criteria-apply': <circle cx="12" cy="12" r="8.5" class="shape-line" stroke-dasharray="3.4 2.6" />,
  undetermined: (
    <>
      <circle cx="12" cy="12" r="8.5" class="shape-line" />
      <path d="M9.4 9.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.3 1-1.3 1.9" class="shape-pen" />
      <path d="M12 16.7v.1" class="shape-pen" />
    </>
  ),
};

/** The verdict's shape. */
export function VerdictIcon({ verdict }: { readonly verdict: Verdict }) {
  return <Drawing>{SHAPES[verdict]}</Drawing>;
}

/** A telephone receiver. */
export function TelephoneIcon() {
  return (
    <Drawing>
      <path
        d="M6.6 3.5h2.6l1.5 4-1.9 1.6a12 12 0 0 0 6.1 6.1l1.6-1.9 4 1.5v2.6a2 2 0 0 1-2.2 2A16 16 0 0 1 4.6 5.7a2 2 0 0 1 2-2.2Z"
        class="shape-pen"
      />
    </Drawing>
  );
}

function Drawing({ children }: { readonly children: JSX.Element }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
