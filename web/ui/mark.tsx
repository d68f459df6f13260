/** The mark: even strokes for even payments, the last one shorter. `pulse` says that something is being done. */
export function Mark({ pulse = false }: { pulse?: boolean }) {
  return (
    <svg class={pulse ? 'mark pulse' : 'mark'} viewBox="0 0 18 18" aria-hidden="true">
      <rect width="3" height="16" x="0" y="1" rx="1.5" />
      <rect width="3" height="16" x="5" y="1" rx="1.5" />
      <rect width="3" height="16" x="10" y="1" rx="1.5" />
      <rect class="last" width="3" height="11" x="15" y="6" rx="1.5" />
    </svg>
  );
}
