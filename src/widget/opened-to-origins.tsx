import type { ComponentProps } from 'preact';
import type { ResourceOrigin } from '../core/facts/origin.ts';
import { type GuidanceDetails, guidanceDetails } from '../ui/guidance-details.ts';
import { OriginContext } from '../ui/origin-context.ts';

/** The details of guidance, in which every fact opens to the resources it rests on. */
export function openedToOrigins(find: (reference: string) => ResourceOrigin | null): GuidanceDetails {
  const { FactLines, Why } = guidanceDetails;
  return {
    ...guidanceDetails,
    FactLines: (props: ComponentProps<typeof FactLines>) => (
      <OriginContext.Provider value={find}>
        <FactLines {...props} />
      </OriginContext.Provider>
    ),
    Why: (props: ComponentProps<typeof Why>) => (
      <OriginContext.Provider value={find}>
        <Why {...props} />
      </OriginContext.Provider>
    ),
  };
}
