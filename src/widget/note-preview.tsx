import { decisionWords } from '../i18n/decision-words.ts';
import { CopyText } from '../ui/copy-text.tsx';
import { keepFocus, showAlert } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Deciding } from './deciding.ts';
import type { Model } from './model.ts';

interface NotePreviewProps {
  readonly model: Model;
  readonly deciding: Deciding;
}

/**
 * The button that writes, right under what was chosen, and exactly what will be written; where nothing can be written, the
 * text to copy.
 */
export function NotePreview({ model, deciding }: NotePreviewProps) {
  const { decision: words, saving: savingWords } = decisionWords[useSpeech().language];
  const { form, note, canWrite } = deciding;
  const choice = form.choice.value;
  const saving = model.stage.value.kind === 'saving';
  if (!choice) return null;
  const shown = note.value;
  if (shown === null) return <p class="fine">{words.chooseReason}</p>;
  return (
    <div class="preview">
      {canWrite.value ? (
        <button
          type="button"
          class="primary"
          aria-disabled={saving}
          aria-describedby="preview-title"
          onClick={async () => {
            await keepFocus(() => deciding.save(shown));
            showAlert();
          }}
        >
          {saving ? savingWords : words.write}
        </button>
      ) : (
        <p>{words.cannotWrite}</p>
      )}
      <h3 id="preview-title">{canWrite.value ? words.preview : words.previewToCopy}</h3>
      <ChangesAhead model={model} deciding={deciding} />
      <p class="note-text" id="note-text" lang="da">
        {shown}
      </p>
      {(!canWrite.value || deciding.notice.value !== null) && <CopyText text={shown} shownIn="note-text" />}
    </div>
  );
}

/** What changes on the order besides the note. */
function ChangesAhead({ model, deciding }: NotePreviewProps) {
  const { language, text } = useSpeech();
  const words = decisionWords[language].decision;
  const { value: orders } = deciding.orders;
  const choice = deciding.form.choice.value;
  const name = (id: string): string => {
    const definition = orders[id];
    return definition ? text(definition.label) : id;
  };
  const [reason] = deciding.reasonToWrite.value;
  const from = model.loop.order.value;
  return (
    <ul class="changes-ahead">
      {choice?.kind === 'changed' && from !== null && <li>{words.previewCode(name(from), name(choice.to))}</li>}
      {choice?.kind === 'cancelled' && <li>{words.previewStatus}</li>}
      {reason && <li>{words.previewReason(reason.display ? `${reason.display} (${reason.code})` : reason.code)}</li>}
    </ul>
  );
}
