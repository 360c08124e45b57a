import type { PatientBanner as Patient } from '../fhir/patient.ts';
import type { Language } from '../i18n/language.ts';
import { formatDate } from '../i18n/notation.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useSpeech } from '../ui/speech-context.ts';

/** The app's name and the other language. */
export function Header({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { words } = useSpeech();
  return (
    <header class="top">
      <p class="brand">{words.app}</p>
      <LanguageSwitch onLanguage={onLanguage} />
    </header>
  );
}

/** Whose record this is; shown where the host does not show it itself. */
export function PatientBanner({ patient }: { readonly patient: Patient | null }) {
  const { words, language } = useSpeech();
  if (!patient) return null;
  return (
    <section class="patient" aria-label={words.patient.heading} data-protected={patient.isProtected}>
      <p class="patient-name">{patient.name ?? words.patient.unnamed}</p>
      <p class="fine">
        {[
          ...(patient.identifier ? [`${words.patient.cpr} ${patient.identifier}`] : []),
          ...(patient.isProtected ? [words.patient.protected] : []),
          ...(patient.birthDate ? [words.patient.born(formatDate(patient.birthDate, language))] : []),
        ].join(' · ')}
      </p>
    </section>
  );
}
