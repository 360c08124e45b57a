/**
 * Keys that answer, while the focus is among the questions and nothing is being typed: there alone, since a single key must
 * not do anything for who dictates or brushes the keyboard elsewhere (WCAG 2.2, 2.1.4). Each presses what a person sees: 1–9
 * the question in that place, 0 "none of these", Backspace takes the last answer back. Called again it changes nothing.
 */
export function listenForShortcuts(): void {
  document.addEventListener('keydown', pressWhatIsMeant);
}

function pressWhatIsMeant(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.altKey || event.metaKey) return;
  if (target.matches('input, textarea')) return;
  const questions = target.closest('.questions');
  const pressed = questions && buttonFor(event.key, questions);
  if (!pressed) return;
  event.preventDefault();
  // One of several answers is chosen by hand: the key leads to the first.
  if (pressed.closest('.question')) pressed.focus();
  else pressed.click();
}

function buttonFor(key: string, questions: Element): HTMLElement | null {
  if (key === '0') return questions.querySelector<HTMLElement>('.none-of-these');
  if (key === 'Backspace') return questions.querySelector<HTMLElement>('.undo-last');
  if (!/^[1-9]$/.test(key)) return null;
  return questions.querySelector<HTMLElement>(`.asked > :nth-child(${key}) .answer`);
}
