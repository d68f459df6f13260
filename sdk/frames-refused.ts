/**
 * Resolves when the page's policy refuses our frame: the browser says so as soon as one is tried. A policy that is only
 * being tried out refuses nothing.
 */
export function framesRefused(origin: string): Promise<void> {
  return new Promise((tell) => {
    addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective, blockedURI }) => {
      if (disposition === 'enforce' && effectiveDirective === 'frame-src' && blockedURI.startsWith(origin)) tell();
    });
  });
}
