import type { ComponentProps } from 'preact';
import { type GuidanceDetails, guidanceDetails } from '../ui/guidance-details.ts';
import { OriginContext, type OriginFinder } from '../ui/origin-context.ts';

/** The details of guidance, in which every fact opens to the resources it rests on. */
export function openedToOrigins(finder: OriginFinder): GuidanceDetails {
  const { DecisiveFacts, Why } = guidanceDetails;
  return {
    ...guidanceDetails,
    DecisiveFacts: (props: ComponentProps<typeof DecisiveFacts>) => (
      <OriginContext.Provider value={finder}>
        <DecisiveFacts {...props} />
      </OriginContext.Provider>
    ),
    Why: (props: ComponentProps<typeof Why>) => (
      <OriginContext.Provider value={finder}>
        <Why {...props} />
      </OriginContext.Provider>
    ),
  };
}
