import { Fragment } from 'preact';
import type { Assessment } from '../core/decision/guidance.ts';
import { recommendationOf } from '../core/decision/ruling.ts';
import { Disagreement } from './evidence.tsx';
import type { GuidanceModel } from './guidance-model.ts';
import { WhatWouldChange } from './what-would-change.tsx';

/** What stands under the guidance: where guidelines disagree, and what would change the answer. */
export function Further({ model, assessment }: { readonly model: GuidanceModel; readonly assessment: Assessment }) {
  return (
    <>
      {assessment.guidance.map((guidance) => {
        const guideline = model.library.guidelines.find(({ document }) => document.id === guidance.guideline);
        if (!guideline || guidance.speaks === null) return null;
        const spoken = recommendationOf(guideline, guidance.speaks);
        return (
          <Fragment key={guidance.guideline}>
            <Disagreement recommendation={spoken} evidence={guideline.document.evidence} />
            <WhatWouldChange model={model} guidance={guidance} guideline={guideline} />
          </Fragment>
        );
      })}
    </>
  );
}
