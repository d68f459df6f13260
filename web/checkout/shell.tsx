import type { View } from '#contract/modal/view.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Mark } from '#web/ui/mark.tsx';
import { Note } from '#web/ui/note.tsx';
import { sayRefusal } from './say-refusal.ts';
import type { Refusal } from './server-call.ts';
import type { Texts } from './texts/en.ts';

/** The head of every screen: whose window this is, the other language, help, close, and how far the shopper has come. */
export function ModalTop(props: {
  view: View | null;
  texts: Texts;
  onLanguage(): void;
  onHelp(): void;
  onClose(): void;
}) {
  const { view, texts } = props;
  const walking = view && view.step !== 'done' && !(view.step === 'decision' && view.decision?.status !== 'approved');
  return (
    <>
      <header class="modal-top">
        <span class="brand">
          <Mark /> {view?.brand.name ?? 'FlexPay'}
        </span>
        <LanguageSwitch texts={texts} onPress={props.onLanguage} />
        <button class="tool" type="button" aria-label={texts.help} disabled={!view} onClick={props.onHelp}>
          <Icon name="help" />
        </button>
        <button class="tool" type="button" aria-label={texts.close} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      </header>
      {walking && (
        <div class="steps" role="img" aria-label={texts.step(view.progress.at, view.progress.of)}>
          {Array.from({ length: view.progress.of }, (_, index) => (
            <i key={index} class={index + 1 < view.progress.at ? 'p' : index + 1 === view.progress.at ? 'n' : ''} />
          ))}
        </div>
      )}
    </>
  );
}

/** The other language, named in itself for whoever reads that one. */
export function LanguageSwitch({ texts, onPress }: { texts: Texts; onPress(): void }) {
  const { language, name, label } = texts.other;
  return (
    <button class="tool" type="button" lang={language} aria-label={label} onClick={onPress}>
      {name}
    </button>
  );
}

/** The short while before the first answer: the sheet is there, its words arrive. */
export function Arriving({ texts }: { texts: Texts }) {
  return (
    <main class="modal-body">
      <div class="arriving" role="status" aria-label={texts.loading}>
        <span class="skeleton" />
        <span class="skeleton" />
        <span class="skeleton" />
        <span class="skeleton" />
      </div>
    </main>
  );
}

/** The server refused the order or could not be reached. */
export function CannotStart(props: { refusal: Refusal; texts: Texts; onAgain(): void; onClose(): void }) {
  const { refusal, texts } = props;
  return (
    <>
      <main class="modal-body">
        <h1 id="title">{texts.trouble.start}</h1>
        <Note tone="wrong" icon="warning" title={texts.trouble.title} alert>
          {refusal.code === 'ValidationError' ? texts.trouble.order : sayRefusal(refusal, texts)}
        </Note>
      </main>
      <footer class="modal-foot foot-end">
        {refusal.statusCode === 0 || refusal.statusCode >= 500 ? (
          <ActionButton wide onPress={props.onAgain}>
            {texts.trouble.again}
          </ActionButton>
        ) : null}
        <ActionButton wide kind="quiet" onPress={props.onClose}>
          {texts.close}
        </ActionButton>
      </footer>
    </>
  );
}
