import { useEffect, useRef, useState } from 'preact/hooks';
import { askShop } from '../ask-shop.ts';
import { emptyBag, keepBag, readBag } from '../bag.ts';
import { loadFlexPay } from '../flexpay-script.ts';
import { goTo } from '../path.ts';

/**
 * FlexPay's button in a box of its own. A click prices the bag on the shop's server and hands that to FlexPay; a signature is
 * told to the shop's server, which asks FlexPay itself before there is an order.
 */
export function FlexPayButton({ sdkUrl }: { sdkUrl: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [placing, setPlacing] = useState(false);

  useEffect(() => {
    let here = true;
    loadFlexPay(sdkUrl).then(
      (sdk) => {
        if (!here || !box.current) return;
        sdk.Button({ createOrder, onSign, onError: (error) => setProblem(messageOf(error)) }).render(box.current);
      },
      () => setProblem('FlexPay can’t be reached at the moment. Please try again in a minute.'),
    );
    return () => {
      here = false;
    };
  }, [sdkUrl]);

  async function createOrder(_: unknown, actions: { transaction: { create(order: object): unknown } }) {
    setProblem(null);
    const bag = readBag();
    const said = await askShop<{ transactionId: string; order: object }>('/carts', bag);
    if (!said.ok) throw new Error(said.message);
    keepBag({ ...bag, transactionId: said.data.transactionId });
    return actions.transaction.create(said.data.order);
  }

  // A rejection leaves the signature unheard, and FlexPay tells us again. That is right only while nobody knows.
  async function onSign(signed: { leaseNumber: string; transactionId: string }) {
    setPlacing(true);
    const said = await askShop('/on-sign', signed);
    setPlacing(false);
    if (said.ok) {
      emptyBag();
      goTo(`/store/orders/${encodeURIComponent(signed.transactionId)}`);
    } else if (said.status === 400) {
      // The signed number is used up: the same bag tries again under a new one.
      keepBag({ ...readBag(), transactionId: null });
      const { errors = [] } = said.data as { errors?: string[] };
      setProblem(
        `We could not take this order. ${errors.join(' ')} You have not bought anything, and what you paid comes back.`,
      );
    } else {
      setProblem(
        'You signed, and we could not reach FlexPay to confirm your order. Reload this page and we try again.',
      );
      throw new Error(said.message);
    }
  }

  return (
    <div class="stack-2">
      <div class="pay-slot" ref={box} />
      <p class="small" role="status">
        {placing && 'Placing your order …'}
      </p>
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'FlexPay could not open. Please try again.';
