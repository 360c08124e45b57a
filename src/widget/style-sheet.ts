/**
 * Adds a style sheet to the page. Done when it is in use, or known not to come: what it is for is better shown plain than
 * not at all.
 */
export function addStyleSheet(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
