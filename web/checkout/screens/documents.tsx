import { useRef, useState } from 'preact/hooks';
import type { Documents } from '#contract/modal/view.ts';
import {
  type DocumentKind,
  documentBytesMax,
  documentKinds,
  documentsMissing,
  type MediaType,
  mediaTypeOf,
  mediaTypes,
} from '#core/application/documents.ts';
import { shortDay } from '#core/calendar/day-text.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Note } from '#web/ui/note.tsx';
import { WrongSay } from '#web/ui/wrong-say.tsx';
import { useCheckout } from '../checkout-context.ts';
import { useTexts } from '../later-texts.ts';
import { Mistakes, Screen } from '../screen.tsx';
import type { Refusal } from '../server-call.ts';
import { focusField } from '../use-form.ts';
import { WhoLine } from '../who-line.tsx';
import './documents.css';

/** The shopper's turn: a file for each thing that shows who they are, and then all of them handed in. */
export function HandInDocuments({ documents }: { documents: Documents }) {
  const { view, act, leave } = useCheckout();
  const texts = useTexts();
  const words = texts.documents;
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const missing = documentsMissing(documents.files.map(({ kind }) => kind));
  const wrong = tried ? missing : [];
  const missingWord = (kind: DocumentKind) => {
    const lacking = wrong.find((one) => one === kind);
    return lacking && words.missing[lacking];
  };

  const handIn = async () => {
    setTried(true);
    const [first] = missing;
    if (first !== undefined) return focusField(first);
    setBusy(true);
    setRefused(await act('documents-hand-in', {}));
    setBusy(false);
  };

  return (
    <Screen
      title={words.title}
      lead={words.lead}
      eyebrow={false}
      onSubmit={() => void (busy || handIn())}
      foot={[
        <ActionButton type="submit" wide waiting={missing.length > 0} busy={busy}>
          {words.handIn}
        </ActionButton>,
        <ActionButton wide kind="plain" onPress={() => leave('cancelled')}>
          {texts.backToStore(view.merchant.name)}
        </ActionButton>,
      ]}
    >
      <WhoLine />
      <Mistakes form={{ wrong, refused }} names={namesOf(words.kinds)} />
      <p class="hint">{words.accepted}</p>
      {documentKinds.map((kind) => (
        <OneDocument
          key={kind}
          kind={kind}
          there={documents.files.find((file) => file.kind === kind)}
          missing={missingWord(kind)}
          aloud={wrong.length < 2}
        />
      ))}
      {!view.hosted && <p class="hint without-camera">{words.otherDevice(view.customer?.email ?? '')}</p>}
      <section class="stack-2">
        <h2 class="label">{words.next}</h2>
        <Line steps={words.steps(view.customer?.email ?? '', view.merchant.name)} />
      </section>
      <Note icon="info" title={words.privacy} />
      <Note icon="help" title={texts.decision.ask}>
        {view.brand.supportText}
      </Note>
    </Screen>
  );
}

