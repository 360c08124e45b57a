/**
 * Text as plain text in GitHub Flavored Markdown: nothing in it is markup, HTML or an address made into a link. Records
 * hold outside text, and a card must not carry somebody else's links (CDS Hooks 2.0, "Security and Safety", risk 4).
 */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}\\.`)
    .replace(/@/g, '\\@');
}

/** A bulleted list; empty for no lines. */
export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

export function bold(text: string): string {
  return `**${text}**`;
}

/** A link of our own; the address is one of ours, its brackets escaped. */
export function link(text: string, url: string): string {
  return `[${text}](${url.replace(/\(/g, '%28').replace(/\)/g, '%29')})`;
}

/** Paragraphs, empty ones left out. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
