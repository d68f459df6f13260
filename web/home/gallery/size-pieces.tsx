import { Icon, iconNames } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Piece, State } from './piece.tsx';

/** Type, space, corners, shadows and motion; the mark and the line drawings. */
export function SizePieces() {
  return (
    <>
      <Piece file="base.css" title="Type" broad>
        <ul class="types">
          {types.map(({ token, text }) => (
            <li key={token}>
              <code>{token}</code>
              <span style={{ fontSize: `var(${token})` }}>{text}</span>
            </li>
          ))}
          <li>
            <code>--fp-strong</code>
            <b>The one other weight</b>
          </li>
          <li>
            <code>--fp-sans</code>
            <span>The face of the device, for everything that is used</span>
          </li>
          <li>
            <code>--fp-paper</code>
            <span style={{ fontFamily: 'var(--fp-paper)' }}>The face of paper, for agreements and notices</span>
          </li>
        </ul>
      </Piece>
      <Piece file="tokens.css" title="Space">
        <ul class="spaces">
          {['1', '2', '3', '4', '5', '6', '7', '8'].map((step) => (
            <li key={step}>
              <code>--fp-{step}</code>
              <i aria-hidden="true" style={{ width: `var(--fp-${step})` }} />
            </li>
          ))}
          <li>
            <code>--fp-tap</code>
            <i aria-hidden="true" style={{ width: 'var(--fp-tap)' }} />
            <span class="meta">the height of what is pressed</span>
          </li>
        </ul>
      </Piece>
      <Piece file="tokens.css" title="Corners, shadows, motion">
        <ul class="corners">
          {['--fp-r1', '--fp-r2', '--fp-r3', '--fp-r4', '--fp-pill'].map((token) => (
            <li key={token}>
              <i aria-hidden="true" style={{ borderRadius: `var(${token})` }} />
              <code>{token}</code>
            </li>
          ))}
          {['--fp-shadow-1', '--fp-shadow-2'].map((token) => (
            <li key={token}>
              <i aria-hidden="true" class="raised" style={{ boxShadow: `var(${token})` }} />
              <code>{token}</code>
            </li>
          ))}
        </ul>
        <p class="small lead">
          Things arrive in <code>--fp-calm</code>, answer a press in <code>--fp-quick</code>, both along{' '}
          <code>--fp-ease</code>. Whoever asks for less motion sees none. Money never moves.
        </p>
      </Piece>
      <Piece file="mark.tsx" title="The mark">
        <p class="small lead">Even strokes for even payments; the last one is never the largest.</p>
        <div class="states">
          <State name="With the name">
            <span class="brand">
              <Mark /> FlexPay
            </span>
          </State>
          <State name="Something is being done">
            <span class="brand">
              <Mark pulse /> One moment
            </span>
          </State>
        </div>
      </Piece>
      <Piece file="icon.tsx" title="Line drawings">
        <ul class="icons">
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} />
              <span class="meta">{name}</span>
            </li>
          ))}
        </ul>
      </Piece>
    </>
  );
}

const types = [
  { token: '--fp-t7', text: '$1,500.00' },
  { token: '--fp-t6', text: '$210.00 in total' },
  { token: '--fp-t5', text: 'Review what it costs' },
  { token: '--fp-t4', text: 'What happens next' },
  { token: '--fp-t3', text: 'You can stop at any time. Your bag stays as it is.' },
  { token: '--fp-t2', text: 'We use it to check who you are.' },
  { token: '--fp-t1', text: 'Nine digits, at the bottom left of a check' },
];
