import type { FunctionComponent } from 'preact';
import type { Library } from '../core/guideline/library.ts';
import { isContradicted } from '../fhir/order-annotation.ts';
import type { SessionView } from '../smart/launch-storage.ts';
import type { Draft, Session } from '../smart/port.ts';
import type { RecordFacts } from '../ui/loop.ts';
import { keptCase, openKeptAnswers, type Recalled } from './kept-answers.ts';
import type { Model } from './model.ts';
import { RecalledNotice } from './recalled-notice.tsx';

/** Answers from before as the page shows them. */
export type RecalledAnswers = Recalled & {
  readonly Notice: FunctionComponent<{ readonly model: Model; readonly recalled: Recalled }>;
};

/** What is kept for the patient of one launch. */
export interface Recall {
  /**
   * What was kept of that draft; null where nothing was. What is kept of any other is dropped. Where the record has come to
   * say otherwise since, the answer is left out: it is new.
   */
  of(draft: Draft, library: Library, examination: string | null, read: RecordFacts): RecalledAnswers | null;
  dropAll(): void;
}

/** Fetched only where something is kept in this tab. What is of another patient is dropped at once. */
export function recallFor(session: Session, view: SessionView): Recall | null {
  const kept = openKeptAnswers(view);
  if (kept === null) return null;
  kept.dropOthers(session);
  return {
    of({ order }, library, examination, read) {
      const about = keptCase(session, order, library, examination);
      const recalled = about && kept.recall(about, library.vocabulary.facts);
      if (!recalled) return null;
      const facts = read(new Map());
      const answers = [...recalled.answers].filter(([id, answer]) => {
        const fact = facts.get(id);
        return !isContradicted(fact, answer) || (fact?.known && String(fact.value) === recalled.overruled?.get(id));
      });
      return { ...recalled, answers: new Map(answers), Notice: RecalledNotice };
    },
    dropAll: kept.dropAll,
  };
}