/** It is our turn: what was handed in, and what comes of it until when. */
export function DocumentsHandedIn({ documents }: { documents: Documents }) {
  const { view, leave } = useCheckout();
  const texts = useTexts();
  const words = texts.documents;
  return (
    <Screen
      title={words.handedIn.title}
      lead={words.handedIn.lead}
      eyebrow={false}
      onSubmit={() => leave('cancelled')}
      foot={
        <ActionButton type="submit" wide>
          {texts.backToStore(view.merchant.name)}
        </ActionButton>
      }
    >
      <WhoLine />
      <section class="stack-2">
        <h2 class="label">{words.handedIn.what}</h2>
        <ul class="list">
          {documents.files.map(({ kind, mediaType, bytes, receivedOn }) => (
            <li key={kind}>
              <span>{words.kinds[kind].name}</span>
              <span class="under">
                {words.handedIn.line(shortTypes[mediaType], sizeOf(bytes), shortDay(receivedOn, view.locale))}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section class="stack-2">
        <h2 class="label">{words.next}</h2>
        <Line steps={words.handedIn.steps(view.customer?.email ?? '', view.merchant.name)} />
      </section>
      <Note icon="help" title={texts.decision.ask}>
        {view.brand.supportText}
      </Note>
    </Screen>
  );
}

/**
 * One thing to show: a file or a photo of it, sent as soon as it is chosen. The file itself is not kept here, so that
 * nothing of it is left on a device that others use.
 */
function OneDocument(props: {
  kind: DocumentKind;
  there: Documents['files'][number] | undefined;
  missing: string | undefined;
  aloud: boolean;
}) {
  const { kind, there } = props;
  const { view, act } = useCheckout();
  const words = useTexts().documents;
  const [under, setUnder] = useState<string | null>(null);
  const [said, setSaid] = useState<string | undefined>();
  const file = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const { name, hint } = words.kinds[kind];
  const error = said ?? props.missing;

  const take = async (input: HTMLInputElement) => {
    const chosen = input.files?.[0];
    if (chosen === undefined || under !== null) return;
    setSaid(undefined);
    setUnder(words.reading);
    const read = await contentOf(chosen);
    // The same file can be chosen once more, and nothing names it any longer.
    input.value = '';
    if (typeof read === 'string') {
      setSaid(words.wrong[read]);
      return setUnder(null);
    }
    setUnder(words.sending(sizeOf(read.bytes)));
    const refusal = await act('document', { kind, content: read.base64 });
    setUnder(null);
    if (refusal) setSaid(refusal.fields[0]?.message ?? words.wrong.notSent);
  };

  const remove = async () => {
    setSaid(undefined);
    setUnder('');
    const refusal = await act('document-remove', { kind });
    setUnder(null);
    if (refusal) setSaid(words.wrong.notSent);
    focusField(kind);
  };

  // On a store's tablet there are other people's pictures to choose from.
  const onlyCamera = view.hosted?.kiosk === true;
  const choosers = [
    { input: camera, word: words.photo, accept: 'image/jpeg,image/png', capture: true },
    { input: file, word: words.file, accept: mediaTypes.join(','), capture: false },
  ].filter(({ capture }) => capture || !onlyCamera);
  return (
    <fieldset class={error ? 'document wrong' : 'document'} aria-describedby={`${kind}-hint ${kind}-wrong`}>
      <legend class="label">
        {name} {documentsMissing([]).some((needed) => needed === kind) || <span class="opt">({words.optional})</span>}
      </legend>
      <p class="hint" id={`${kind}-hint`}>
        {hint}
      </p>
      <p class="found" role="status">
        {under === null && there && <Icon name="check" />}
        {under ?? (there && words.added(shortTypes[there.mediaType], sizeOf(there.bytes)))}
      </p>
      <div class="document-acts">
        {choosers.map(({ input, word, accept, capture }) => (
          <span class={capture && !onlyCamera ? 'with-camera' : undefined} key={word}>
            <input
              ref={input}
              type="file"
              hidden
              accept={accept}
              {...(capture && { capture: 'environment' })}
              data-kind={kind}
              aria-invalid={error ? 'true' : undefined}
              onChange={(event) => void take(event.currentTarget)}
            />
            <button
              id={capture && !onlyCamera ? undefined : kind}
              class="btn quiet small"
              type="button"
              aria-label={`${there && !capture ? words.replace : word}: ${name}`}
              aria-busy={under !== null || undefined}
              onClick={() => under === null && input.current?.click()}
            >
              {there && !capture ? words.replace : word}
            </button>
          </span>
        ))}
        {there && (
          <button
            class="btn plain small"
            type="button"
            aria-label={`${words.remove}: ${name}`}
            onClick={() => void (under !== null || remove())}
          >
            {words.remove}
          </button>
        )}
      </div>
      <WrongSay id={`${kind}-wrong`} text={error} aloud={said !== undefined || props.aloud} />
    </fieldset>
  );
}

function Line({ steps }: { steps: readonly { title: string; text: string }[] }) {
  return (
    <ol class="line">
      {steps.map(({ title, text }, index) => (
        <li key={title} class={index === 0 ? 'now' : ''}>
          <b>{title}</b>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
}

/** A file as it is sent, or why it is not: by what it is, not by its name, as the server will. */
async function contentOf(file: File): Promise<{ base64: string; bytes: number } | 'type' | 'tooLarge' | 'unreadable'> {
  try {
    const type = mediaTypeOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
    if (type === null) return 'type';
    const sent = type === 'application/pdf' || file.size <= photoBytesMax ? file : await smaller(file);
    if (sent.size > documentBytesMax) return 'tooLarge';
    return { base64: base64Of(new Uint8Array(await sent.arrayBuffer())), bytes: sent.size };
  } catch {
    return 'unreadable';
  }
}

/** A larger photo takes a phone too long to send; what is on it can be read in less. */
const photoBytesMax = 2_000_000;
const longestSide = 2_400;

/** The same photo with fewer dots, and without what the camera noted of place and time; itself where that can't be done. */
async function smaller(file: File): Promise<Blob> {
  try {
    const photo = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(photo.width, photo.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(photo.width * scale);
    canvas.height = Math.round(photo.height * scale);
    canvas.getContext('2d')?.drawImage(photo, 0, 0, canvas.width, canvas.height);
    photo.close();
    const drawn = await new Promise<Blob | null>((told) => canvas.toBlob(told, 'image/jpeg', 0.85));
    return drawn ?? file;
  } catch {
    return file;
  }
}

const chunk = 3 * 8_192;

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + chunk))));
  return parts.join('');
}

const shortTypes: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'application/pdf': 'PDF',
};

/** As a device shows it: 2.1 MB, 340 KB. */
function sizeOf(bytes: number): string {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function namesOf(kinds: Readonly<Record<DocumentKind, { name: string }>>): Record<DocumentKind, string> {
  return { id_front: kinds.id_front.name, id_back: kinds.id_back.name, address: kinds.address.name };
}
