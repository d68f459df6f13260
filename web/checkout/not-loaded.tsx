import { useEffect, useRef } from 'preact/hooks';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Note } from '#web/ui/note.tsx';
import type { Texts } from './texts/en.ts';

/** A part of the checkout that could not be fetched, as without a connection: what was typed is kept, and it can be tried again. */
export function NotLoaded(props: {
  id: 'title' | 'panel-title';
  texts: Texts;
  onAgain(): Promise<void>;
  onBack?: () => void;
}) {
  const { texts } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <div class="modal-body">
        <h1 id={props.id} class="quiet-focus" ref={title} tabIndex={-1}>
          {texts.trouble.part}
        </h1>
        <Note tone="wrong" icon="warning" title={texts.trouble.title} alert>
          {texts.trouble.network}
        </Note>
      </div>
      <footer class="modal-foot foot-end">
        <ActionButton wide onPress={() => void props.onAgain()}>
          {texts.trouble.again}
        </ActionButton>
        {props.onBack && (
          <ActionButton wide kind="quiet" onPress={props.onBack}>
            {texts.backToScreen}
          </ActionButton>
        )}
      </footer>
    </>
  );
}
