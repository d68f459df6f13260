import { render } from 'preact';
import { SandboxFrame } from '../sandbox-frame.tsx';
import { ButtonPieces } from './button-pieces.tsx';
import { ColourPieces } from './colour-pieces.tsx';
import { FieldPieces } from './field-pieces.tsx';
import { MoneyPieces } from './money-pieces.tsx';
import { NoticePieces } from './notice-pieces.tsx';
import { SizePieces } from './size-pieces.tsx';
import { TablePieces } from './table-pieces.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Every piece of `web/ui` in each of its states, alive, and every token: what a screen may be made of. */
function GalleryPage() {
  return (
    <SandboxFrame at="ui">
      <main class="home-in gallery">
        <div class="gallery-head">
          <div class="welcome">
            <h1>Every piece of the screens</h1>
            <p class="lead">
              What shoppers, stores and operators see is made of these and of nothing else. They are alive: type, tick,
              open, and walk through them with Tab.
            </p>
          </div>
          <ThemeSwitch />
        </div>
        <nav class="gallery-index" aria-label="On this page">
          {groups.map(({ id, name }) => (
            <a key={id} href={`#${id}`}>
              {name}
            </a>
          ))}
        </nav>
        <div class="gallery-groups">
          {groups.map(({ id, name, says, Pieces }) => (
            <section key={id} class="group" aria-labelledby={id}>
              <h2 id={id}>{name}</h2>
              <p class="lead">{says}</p>
              <div class="pieces">
                <Pieces />
              </div>
            </section>
          ))}
        </div>
      </main>
    </SandboxFrame>
  );
}

const groups = [
  {
    id: 'colours',
    name: 'Colours',
    says: 'Named by what they mean, in the light and in the dark.',
    Pieces: ColourPieces,
  },
  {
    id: 'sizes',
    name: 'Type, space and signs',
    says: 'What the device already has, in a few sizes; nothing is smaller than 13 px.',
    Pieces: SizePieces,
  },
  {
    id: 'buttons',
    name: 'Buttons',
    says: 'One action on a screen, and the quieter ones beside it.',
    Pieces: ButtonPieces,
  },
  {
    id: 'fields',
    name: 'Fields and consents',
    says: 'An answer that needs another look has an edge, a sign and a sentence that says what to do.',
    Pieces: FieldPieces,
  },
  {
    id: 'money',
    name: 'Money',
    says: 'A payment stands beside its total; only a total is ruled twice.',
    Pieces: MoneyPieces,
  },
  {
    id: 'statuses',
    name: 'Statuses and notices',
    says: 'A shape and a word before a colour, so that nobody has to see colours to know.',
    Pieces: NoticePieces,
  },
  {
    id: 'tables',
    name: 'Tables and waiting',
    says: 'A row turns into a short digest on a phone.',
    Pieces: TablePieces,
  },
];

const root = document.getElementById('gallery');
if (root) render(<GalleryPage />, root);
