import type { Page } from 'playwright-core';

/** A picture with the words that stand above it. */
export interface Picture {
  readonly name: string;
  readonly image: Buffer;
}

/** Widths of pictures on a sheet: a panel as it is, wider pages smaller. */
const MOST_WIDTH = 400;
const MOST_SHEET = 4200;

/**
 * Pictures side by side on one sheet, in rows, as a WebP image: the browser draws and packs them. `width` is that of the
 * pictures in pixels.
 */
export async function contactSheet(page: Page, pictures: readonly Picture[], width: number): Promise<Buffer> {
  const scale = Math.min(1, MOST_WIDTH / width + (width > MOST_WIDTH ? 0.12 : 0));
  const sources = pictures.map(({ name, image }) => ({
    name,
    url: `data:image/png;base64,${image.toString('base64')}`,
  }));
  const drawn = await page.evaluate(
    async ({ sources, scale, most }) => {
      const gap = 16;
      const heading = 28;
      const images = await Promise.all(
        sources.map(async ({ name, url }) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          return { name, image, width: image.width * scale, height: image.height * scale };
        }),
      );
      const places: { x: number; y: number }[] = [];
      let [x, y, tallest, widest] = [gap, gap, 0, 0];
      for (const { width, height } of images) {
        if (x + width + gap > most) [x, y, tallest] = [gap, y + tallest + heading + gap, 0];
        places.push({ x, y });
        [x, tallest] = [x + width + gap, Math.max(tallest, height)];
        widest = Math.max(widest, x);
      }
      const canvas = document.createElement('canvas');
      canvas.width = widest;
      canvas.height = y + tallest + heading + gap;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('this browser does not draw');
      pen.fillStyle = '#8a949c';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.imageSmoothingQuality = 'high';
      for (const [index, { name, image, width, height }] of images.entries()) {
        const { x = 0, y = 0 } = places[index] ?? {};
        pen.fillStyle = '#000000';
        pen.font = '600 15px system-ui, sans-serif';
        pen.fillText(name, x, y + 18, width);
        pen.drawImage(image, x, y + heading, width, height);
      }
      return canvas.toDataURL('image/webp', 0.55);
    },
    { sources, scale, most: MOST_SHEET },
  );
  return Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64');
}
