import { type Called, EMERGENCY_NUMBER } from '../core/schema/role.ts';
import type { Text } from '../core/schema/text.ts';
import { contactWords } from '../i18n/contact-words.ts';
import { roleWords } from '../i18n/role-words.ts';
import { asPhrase } from '../i18n/sentence.ts';
import type { Contact } from '../smart/contacts.ts';
import {
  callList,
  dialAddress,
  parseTelephones,
  type RoleNumber,
  type SiteTelephones,
} from '../smart/site-telephones.ts';
import { useSpeech } from '../ui/speech-context.ts';

interface CallNumbersProps {
  /** Whom the recommendation names. */
  readonly called: readonly Called[];
  /** The site's numbers for them, and what is wrong in its configuration. */
  readonly site: SiteTelephones | 'loading' | 'failed';
  /** Who performs the examination; null where nobody is known, or it is not rated. */
  readonly imaging: Contact | null;
}

/** Who is called, and the number once it is known. */
interface Line {
  readonly called: Called;
  readonly number?: RoleNumber;
}

const NONE = parseTelephones({});

/**
 * A line with a number for each who can be called, what cannot be called because the site gives no number, and who performs
 * the examination. The emergency number waits for nothing.
 */
export function CallNumbers({ called, site, imaging }: CallNumbersProps) {
  const { words: first, language, text } = useSpeech();
  const words = contactWords[language];
  const { switchboard, wrong } = typeof site === 'string' ? NONE : site;
  const { dial, missing } = callList(called, typeof site === 'string' ? NONE : site);
  // Each has its line from the first, so that nothing moves when the numbers come.
  const lines =
    site === 'loading' ? called.map((one) => dial.find((line) => line.called === one) ?? { called: one }) : dial;
  const roles = missing.map((role) => asPhrase(roleWords[language][role])).join(` ${words.or} `);
  const isAlone = dial.length + missing.length === 0 && !imaging;
  return (
    <>
      {lines.map(({ called: one, number }: Line, place) => (
        <p key={one} class="call">
          {place > 0 && `${words.or} `}
          {one !== EMERGENCY_NUMBER && <strong>{roleWords[language][one]}</strong>}{' '}
          {number ? <Dialled {...number} /> : '…'}{' '}
          <span class="telephone-name">{number && detailsOf(number).map(text).join(', ')}</span>
        </p>
      ))}
      {site === 'loading' && <p class="call-waits">{first.loading}</p>}
      {site === 'failed' && <p>{words.noNumbers}</p>}
      {typeof site === 'object' && (missing.length > 0 || isAlone) && (
        <p class="call-missing">
          {missing.length > 0 ? words.notSetUp(roles) : words.switchboard}
          {switchboard ? ', ' : '.'}
          {switchboard && <Dialled telephone={switchboard} />}
        </p>
      )}
      {wrong.length > 0 && (missing.length > 0 || !imaging) && (
        <p class="telephone-name">
          {words.faulty} <span class="detail">site.json: {wrong.join(', ')}</span>
        </p>
      )}
      {imaging && (
        <p class="call call-imaging">
          <span class="telephone-name">
            {words.arrangeWith} {text(imaging.name)}
            {!imaging.acute && ` (${text(imaging.hours)})`}
          </span>{' '}
          <Dialled telephone={imaging.telephone} />
        </p>
      )}
    </>
  );
}

/** What it is called here, and when it answers. */
function detailsOf({ name, hours }: RoleNumber): readonly Text[] {
  return [name, hours].filter((detail) => detail !== undefined);
}

function Dialled({ telephone }: Pick<RoleNumber, 'telephone'>) {
  return (
    <a class="telephone-number" href={dialAddress(telephone)}>
      {telephone}
    </a>
  );
}
