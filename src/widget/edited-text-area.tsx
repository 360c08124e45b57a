import type { ComponentChildren } from 'preact';
import { editWords } from '../i18n/edit-words.ts';
import { CopyText } from '../ui/copy-text.tsx';
import { useSpeech } from '../ui/speech-context.ts';
import type { EditedText } from './edited-text.ts';

interface EditedTextAreaProps {
  readonly id: string;
  readonly label: string;
  readonly edited: EditedText;
  /** What is said under the text. */
  readonly children?: ComponentChildren;
}

/** A Danish text to read, edit and copy; tells when what it was made from has changed since it was edited. */
export function EditedTextArea({ id, label, edited, children }: EditedTextAreaProps) {
  const words = editWords[useSpeech().language];
  const text = edited.text.value;
  return (
    <>
      <div class="own-words">
        <label for={id}>{label}</label>
        <textarea
          id={id}
          lang="da"
          rows={8}
          value={text}
          aria-describedby={`${id}-said`}
          onInput={(event) => edited.edit(event.currentTarget.value)}
        />
        <div id={`${id}-said`}>{children}</div>
      </div>
      {edited.isOutdated.value && (
        <div class="notice">
          <p>{words.outdated}</p>
          <button type="button" class="secondary" onClick={edited.useComposed}>
            {words.useNew}
          </button>
        </div>
      )}
      <CopyText text={text} shownIn={id} primary />
    </>
  );
}
