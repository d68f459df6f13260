import { options } from 'preact';

const filled = ['form', 'input', 'select'];

/** On a device that many people use the browser must neither offer nor keep what one of them types, in whichever field. */
export function withoutAutofill(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    if (filled.includes(vnode.type as string)) (vnode.props as { autocomplete?: string }).autocomplete = 'off';
    before?.(vnode);
  };
}
