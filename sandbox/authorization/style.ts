import { createHash } from 'node:crypto';

/** SMART 2.2, "Styling apps" (experimental): colours, sizes and fonts of the EHR, for apps that want to look like it. */
const style = {
  color_background: '#f4f6f8',
  color_error: '#b3261e',
  color_highlight: '#0b5c8a',
  color_modal_backdrop: '#00000080',
  color_success: '#1e6b3a',
  color_text: '#1a1f24',
  dim_border_radius: '4px',
  dim_font_size: '15px',
  dim_spacing_size: '16px',
  font_family_body: 'system-ui, sans-serif',
  font_family_heading: 'system-ui, sans-serif',
};

const version = createHash('sha256').update(JSON.stringify(style)).digest('hex').slice(0, 8);

/** Where the style is served. A new style gets a new URL, as SMART asks, so it may be cached for ever. */
export function styleUrl(base: string): string {
  return `${base}/style-${version}.json`;
}

export function serveStyle(): Response {
  return Response.json(style, { headers: { 'cache-control': 'public, max-age=31536000, immutable' } });
}
