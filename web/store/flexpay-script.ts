/** The part of FlexPay's script that this shop uses. */
export type FlexSdk = {
  Button(options: {
    createOrder(data: unknown, actions: { transaction: { create(order: object): unknown } }): unknown;
    onSign(data: { leaseNumber: string; transactionId: string }): unknown;
    onError?(error: unknown): void;
  }): { render(where: string | Element): unknown };
  apply(options: { onApply(data: { userId: string }): unknown; onError?(error: unknown): void }): Promise<unknown>;
};

/** Loads FlexPay's script once. Rejects when it can't be had; the next call tries again. */
export function loadFlexPay(url: string): Promise<FlexSdk> {
  loading ??= new Promise<FlexSdk>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve((window as unknown as { FlexSDK: FlexSdk }).FlexSDK);
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error('FlexPay’s script could not be loaded.'));
    };
    document.head.append(script);
  });
  return loading;
}

let loading: Promise<FlexSdk> | undefined;
