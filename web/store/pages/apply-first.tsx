import { useEffect, useState } from 'preact/hooks';
import { askShop } from '../ask-shop.ts';
import { loadFlexPay } from '../flexpay-script.ts';

/**
 * FlexPay without a bag: a shopper may learn first what they can lease. `/store?do=apply` opens it at once. The page hears
 * an opaque id; who that is, the shop's server asks FlexPay.
 */
export function ApplyFirst({ sdkUrl }: { sdkUrl: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const open = async () => {
    setProblem(null);
    try {
      const sdk = await loadFlexPay(sdkUrl);
      await sdk.apply({ onApply, onError: (error) => setProblem(error instanceof Error ? error.message : failed) });
    } catch {
      setProblem(failed);
    }
  };
  useEffect(() => {
    if (new URLSearchParams(location.search).get('do') === 'apply') void open();
  }, [sdkUrl]);

  async function onApply({ userId }: { userId: string }) {
    const who = await askShop<{ firstName: string; approved: boolean }>('/applicants', { userId });
    if (!who.ok) return setProblem(who.message);
    const { firstName, approved } = who.data;
    setSaid(
      approved ? `Hello ${firstName}. You can lease here with FlexPay.` : `Hello ${firstName}. Welcome to our shop.`,
    );
  }

  return (
    <div class="apply-first">
      {said === null && (
        <button class="btn quiet small" type="button" onClick={() => void open()}>
          See what you can lease with FlexPay
        </button>
      )}
      <p class="lead" role="status">
        {said}
      </p>
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}

const failed = 'FlexPay can’t be reached at the moment. Please try again in a minute.';
