/// <reference types="vite/client" />
import type { Calls } from '#contract/modal/calls.ts';
import './camera-code.css';

/**
 * An address as a code for a camera. It is black on white in every theme: most cameras do not read the inverse, and the
 * light margin is a part of it.
 */
export function CameraCode(props: { code: Calls['continue-elsewhere'][1]['code']; words: { picture: string } }) {
  const { size, path } = props.code;
  return (
    <svg class="camera-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.words.picture}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" shape-rendering="crispEdges" d={path} />
    </svg>
  );
}
