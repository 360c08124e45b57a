import type { AlternativeActions } from '../ui/alternatives.tsx';
import { moveFocus } from '../ui/focus.ts';
import type { DecisionForm, FormOption } from './decision-form.ts';

/** Choosing among the alternatives is deciding: it is chosen, and what will be written comes into view. */
export function alternativeActions(form: DecisionForm): AlternativeActions {
  const { value: options } = form.options;
  const { value: choice } = form.choice;
  const changeTo = (order: string): FormOption | undefined =>
    options.find((option) => option.kind === 'changed' && option.to === order);
  const choose = (option: FormOption | undefined): void => {
    if (!option) return;
    form.choose(option);
    moveFocus('decision-title');
  };
  return {
    chosen: choice?.kind === 'changed' ? choice.to : null,
    offers: (order) => changeTo(order) !== undefined,
    choose: (order) => choose(changeTo(order)),
  };
}
