import { useCheckout } from './checkout-context.ts';
import { forgetEverythingTyped } from './typed.ts';

/** Whose account this is, and the way out for somebody else. */
export function WhoLine() {
  const { view, texts, act } = useCheckout();
  const forget = () => {
    forgetEverythingTyped();
    void act('forget', {});
  };
  return (
    <p class="who">
      <b>{view.customer?.email}</b>
      <button class="link" type="button" onClick={forget}>
        {texts.notYou}
      </button>
    </p>
  );
}
