import { Icon } from './icon.tsx';

/**
 * The sentence under a field that needs another look: edge, icon and words, never colour alone. `aloud` makes screen
 * readers say it when it appears; where several appear at once one notice speaks for all of them.
 */
export function WrongSay(props: { id: string; text: string | undefined; aloud?: boolean | undefined }) {
  return props.text ? (
    <p class="wrong-say" id={props.id} role={props.aloud ? 'alert' : undefined}>
      <Icon name="warning" />
      {props.text}
    </p>
  ) : null;
}
