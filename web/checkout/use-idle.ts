import { useEffect, useRef } from 'preact/hooks';

const touches = ['pointerdown', 'touchmove', 'wheel', 'scroll', 'keydown', 'input'];

/** Says when nobody has touched the screen for so many seconds, counted in ticks; and keeps the screen awake meanwhile. */
export function useIdle(seconds: number, onIdle: () => void): void {
  const say = useRef(onIdle);
  say.current = onIdle;
  useEffect(() => {
    let quiet = 0;
    const touched = () => {
      quiet = 0;
    };
    const timer = setInterval(() => {
      quiet += 1;
      if (quiet === seconds) say.current();
    }, 1_000);
    for (const touch of touches) addEventListener(touch, touched, { capture: true, passive: true });
    // A refused lock leaves the device to its own settings.
    const awake = navigator.wakeLock?.request('screen').catch(() => null);
    return () => {
      clearInterval(timer);
      for (const touch of touches) removeEventListener(touch, touched, { capture: true });
      void awake?.then((lock) => lock?.release());
    };
  }, []);
}
