/** A line drawing for the eye only; the word beside it or the button's label carries the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      {drawings[name].map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}

export type IconName = keyof typeof drawings;

const circle = 'M2.5 10a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0';

const drawings = {
  back: ['M12 4.5 6.5 10l5.5 5.5'],
  box: ['M3 6.5 10 3l7 3.5v7L10 17l-7-3.5z', 'M3 6.5 10 10l7-3.5M10 10v7'],
  check: ['m4 10.5 4 4 8-9'],
  clock: [circle, 'M10 5.5V10l3 2'],
  close: ['m5 5 10 10M15 5 5 15'],
  dot: ['M7.5 10a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0'],
  eye: ['M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10Z', 'M7.7 10a2.3 2.3 0 1 0 4.6 0 2.3 2.3 0 1 0-4.6 0'],
  help: [circle, 'M7.9 7.8a2.2 2.2 0 1 1 3 2c-.6.3-.9.7-.9 1.4', 'M10 14h.01'],
  info: [circle, 'M10 9.2V14M10 6.3h.01'],
  mail: ['M4.5 4.5h11a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2Z', 'm3 6 7 5 7-5'],
  more: ['m5 7.5 5 5 5-5'],
  paper: ['M5 2.5h7L15.5 6v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13h5.5'],
  tag: ['M10.5 2.5h6a1 1 0 0 1 1 1v6l-8 8-7-7z', 'M14 6h.01'],
  warning: ['M10 3 2.5 16.5h15z', 'M10 8.5v3.5M10 14.5h.01'],
} as const;

/** All of them. */
export const iconNames = Object.keys(drawings) as IconName[];
