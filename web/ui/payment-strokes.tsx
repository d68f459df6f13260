/**
 * A lease drawn as its payments: paid strokes are filled, the next one is honey, the last one is a little shorter.
 * `label` says the same in words.
 */
export function PaymentStrokes(props: { count: number; paid?: number; next?: boolean; tall?: boolean; label: string }) {
  const paid = props.paid ?? 0;
  const quarter = Math.ceil(props.count / 4);
  const look = (payment: number) => [
    payment < paid ? 'p' : payment === paid && props.next ? 'n' : '',
    payment > 0 && payment % quarter === 0 ? 'q' : '',
    payment === props.count - 1 ? 'l' : '',
  ];
  return (
    <div class={props.tall ? 'weeks tall' : 'weeks'} role="img" aria-label={props.label}>
      {Array.from({ length: props.count }, (_, payment) => (
        <i key={payment} class={look(payment).filter(Boolean).join(' ')} />
      ))}
    </div>
  );
}
