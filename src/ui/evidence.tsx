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

/** What this guideline says, and beside it the recognised guidelines that say otherwise. */
export function Disagreement({ recommendation, evidence }: EvidenceProps) {
  const { language, text } = useSpeech();
  const words = whyWords[language];
  if (recommendation.disagrees.length === 0) return null;
  return (
    <section class="disagreement">
      <h2>{words.disagreement}</h2>
      <div class="sides">
        <div class="side">
          <h3>{words.thisGuideline}</h3>
          <p>{text(recommendation.title)}</p>
          {recommendation.evidence.slice(0, 1).map((id) => evidence[id] && <Source key={id} source={evidence[id]} />)}
        </div>
        {recommendation.disagrees.map(({ evidence: id, say }) => (
          <div class="side" key={id}>
            <h3>{words.otherGuideline}</h3>
            <p>{text(say)}</p>
            {evidence[id] && <Source source={evidence[id]} />}
          </div>
        ))}
      </div>
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
