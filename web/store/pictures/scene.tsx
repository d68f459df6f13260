import type { ComponentChildren } from 'preact';

/** A room with one thing in it: a wall in one of four tones, a floor or a table top, and a soft light. */
export function Scene(props: {
  label: string;
  wall: 'sand' | 'sage' | 'blush' | 'mist';
  floor?: number;
  children: ComponentChildren;
}) {
  const floor = props.floor ?? 486;
  return (
    <svg class={`picture wall-${props.wall}`} viewBox="0 0 640 600" role="img" aria-label={props.label}>
      <path class="a-wall" d="M0 0h640v600H0z" />
      <path class="a-table" d={`M0 ${floor}h640v${600 - floor}H0z`} />
      <path class="a-edge" d={`M0 ${floor}h640v6H0z`} />
      {props.children}
    </svg>
  );
}
