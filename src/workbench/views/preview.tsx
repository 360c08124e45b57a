import { Answers } from '../../ui/answers.tsx';
import { guidanceDetails } from '../../ui/guidance-details.ts';
import { GuidanceView } from '../../ui/guidance-view.tsx';
import { LocalChanges } from '../../ui/local-changes.tsx';
import { FILE_NAMES } from '../desk.ts';
import type { Workbench } from '../model.ts';
import { useWorkbenchSpeech } from '../use-words.ts';

interface PreviewProps {
  readonly bench: Workbench;
}

/** What the clinician will see, for a vignette or for answers clicked here; of the last sound version while the text has errors. */
export function Preview({ bench }: PreviewProps) {
  const { own } = useWorkbenchSpeech();
  return (
    <section class="preview-pane" aria-labelledby="preview-title">
      <div class="pane-head">
        <h2 id="preview-title">{own.preview}</h2>
        <CaseChoice bench={bench} />
      </div>
      <StaleNotice bench={bench} />
      <LocalNotice bench={bench} />
      {bench.preview.hasFailed.value ? (
        <p class="notice notice-gap">{own.noGuidance}</p>
      ) : (
        <div class="clinician">
          <ClinicianView bench={bench} />
        </div>
      )}
    </section>
  );
}

function ClinicianView({ bench }: PreviewProps) {
  const { words } = useWorkbenchSpeech();
  const model = bench.preview.guidance.value;
  const assessment = model?.loop.assessment.value;
  if (!model || !assessment) return bench.sound.value ? <p class="fine">{words.stage.working}</p> : null;
  return (
    <>
      <GuidanceView
        model={model}
        assessment={assessment}
        gaps={[]}
        orderName={assessment.order ?? ''}
        heading="h2"
        details={guidanceDetails}
      />
      <Answers model={model} />
    </>
  );
}

/** Which case is shown, and the way to one's own answers. */
function CaseChoice({ bench }: PreviewProps) {
  const { own, text } = useWorkbenchSpeech();
  const chosen = bench.preview.chosenCase.value;
  const { orders } = bench.library.vocabulary;
  const covered = bench.sound.value?.guideline.document.appliesTo.orders ?? [];
  const answered = (bench.preview.guidance.value?.loop.answers.value.size ?? 0) > 0;
  if (chosen.kind === 'vignette')
    return (
      <div class="case">
        <p class="case-name">{own.fromVignette(chosen.name)}</p>
        <p class="case-actions">
          {answered && (
            <button type="button" class="quiet" onClick={bench.preview.restart}>
              {own.takeBack}
            </button>
          )}
          <button
            type="button"
            class="quiet"
            onClick={() =>
              bench.preview.choose({
                kind: 'own',
                order: bench.preview.guidance.value?.loop.order.value ?? covered[0] ?? '',
              })
            }
          >
            {own.ownAnswers}
          </button>
        </p>
      </div>
    );
  return (
    <div class="case">
      <p class="case-name">{own.ownCase}</p>
      <p class="case-actions">
        <label>
          <span class="fine">{own.examination} </span>
          <select
            value={chosen.order}
            onChange={(event) => bench.preview.choose({ kind: 'own', order: event.currentTarget.value })}
          >
            {covered.map((id) => (
              <option key={id} value={id}>
                {orders[id] ? text(orders[id].label) : id}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="quiet" onClick={bench.preview.restart}>
          {own.startAgain}
        </button>
      </p>
    </div>
  );
}

/** Says what the site does otherwise, and that it is left out here. */
function LocalNotice({ bench }: PreviewProps) {
  const { own } = useWorkbenchSpeech();
  const local = bench.local.value;
  if (!local) return null;
  return (
    <div class="notice">
      <p>{own.local}</p>
      <LocalChanges changes={local.changes} />
      {local.retired !== null && <p>{own.retired(local.retired)}</p>}
    </div>
  );
}

/** Says that the text cannot be used, where it goes wrong, and that what stands below is older. */
function StaleNotice({ bench }: PreviewProps) {
  const { own } = useWorkbenchSpeech();
  const broken = FILE_NAMES.flatMap((name) => {
    const fault = bench.fault.value[name];
    return fault ? [{ name, line: fault.line ?? null }] : [];
  });
  return (
    <>
      {broken.map(({ name, line }) => (
        <p key={name} class="notice notice-gap stale">
          {name === 'guideline.json' && !bench.sound.value ? own.neverSound : own.stale[name](line)}
        </p>
      ))}
    </>
  );
}
