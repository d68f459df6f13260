import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dayAt } from '#core/calendar/day.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { askSandbox } from './ask-sandbox.ts';
import { linkedText } from './linked-text.tsx';
import { SandboxFrame } from './sandbox-frame.tsx';

type Message = {
  id: string;
  to: string;
  channel: 'email' | 'sms';
  kind: string;
  subject: string;
  body: string;
  sentAt: string;
};

/** Every message that FlexPay would send, the newest first. `?to=` keeps those of one address, `#id` opens one. */
function InboxPage() {
  const [to, setTo] = useState(new URLSearchParams(location.search).get('to') ?? '');
  const [messages, setMessages] = useState<Message[] | null>();
  const [openId, setOpenId] = useState<string | null>(location.hash.slice(1) || null);

  const look = async (address: string) => {
    const found = await askSandbox<{ messages: Message[] }>(inboxOf(address));
    setMessages(found?.messages ?? null);
  };
  useEffect(() => {
    look(to);
    const again = () => document.visibilityState === 'visible' && look(to);
    document.addEventListener('visibilitychange', again);
    const timer = setInterval(again, lookEveryMs);
    return () => {
      document.removeEventListener('visibilitychange', again);
      clearInterval(timer);
    };
  }, [to]);

  const show = (address: string) => {
    history.replaceState(null, '', inboxOf(address));
    setOpenId(null);
    setTo(address);
  };
  const open = (id: string | null) => {
    history.replaceState(null, '', `${inboxOf(to)}${id ? `#${id}` : ''}`);
    setOpenId(id);
  };
  const reading = messages?.find((message) => message.id === openId);
  return (
    <SandboxFrame at="inbox">
      <main class="home-in">
        <div class="inbox-head">
          <h1>Inbox</h1>
          <search>
            <form
              class="find-mail"
              onSubmit={(event) => {
                event.preventDefault();
                show(String(new FormData(event.currentTarget).get('to')).trim());
              }}
            >
              <label class="sr" for="to">
                Address
              </label>
              <input
                class="input"
                id="to"
                name="to"
                placeholder="Address or mobile number"
                defaultValue={to}
                key={to}
              />
              <ActionButton kind="quiet" type="submit">
                Show
              </ActionButton>
              {to && (
                <ActionButton kind="plain" onPress={() => show('')}>
                  Show all
                </ActionButton>
              )}
            </form>
          </search>
        </div>
        {messages === null && <p class="lead">The inbox can’t be read now. It exists in a sandbox only.</p>}
        {messages?.length === 0 && (
          <div class="empty">
            <Mark />
            <b>No mail{to && ` for ${to}`}</b>
            <p>When FlexPay writes to somebody, it lands here and nowhere else.</p>
          </div>
        )}
        {messages && messages.length > 0 && (
          <div class={reading ? 'mail reading' : 'mail'}>
            <ul class="mail-list" aria-label="Messages, the newest first">
              {messages.map((message) => (
                <li key={message.id}>
                  <button
                    type="button"
                    aria-current={message.id === openId ? 'true' : undefined}
                    onClick={() => open(message.id)}
                  >
                    <span class="mail-to">
                      {message.to} <span class="meta">{message.channel === 'sms' ? 'text' : 'e-mail'}</span>
                    </span>
                    <span class="mail-subject">{message.subject || message.body}</span>
                    <span class="meta">{whenText(message.sentAt)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <section class="card mail-pane" aria-label="Message" aria-live="polite">
              {reading ? (
                <Letter message={reading} onBack={() => open(null)} />
              ) : (
                <p class="lead">Choose a message to read it.</p>
              )}
            </section>
          </div>
        )}
      </main>
    </SandboxFrame>
  );
}

function Letter({ message, onBack }: { message: Message; onBack: () => void }) {
  return (
    <article class="stack">
      <p class="back">
        <button class="tool" type="button" onClick={onBack}>
          <Icon name="back" /> All messages
        </button>
      </p>
      {message.subject && <h2>{message.subject}</h2>}
      <p class="meta">
        To {message.to}, {message.channel === 'sms' ? 'as a text message' : 'by e-mail'}, {whenText(message.sentAt)},
        kind <code>{message.kind}</code>
      </p>
      <div class="mail-body">{linkedText(message.body)}</div>
    </article>
  );
}

const lookEveryMs = 3_000;

const inboxOf = (address: string): string =>
  address ? `/sandbox/inbox?to=${encodeURIComponent(address)}` : '/sandbox/inbox';

const whenText = (sentAt: string): string =>
  `${longDay(dayAt(Date.parse(sentAt), 'UTC'))}, ${sentAt.slice(11, 16)} UTC`;

const root = document.getElementById('inbox');
if (root) render(<InboxPage />, root);
