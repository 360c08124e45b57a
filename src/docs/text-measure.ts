/**
 * About how wide a text is drawn in a sans-serif face, in units of its size. Nothing can be measured before a page is
 * drawn, and faces differ, so it is on the wide side: a line that is a little short is better than one cut off.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  if (/[ijl|.,:;'!()[\]/ ]/.test(character)) return 0.34;
  if (/[frt-]/.test(character)) return 0.42;
  if (/[mwMW%@—]/.test(character)) return 0.95;
  if (/[\p{Lu}\d≥≤»«]/u.test(character)) return 0.69;
  return 0.6;
}

/**
 * A text in lines no wider than `width` at `size` (both in the drawing's units). A word that is too long for a line by
 * itself is cut.
 */
export function wrapText(text: string, width: number, size: number): readonly string[] {
  const room = width / size;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((whole) => cut(whole, room))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function cut(word: string, room: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && widthOf(`${piece}${character}-`) > room) {
      pieces.push(`${piece}-`);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
