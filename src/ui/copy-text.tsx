import { useState } from 'preact/hooks';
import { copyWords } from '../i18n/copy-words.ts';
import { useSpeech } from './speech-context.ts';

interface CopyTextProps {
  readonly text: string;
  /** Id of the element that shows it: selected where the browser lets nobody copy. */
  readonly shownIn: string;
  readonly primary?: boolean;
  /** What the button says where it copies something else than a text. */
  readonly label?: string;
}

/** Copies a text with one press, and says whether it did. */
export function CopyText({ text, shownIn, primary = false, label }: CopyTextProps) {
  const words = copyWords[useSpeech().language];
  const [copied, setCopied] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setFailed(false);
      setCopied(text);
    } catch {
      // A frame without leave to use the clipboard: the text is selected for the person to copy.
      select(document.getElementById(shownIn));
      setFailed(true);
    }
  };
  return (
    <div class="copy">
      <button type="button" class={primary ? 'primary' : 'secondary'} onClick={copy}>
        {label ?? words.copy}
      </button>
      <span role="status" class="fine">
        {failed ? words.failed : copied === text && words.copied}
      </span>
    </div>
  );
}

function select(element: HTMLElement | null): void {
  if (element instanceof HTMLTextAreaElement) element.select();
  else if (element) document.getSelection()?.selectAllChildren(element);
}
