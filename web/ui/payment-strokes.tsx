/**
 * A lease drawn as its payments: paid strokes are filled, the next one is honey, the last one is a little shorter.
 * `label` says the same in words.
 */
export function PaymentStrokes(props: { count: number; paid?: number; next?: boolean; tall?: boolean; label: string }) {
  const paid = props.paid ?? 0;
  const groupSize = Math.ceil(props.count / 4);
  const groups = Array.from({ length: Math.ceil(props.count / groupSize) }, (_, group) =>
    Array.from({ length: Math.min(groupSize, props.count - group * groupSize) }, (_, each) => group * groupSize + each),
  );
  const kind = (payment: number) => {
    const last = payment === props.count - 1 ? ' l' : '';
    if (payment < paid) return `p${last}`;
    return payment === paid && props.next ? `n${last}` : last.trim();
  };
  return (
    <div class={props.tall ? 'weeks tall' : 'weeks'} role="img" aria-label={props.label}>
      {groups.map((group) => (
        <span key={group[0]}>
          {group.map((payment) => (
            <i key={payment} class={kind(payment)} />
          ))}
        </span>
      ))}
    </div>
  );
}
