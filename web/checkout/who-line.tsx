import { useCheckout } from './checkout-context.ts';
import { useTexts } from './later-texts.ts';
import { forgetEverythingTyped } from './typed.ts';

/** Whose account this is, the way to it once they are logged in, and the way out for somebody else. */
export function WhoLine() {
  const { view, act, openPanel } = useCheckout();
  const texts = useTexts();
  const forget = () => {
    forgetEverythingTyped();
    void act('forget', {});
  };
  return (
    <p class="who">
      <b>{view.customer?.email}</b>
      {view.customer?.isLoggedIn && (
        <button class="link" type="button" onClick={() => openPanel('account')}>
          {texts.who.account}
        </button>
      )}
      <button class="link" type="button" onClick={forget}>
        {texts.notYou}
      </button>
    </p>
  );
}
