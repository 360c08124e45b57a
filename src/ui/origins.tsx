import { useContext } from 'preact/hooks';
import type { Fact, RecordReference } from '../core/facts/fact.ts';
import type { ResourceOrigin } from '../core/facts/origin.ts';
import { formatDate } from '../i18n/notation.ts';
import { originWords } from '../i18n/origin-words.ts';
import { OriginContext } from './origin-context.ts';
import { useSpeech } from './speech-context.ts';
import { TrailLines } from './trail-lines.tsx';

/**
 * Every resource that a fact rests on, what the record said before a correction and what stands beside it as a hint among
 * them. Drawn when somebody looks: then the record's own trail is read.
 */
export function Origins({ fact }: { readonly fact: Fact }) {
  const finder = useContext(OriginContext);
  const words = originWords[useSpeech().language];
  const origins = finder === null ? [] : referencesOf(fact).flatMap(({ reference }) => finder.find(reference) ?? []);
  if (origins.length === 0) return null;
  return (
    <div class="origins">
      <h3>{words.heading}</h3>
      {origins.map((origin) => (
        <Origin key={origin.reference} origin={origin} />
      ))}
      <TrailLines references={origins.map(({ reference }) => reference)} />
    </div>
  );
}

export function Origin({ origin }: { readonly origin: ResourceOrigin }) {
  const { language } = useSpeech();
  const words = originWords[language];
  const statuses = origin.statuses.map((code) => words.statuses[code] ?? code);
  return (
    <dl class="origin" data-reference={origin.reference}>
      <Row name={words.codes} said={origin.codes} />
      <Row name={words.status} said={statuses} />
      <Row name={words.recordedOn} said={origin.recordedOn ? [formatDate(origin.recordedOn, language)] : []} />
      <Row name={words.changedOn} said={origin.changedOn ? [formatDate(origin.changedOn, language)] : []} />
      <Row name={words.by} said={origin.by.length > 0 ? origin.by : [words.noName]} />
      <Row name={words.from} said={origin.from} />
      <Row name={words.note} said={origin.notes} />
    </dl>
  );
}

function Row({ name, said }: { readonly name: string; readonly said: readonly string[] }) {
  if (said.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{said.join('; ')}</dd>
    </>
  );
}

function referencesOf(fact: Fact): readonly RecordReference[] {
  const own = fact.known && 'references' in fact.provenance ? fact.provenance.references : [];
  const before = fact.overruled ? referencesOf(fact.overruled) : [];
  const all = [...own, ...before, ...(fact.hints ?? [])];
  return all.filter(({ reference }, at) => all.findIndex((other) => other.reference === reference) === at);
}
