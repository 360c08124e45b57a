import type { Evidence as EvidenceDocument, Recommendation } from '../core/schema/guideline.ts';
import { whyWords } from '../i18n/why-words.ts';
import { useSpeech } from './speech-context.ts';

interface EvidenceProps {
  readonly recommendation: Recommendation;
  readonly evidence: Readonly<Record<string, EvidenceDocument>>;
}

/** The sources behind a recommendation: year, kind, strength, and whether they were read in the original. */
export function EvidenceList({ recommendation, evidence }: EvidenceProps) {
  const words = whyWords[useSpeech().language];
  const cited = recommendation.evidence.map((id) => evidence[id]).filter((source) => source !== undefined);
  if (cited.length === 0) return null;
  return (
    <details class="evidence">
      <summary>
        {words.evidence} ({cited.length})
      </summary>
      <ul>
        {cited.map((source) => (
          <li key={source.cite}>
            <Source source={source} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Recognised guidelines that say otherwise, side by side with what they say. */
export function Disagreement({ recommendation, evidence }: EvidenceProps) {
  const { language, text } = useSpeech();
  if (recommendation.disagrees.length === 0) return null;
  return (
    <section class="disagreement">
      <h3>{whyWords[language].disagreement}</h3>
      <ul>
        {recommendation.disagrees.map(({ evidence: id, say }) => {
          const source = evidence[id];
          return (
            <li key={id}>
              <p>{text(say)}</p>
              {source && <Source source={source} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Source({ source }: { readonly source: EvidenceDocument }) {
  const { words: first, language, text } = useSpeech();
  const words = whyWords[language];
  const { cite, says, url, year, type, strength, verified } = source;
  const yearShown = year !== undefined && !cite.includes(String(year)) ? [String(year)] : [];
  const strengthShown = strength ? [words.strength(strength)] : [];
  const facts = [words.evidenceType[type], ...yearShown, ...strengthShown].join(' · ');
  return (
    <div class="source">
      {url ? (
        <a href={url} rel="noreferrer noopener" target="_blank">
          {cite} <span class="visually-hidden">({first.why.opensElsewhere})</span>
        </a>
      ) : (
        <span>{cite}</span>
      )}
      {says && <p>{text(says)}</p>}
      <p class="fine">
        {facts} · <span class={verified ? '' : 'caution'}>{verified ? words.verified : words.notVerified}</span>
      </p>
    </div>
  );
}
