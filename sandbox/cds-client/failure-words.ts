/** What an EHR says when its decision support gave no answer: in words, with the next step, and never a bare status. */
export const noAnswer = 'Beslutningsstøtten svarer ikke.';

/** The same for an answer that is no answer. @param status of HTTP, other than 200 (CDS Hooks 2.0, "HTTP Status Codes") */
export function failureWords(status: number): string {
  switch (status) {
    case 400:
      return 'Beslutningsstøtten kunne ikke bruge det, der blev sendt, og har intet vurderet. Se efter, at henvisning og journal er den samme patients.';
    case 401:
    case 403:
      return 'Beslutningsstøtten kender ikke dette journalsystem og har intet vurderet. Kontakt it-support.';
    case 412:
      return 'Beslutningsstøtten fik ikke de dele af journalen, den skal bruge, og har intet vurderet. Åbn Indikation ved henvisningen: den læser selv. I sandkassen kan »Sender journaldata med« eller »Lader tjenesten selv læse« slås til under »Hvad journalen kan«.';
    default:
      return `Beslutningsstøtten kunne ikke svare nu (fejl ${status}). Prøv igen om lidt.`;
  }
}
