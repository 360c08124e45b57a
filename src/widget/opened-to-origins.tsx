import type { ComponentProps } from 'preact';
import { type GuidanceDetails, guidanceDetails } from '../ui/guidance-details.ts';
import { OriginContext, type OriginFinder } from '../ui/origin-context.ts';

/** The details of guidance, in which every fact opens to the resources it rests on. */
export function openedToOrigins(finder: OriginFinder): GuidanceDetails {
  const { FactLines, Why } = guidanceDetails;
  return {
    ...guidanceDetails,
    FactLines: (props: ComponentProps<typeof FactLines>) => (
      <OriginContext.Provider value={finder}>
        <FactLines {...props} />
      </OriginContext.Provider>
    ),
    Why: (props: ComponentProps<typeof Why>) => (
      <OriginContext.Provider value={finder}>
        <Why {...props} />
      </OriginContext.Provider>
    ),
  };
}
