export interface SignData {
  leaseNumber: string;
  transactionId: string;
}

const told = new Map<string, Promise<boolean>>();

/**
 * Tells the page that a lease is signed: once per lease, also when the frame says it twice. True when the page's handler
 * returned or resolved; false when it failed, and then the next `signed` tells it again (rulings 17).
 */
export function signOnce(
  data: SignData,
  onSign: ((data: SignData) => unknown) | undefined,
  onError: (error: unknown) => void,
): Promise<boolean> {
  const earlier = told.get(data.leaseNumber);
  if (earlier) return earlier;
  const telling = Promise.resolve()
    .then(() => onSign?.({ leaseNumber: data.leaseNumber, transactionId: data.transactionId }))
    .then(
      () => true,
      (error) => {
        told.delete(data.leaseNumber);
        onError(error);
        return false;
      },
    );
  told.set(data.leaseNumber, telling);
  return telling;
}
