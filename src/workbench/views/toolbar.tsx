import { download } from '../download.ts';
import type { Workbench } from '../model.ts';
import { useWorkbenchSpeech } from '../use-words.ts';

/** Which guideline, what has become of the work, and what to do with it. */
export function Toolbar({ bench }: { readonly bench: Workbench }) {
  const { own, text } = useWorkbenchSpeech();
  const { desk } = bench;
  const file = desk.file.value;
  const edited = desk.edited.value[file];
  const anyEdited = Object.values(desk.edited.value).some(Boolean);
  return (
    <section class="toolbar" aria-label={own.guideline}>
      <label class="choose">
        <span>{own.guideline}</span>
        <select value={desk.chosen.value} onChange={(event) => desk.choose(event.currentTarget.value)}>
          {bench.guidelines.map(({ id, title }) => (
            <option key={id} value={id}>
              {title ? text(title) : id}
            </option>
          ))}
        </select>
      </label>
      <p class="state">
        {anyEdited ? own.edited : own.notEdited}.{' '}
        {anyEdited && (desk.isKept.value ? own.kept : <strong class="caution">{own.notKept}</strong>)}
      </p>
      <div class="actions">
        {edited && (
          <button type="button" class="quiet" onClick={desk.backToShipped}>
            {own.backToShipped}
          </button>
        )}
        <button type="button" class="primary" onClick={() => download(file, desk.texts.value[file])}>
          {own.download(file)}
        </button>
      </div>
      {desk.hasNewShipped.value && <p class="notice notice-gap">{own.shippedChanged}</p>}
    </section>
  );
}
