import { type ComponentProps, render } from 'preact';
import { Alone } from './alone.tsx';
import { Modal } from './modal.tsx';

/** A new opening, never the rest of the last one. */
export function drawModal(frame: HTMLElement, opened: ComponentProps<typeof Modal>): void {
  erase(frame);
  render(<Modal {...opened} />, frame);
}

export function drawAlone(frame: HTMLElement): void {
  render(<Alone />, frame);
}

export function erase(frame: HTMLElement): void {
  render(null, frame);
}
