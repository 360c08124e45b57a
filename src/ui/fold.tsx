import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldProps {
  readonly class?: string;
  readonly summary: ComponentChildren;
  /** How the summary is read aloud, where its words do not tell of what. */
  readonly label?: string;
  readonly children: () => ComponentChildren;
}

/**
 * A row that unfolds. What is in it is drawn from the first time that it is unfolded, so that nobody waits for what nobody
 * reads; where there is no page to unfold it on, it is drawn at once. What it holds must be read from props: it is not
 * drawn again for a signal that it alone reads.
 */
export function Fold({ class: name, summary, label, children }: FoldProps) {
  const [opened, setOpened] = useState(typeof document === 'undefined');
  return (
    <details
      class={name}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary aria-label={label}>{summary}</summary>
      {opened && children()}
    </details>
  );
}
