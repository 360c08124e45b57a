import { type Element, elementsAt, textAt } from './element.ts';
import { isOwnNote } from './order-annotation.ts';

/** Where on an order words stand that nobody has coded. */
export type OrderTextPlace = 'note' | 'reason' | 'detail' | 'patient';

/** Words on an order: shown as they stand, interpreted by nobody here. */
export interface OrderText {
  readonly place: OrderTextPlace;
  readonly text: string;
}

/** The free text of an order: notes that are not ours, the reason and details as far as they are text, words to the patient. */
export function orderTexts(order: Element): readonly OrderText[] {
  const texts: readonly (readonly [OrderTextPlace, string | undefined])[] = [
    ...elementsAt(order, 'note')
      .filter((note) => !isOwnNote(note))
      .map((note) => ['note', textAt(note, 'text')] as const),
    ...elementsAt(order, 'reasonCode').map((concept) => ['reason', textAt(concept, 'text')] as const),
    ...elementsAt(order, 'orderDetail').map((concept) => ['detail', textAt(concept, 'text')] as const),
    ['patient', textAt(order, 'patientInstruction')],
  ];
  return texts.flatMap(([place, text]) => (text === undefined ? [] : [{ place, text }]));
}
