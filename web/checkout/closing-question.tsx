import { useEffect, useRef } from 'preact/hooks';
import { ActionButton } from '#web/ui/action-button.tsx';
import type { Texts } from './texts/en.ts';

/** Closing asks once, says what happens, and has the safe answer first. */
export function ClosingQuestion(props: { texts: Texts; store: string; onStay(): void; onLeave(): void }) {
  const { texts } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="over ask">
      <section class="ask-in" role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-lead">
        <div>
          <h1 id="ask-title" ref={title} tabIndex={-1}>
            {texts.closing.title}
          </h1>
          <p class="lead" id="ask-lead">
            {texts.closing.lead(props.store)}
          </p>
        </div>
        <p class="acts">
          <ActionButton onPress={props.onStay}>{texts.closing.stay}</ActionButton>
          <ActionButton kind="quiet" onPress={props.onLeave}>
            {texts.closing.leave}
          </ActionButton>
        </p>
      </section>
    </div>
  );
}
