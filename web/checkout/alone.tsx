import { Mark } from '#web/ui/mark.tsx';
import { en } from './texts/en.ts';

/** Somebody opened the frame's address by itself. */
export function Alone() {
  return (
    <main class="modal">
      <div class="modal-body wait">
        <Mark />
        <h1>FlexPay</h1>
        <p class="lead">{en.trouble.alone}</p>
      </div>
    </main>
  );
}
