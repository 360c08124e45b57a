import type { Assessment } from '../core/decision/guidance.ts';
import { needsTelephone } from './telephone.tsx';

/** Whether nothing needs the clinician: supported, nothing open, no hurry. Then one calm line is all that is shown. */
export function isCalm({ verdict, urgency, outOfService }: Assessment, open: readonly string[]): boolean {
  return verdict === 'appropriate' && open.length === 0 && !needsTelephone(urgency) && outOfService.length === 0;
}
