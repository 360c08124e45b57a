import { useSignal } from '@preact/signals';
import { keepFocus, showAlert } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Model } from './model.ts';

/** Exactly what will be written, and the button that writes it; where nothing can be written, the text to copy. */
export function NotePreview({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  const { form, note, canWrite, stage } = model;
  const choice = form.choice.value;
  const saving = stage.value.kind === 'saving';
  if (!choice) return null;
  if (note.value === null) return <p class="fine">{words.decision.chooseReason}</p>;
  return (
    <div class="preview">
      <h3 id="preview-title">{words.decision.preview}</h3>
      <ChangesAhead model={model} />
      <p class="note-text" id="note-text" lang="da">
        {note.value}
      </p>
      {canWrite.value ? (
        <button
          type="button"
          class="primary"
          aria-disabled={saving}
          aria-describedby="preview-title"
          onClick={async () => {
            await keepFocus(model.save);
            showAlert();
          }}
        >
          {saving ? words.stage.saving : words.decision.write}
        </button>
      ) : (
        <p>{words.decision.cannotWrite}</p>
      )}
      {(!canWrite.value || model.notice.value !== null) && <CopyNote text={note.value} />}
    </div>
  );
}

/** What changes on the order besides the note. */
function ChangesAhead({ model }: { readonly model: Model }) {
  const { words, text } = useSpeech();
  const { orders } = model.library.vocabulary;
  const choice = model.form.choice.value;
  const name = (id: string): string => {
    const definition = orders[id];
    return definition ? text(definition.label) : id;
  };
  const reason = model.reasonToWrite.value;
  const from = model.loop.order.value;
  return (
    <ul class="changes-ahead">
      {choice?.kind === 'changed' && from !== null && (
        <li>{words.decision.previewCode(name(from), name(choice.to))}</li>
      )}
      {choice?.kind === 'cancelled' && <li>{words.decision.previewStatus}</li>}
      {reason && <li>{words.decision.previewReason(`${reason.display ?? ''} (${reason.code})`)}</li>}
    </ul>
  );
}

function CopyNote({ text }: { readonly text: string }) {
  const { words } = useSpeech();
  const result = useSignal<'copied' | 'failed' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      result.value = 'copied';
    } catch {
      // A frame without clipboard permission: the text is selected for the person to copy.
      const element = document.getElementById('note-text');
      if (element) document.getSelection()?.selectAllChildren(element);
      result.value = 'failed';
    }
  };
  return (
    <div class="copy">
      <button type="button" class="secondary" onClick={copy}>
        {words.decision.copy}
      </button>
      <span role="status" class="fine">
        {result.value === 'copied' && words.decision.copied}
        {result.value === 'failed' && words.decision.copyFailed}
      </span>
    </div>
  );
}
