import { useState } from 'preact/hooks';
import type { Questions } from '#contract/modal/view.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ChoiceField } from '#web/ui/choice-field.tsx';
import { Note } from '#web/ui/note.tsx';
import { useCheckout } from '../checkout-context.ts';
import { useTexts } from '../later-texts.ts';
import { Mistakes, RefusedNote, Screen } from '../screen.tsx';
import type { Refusal } from '../server-call.ts';
import { TimeLeft } from '../time-left.tsx';
import { useForm } from '../use-form.ts';

/** Questions that only the shopper can answer, when the one who knows them asks: first what comes, then the questions. */
export function QuestionsScreen() {
  const { view } = useCheckout();
  if (!view.questions) return null;
  const { open, before } = view.questions;
  return open ? <Ask key={open.id} open={open} /> : <Begin key={before} before={before} />;
}

/** The time begins when the shopper says so, not before. */
function Begin({ before }: { before: Questions['before'] }) {
  const { act } = useCheckout();
  const words = useTexts().questions;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const begin = async () => {
    setBusy(true);
    setRefused(await act('questions-start', {}));
    setBusy(false);
  };
  return (
    <Screen
      title={before === null ? words.title : words.againTitle}
      lead={before === null ? words.lead : words.againLead[before]}
      onSubmit={() => void (busy || begin())}
      foot={
        <ActionButton type="submit" wide busy={busy}>
          {before === null ? words.begin : words.beginAgain}
        </ActionButton>
      }
    >
      {refused && <RefusedNote refusal={refused} />}
      <ol class="strokes">
        {words.facts.map(({ title, text }) => (
          <li key={title}>
            <b>{title}</b>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      {before !== null && (
        <Note icon="info" title={words.lastTime}>
          {words.lastTimeLead}
        </Note>
      )}
    </Screen>
  );
}

function Ask({ open }: { open: NonNullable<Questions['open']> }) {
  const { act } = useCheckout();
  const words = useTexts().questions;
  const { id, questions, secondsLeft } = open;
  const ids = questions.map((question) => question.id);
  const form = useForm<string>({
    screen: `questions-${id}`,
    start: Object.fromEntries(ids.map((each) => [each, ''])),
    secrets: ids,
    check: (values) => Object.fromEntries(ids.filter((each) => !values[each]).map((each) => [each, words.missing])),
    send: (values) =>
      act('answers', { id, answers: ids.map((questionId) => ({ questionId, choiceId: values[questionId] ?? '' })) }),
  });
  return (
    <Screen
      title={words.askTitle}
      lead={words.askLead}
      onSubmit={form.submit}
      strip={<TimeLeft seconds={secondsLeft} onOver={() => void act('view', {})} />}
      foot={
        <ActionButton type="submit" wide waiting={!form.complete} busy={form.busy}>
          {words.send}
        </ActionButton>
      }
    >
      <Mistakes form={form} names={Object.fromEntries(ids.map((each, index) => [each, words.number(index + 1)]))} />
      {questions.map(({ id: name, label, choices }, index) => (
        <ChoiceField
          key={name}
          field={form.field(name)}
          legend={
            <>
              <span class="eyebrow">{words.of(index + 1, questions.length)}</span> {label}
            </>
          }
          choices={choices.map((choice) => ({ value: choice.id, name: choice.label }))}
        />
      ))}
    </Screen>
  );
}
