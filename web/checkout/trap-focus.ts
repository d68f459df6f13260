/** Tab stays inside the modal: after the last thing comes the first, and the other way round. */
export function trapFocus(event: KeyboardEvent, modal: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const stops = [
    ...modal.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]'),
  ].filter((stop) => !stop.closest('[inert], [hidden]') && stop.getClientRects().length > 0);
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return;
  const active = document.activeElement;
  const outside = !active || active === document.body || !modal.contains(active);
  if (event.shiftKey && (outside || active === first)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && (outside || active === last)) {
    event.preventDefault();
    first.focus();
  }
}
