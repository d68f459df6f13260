import { Piece } from './piece.tsx';

/** Each colour by its meaning, side by side in both themes. */
export function ColourPieces() {
  return (
    <>
      {families.map(({ title, colours }) => (
        <Piece key={title} file="tokens.css" title={title}>
          <ul class="colours">
            {colours.map(([token, meaning]) => (
              <li key={token}>
                <span class="swatches" aria-hidden="true">
                  <i data-theme="light" style={{ background: `var(${token})` }} />
                  <i data-theme="dark" style={{ background: `var(${token})` }} />
                </span>
                <span>
                  {meaning}
                  <code>{token}</code>
                </span>
              </li>
            ))}
          </ul>
        </Piece>
      ))}
    </>
  );
}

const families: { title: string; colours: [token: string, meaning: string][] }[] = [
  {
    title: 'Paper and ink',
    colours: [
      ['--fp-ground', 'The desk, behind everything'],
      ['--fp-surface', 'The sheet: cards, fields, the modal'],
      ['--fp-sunken', 'Quiet wells, inactive buttons'],
      ['--fp-line', 'A hairline that only groups'],
      ['--fp-edge', 'An edge that means something'],
      ['--fp-ink', 'What is read first'],
      ['--fp-ink-2', 'What is read next'],
      ['--fp-ink-3', 'What is looked up'],
    ],
  },
  {
    title: 'Spruce: the one action, and what is yours',
    colours: [
      ['--fp-spruce', 'The action'],
      ['--fp-spruce-hover', 'The action under the pointer'],
      ['--fp-on-spruce', 'Words on the action'],
      ['--fp-spruce-text', 'Links, what is settled'],
      ['--fp-mine', 'Paid strokes, filled bars'],
      ['--fp-spruce-wash', 'Behind what is yours'],
      ['--fp-spruce-line', 'The edge of that'],
    ],
  },
  {
    title: 'Honey: now, next, your turn',
    colours: [
      ['--fp-honey', 'The last stroke of the mark'],
      ['--fp-now', 'This week’s payment'],
      ['--fp-honey-text', 'Words about now'],
      ['--fp-honey-wash', 'Behind what is now'],
      ['--fp-honey-line', 'The edge of that'],
    ],
  },
  {
    title: 'Slate: on its way',
    colours: [
      ['--fp-way', 'What moves'],
      ['--fp-slate-text', 'Words for your information'],
      ['--fp-slate-wash', 'Behind those'],
      ['--fp-slate-line', 'The edge of that'],
    ],
  },
  {
    title: 'Brick: needs you',
    colours: [
      ['--fp-brick-text', 'A mistake, a payment that came back'],
      ['--fp-brick-wash', 'Behind it'],
      ['--fp-brick-line', 'The edge of that'],
    ],
  },
  {
    title: 'Focus and depth',
    colours: [
      ['--fp-focus', 'The ink line around what has the focus'],
      ['--fp-halo', 'And its honey halo'],
      ['--fp-scrim', 'Over the page behind a window'],
    ],
  },
];
