import { useEffect, useState } from 'preact/hooks';
import { dayAt, weekday } from '#core/calendar/day.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { askSandbox } from './ask-sandbox.ts';

/** The sandbox's day, and the two steps that are taken most. The clock moves forward only. */
export function ClockCard() {
  const [now, setNow] = useState<string | null>();
  const [moving, setMoving] = useState<string | null>(null);
  useEffect(() => {
    askSandbox<{ now: string }>('/sandbox/clock').then((clock) => setNow(clock?.now ?? null));
  }, []);
  const advance = async (step: string) => {
    setMoving(step);
    const clock = await askSandbox<{ now: string }>('/sandbox/clock', { advance: step });
    if (clock) setNow(clock.now);
    setMoving(null);
  };
  return (
    <section class="card stack">
      <h2>The clock</h2>
      <p role="status" class="today">
        {now ? <b>{dayText(now)}</b> : now === null ? 'The clock can’t be read now.' : <span class="skeleton" />}
      </p>
      <p class="small lead">
        One clock for the whole sandbox. It moves forward only; due payments, deadlines and letters follow it.
      </p>
      <div class="acts">
        {steps.map(({ step, name }) => (
          <ActionButton key={step} kind="quiet" small busy={moving === step} onPress={() => advance(step)}>
            {name}
          </ActionButton>
        ))}
      </div>
    </section>
  );
}

const steps = [
  { step: 'P1D', name: 'A day later' },
  { step: 'P7D', name: 'A week later' },
];

function dayText(now: string): string {
  const day = dayAt(Date.parse(now), 'America/New_York');
  return `${weekdays[weekday(day)]}, ${longDay(day)}`;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
