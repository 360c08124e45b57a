import type { CriterionLine, FactLine } from '../core/decision/guidance.ts';
import { asHeading } from '../i18n/sentence.ts';
import { whyWords } from '../i18n/why-words.ts';
import type { JustificationProps } from './decisive-facts.tsx';
import { FactLines } from './fact-line.tsx';
import { Fold } from './fold.tsx';
import { useSpeech } from './speech-context.ts';

/** The facts that do not decide: those unknown because they could not be read, or could be read but not used, apart from the rest. */
export function sortOthers(lines: readonly FactLine[]): {
  readonly notRead: readonly FactLine[];
  readonly rest: readonly FactLine[];
} {
  const isNotRead = ({ fact }: FactLine) => !fact.known && (fact.reason === 'error' || fact.reason === 'unsupported');
  const others = lines.filter(({ decisive }) => !decisive);
  return { notRead: others.filter(isNotRead), rest: others.filter((line) => !isNotRead(line)) };
}

/** The rest of why: what was not read, all other facts, and the guideline's criteria. */
export function Justification({ justification, ...shared }: JustificationProps) {
  const words = whyWords[useSpeech().language];
  const { notRead, rest } = sortOthers(justification.facts);
  return (
    <div class="justification">
      {notRead.length > 0 && (
        <>
          <h3>{words.notRead}</h3>
          <FactLines {...shared} lines={notRead} />
        </>
      )}
      {rest.length > 0 && <Fold summary={words.rest(rest.length)}>{() => <FactLines {...shared} lines={rest} />}</Fold>}
      {justification.criteria.length > 0 && <Criteria criteria={justification.criteria} />}
    </div>
  );
}

function Criteria({ criteria }: { readonly criteria: readonly CriterionLine[] }) {
  const { language, text } = useSpeech();
  const words = whyWords[language];
  const sorted = [...criteria.filter(({ decisive }) => decisive), ...criteria.filter(({ decisive }) => !decisive)];
  return (
    <Fold summary={`${words.criteria} (${criteria.length})`}>
      {() => (
        <ul class="criteria">
          {sorted.map(({ id, label, truth, decisive }) => (
            <li key={id} class={decisive ? 'criterion criterion-decisive' : 'criterion'}>
              <span>{asHeading(text(label))}</span> <span class={`truth truth-${truth}`}>{words.truth[truth]}</span>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
