import jsqr from 'jsqr';
import type { Browser, Locator } from 'playwright-core';

/** What a phone's camera reads from this part of a page, as it is drawn; null when there is nothing that it can read. */
export async function readCode(browser: Browser, drawn: Locator): Promise<string | null> {
  const picture = (await drawn.screenshot()).toString('base64');
  const page = await browser.newPage();
  const { width, height, pixels } = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return {
      ...{ width: image.width, height: image.height },
      pixels: [...context.getImageData(0, 0, image.width, image.height).data],
    };
  }, picture);
  await page.close();
  // A camera tries one way round: dark on light.
  const read = jsqr.default(Uint8ClampedArray.from(pixels), width, height, { inversionAttempts: 'dontInvert' });
  return read?.data ?? null;
}
