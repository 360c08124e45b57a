import type { OrderLine } from './order-line.ts';
import type { OrderChange } from './stage.ts';

/** What differs between an order as it was read and as it stands now, of what the page shows. */
export function orderChanges(before: OrderLine, after: OrderLine): readonly OrderChange[] {
  const changes: OrderChange[] = [
    { element: 'code', from: before.code, to: after.code },
    { element: 'reasonCode', from: before.reason, to: after.reason },
    { element: 'note', from: without(before.notes, after.notes), to: without(after.notes, before.notes) },
    { element: 'status', from: before.status, to: after.status },
  ];
  return changes.filter(({ from, to }) => from !== to);
}

/** The notes that stand in one list and not in the other. */
function without(notes: readonly string[], others: readonly string[]): string {
  return notes.filter((note) => !others.includes(note)).join('\n');
}
