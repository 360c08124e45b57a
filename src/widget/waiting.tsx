import { useSpeech } from '../ui/speech-context.ts';

/** Opening, or reading the record, with how far it has come; a batch comes all at once and says nothing on the way. */
export function Waiting({ progress }: { readonly progress: { readonly done: number; readonly of: number } | null }) {
  const { words } = useSpeech();
  const showBar = progress !== null && progress.of > 0;
  return (
    <section class="message waiting" aria-busy="true">
      <h1 id="page-title" tabIndex={-1}>
        {progress ? words.stage.reading : words.stage.launching}
      </h1>
      {showBar && (
        <>
          <progress max={progress.of} value={progress.done || undefined} aria-labelledby="page-title" />
          {progress.done > 0 && <p class="fine">{words.stage.readingProgress(progress.done, progress.of)}</p>}
        </>
      )}
    </section>
  );
}
