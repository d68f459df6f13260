import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '#web/ui/icon.tsx';
import { useTexts } from './later-texts.ts';

/** When a screen reader says how much time is left: often enough to plan, seldom enough to think. */
const saidAtSeconds = [240, 180, 120, 60, 30, 10];
const lastMinute = 60;

/** The time that is left, for the eye every second and for the ear now and then. `onOver` is called once. */
export function TimeLeft({ seconds, onOver }: { seconds: number; onOver(): void }) {
  const words = useTexts().questions;
  const [left, setLeft] = useState(seconds);
  const [said, setSaid] = useState('');
  const over = useRef(false);
  useEffect(() => {
    // Counted from the server's figure by the drawing's own time, which nobody can set.
    let endsAt: number | null = null;
    const draw = (at: number) => {
      endsAt ??= at + seconds * 1000;
      const now = Math.max(0, Math.ceil((endsAt - at) / 1000));
      setLeft(now);
      if (saidAtSeconds.includes(now)) setSaid(words.timeLeft(now));
      if (now > 0 || over.current) return;
      over.current = true;
      onOver();
    };
    requestAnimationFrame(draw);
    const timer = setInterval(() => requestAnimationFrame(draw), 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <p class={left > lastMinute ? 'time-left' : 'time-left soon'}>
      <Icon name="clock" />
      <span role="timer" aria-label={words.timeLeft(left)}>
        {`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`}
      </span>
      <span class="sr" role="status">
        {said}
      </span>
    </p>
  );
}
