import { formatDate } from '../i18n/notation.ts';
import { stageWords } from '../i18n/stage-words.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Model } from './model.ts';
import type { OrderLine } from './order-line.ts';

/** No draft: what to do, and the way without one. */
export function NoOrder({ model }: { readonly model: Model }) {
  const { language } = useSpeech();
  const { title, text, next, again, forPatient } = stageWords[language].noOrder;
  return (
    <section class="message">
      <h1 id="page-title" tabIndex={-1}>
        {title}
      </h1>
      <p>{text}</p>
      <p class="next">{next}</p>
      <button type="button" class="primary" onClick={() => keepFocus(model.start)}>
        {again}
      </button>
      <button type="button" class="secondary" onClick={() => keepFocus(model.startByHand)}>
        {forPatient}
      </button>
    </section>
  );
}

/** Several drafts: the clinician says which. */
export function SeveralOrders({ model, orders }: { readonly model: Model; readonly orders: readonly OrderLine[] }) {
  const { language } = useSpeech();
  const words = stageWords[language];
  return (
    <section class="message">
      <h1 id="page-title" tabIndex={-1}>
        {words.severalOrders.title}
      </h1>
      <p>{words.severalOrders.text}</p>
      <ul class="choices">
        {orders.map(({ reference, code, reason, authoredOn }) => (
          <li key={reference}>
            <button type="button" class="answer" onClick={() => keepFocus(() => model.chooseOrder(reference))}>
              <span>{code === '' ? words.severalOrders.unnamed : code}</span>
              <span class="fine">
                {[reason, ...(authoredOn ? [words.severalOrders.written(formatDate(authoredOn, language))] : [])]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
