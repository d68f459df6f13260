import { Icon } from './icon.tsx';

/** The sentence under a field that needs another look: edge, icon and words, never colour alone. */
export function WrongSay({ id, text }: { id: string; text: string | undefined }) {
  return text ? (
    <p class="wrong-say" id={id}>
      <Icon name="warning" />
      {text}
    </p>
  ) : null;
}
