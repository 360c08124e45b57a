/** One line of a text that may not be longer than a receiving system takes. */
export interface FittedLine {
  /** Who gets room first: 1 before 2. */
  readonly rank: number;
  /** Characters kept for it, whatever comes before it by rank takes. */
  readonly least: number;
  /** The line in at most this many characters; empty where it says nothing, or nothing fits. */
  readonly write: (room: number) => string;
}

/**
 * The lines in the order given, joined by line breaks, never longer than `most` characters (UTF-16 units, as text fields
 * count them). Room is given out by rank; what a line does not use goes to those after it. Lines that are empty fall away.
 */
export function fitLines(lines: readonly FittedLine[], most: number): string {
  const written = new Map<FittedLine, string>();
  let room = most;
  const byRank = lines.toSorted((one, other) => one.rank - other.rank);
  for (const [at, line] of byRank.entries()) {
    const kept = byRank.slice(at + 1).reduce((sum, { least }) => sum + (least > 0 ? least + 1 : 0), 0);
    // One for the line break.
    const own = Math.min(room - 1, Math.max(line.least, room - kept - 1));
    const text = own > 0 ? shorten(line.write(own), own) : '';
    written.set(line, text);
    if (text !== '') room -= text.length + 1;
  }
  return lines
    .map((line) => written.get(line) ?? '')
    .filter((text) => text !== '')
    .join('\n');
}

/** A text on one line in at most `room` characters, cut between words where that is possible, with `…` where it was cut. */
export function shorten(text: string, room: number): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  if (whole.length <= room) return whole;
  if (room < 2) return '';
  const cut = whole.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, '');
  const atWord = cut.lastIndexOf(' ');
  return `${(atWord > room / 2 ? cut.slice(0, atWord) : cut).replace(/[\s,;:]+$/, '')}…`;
}
