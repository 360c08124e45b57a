import { type Html, html } from './html.ts';
import { limitValue, localMark } from './limit.ts';
import { basisText, markedIf, proposedMark } from './mark.ts';
import { heading, type PageSource } from './source.ts';

/** The named limits: what they are, their number, and where it is from. */
export function parametersSection(source: PageSource): Html {
  const { words } = source;
  const entries = Object.entries(source.logic.parameters);
  if (entries.length === 0) return html`<p>${words.parameters.none}</p>`;
  const rows = entries.map(
    ([id, { label, source: origin, proposed }]) =>
      html`<tr id="parameter-${id}"><th scope="row">${heading(source, label)}</th><td class="number">${limitValue(source, id)}${localMark(source, id)}</td><td>${basisText(source, origin)}${markedIf(proposed, proposedMark(source))}</td></tr>`,
  );
  return html`<div class="scroll" role="region" aria-label="${words.table(words.parameters.heading)}" tabindex="0"><table class="parameters"><thead><tr><th scope="col">${words.parameters.name}</th><th scope="col">${words.parameters.value}</th><th scope="col">${words.parameters.source}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
