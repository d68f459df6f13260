import type { ComponentChildren } from 'preact';

/** The whole price in one look: four figures of one size, nothing to open. The last one is the total and is ruled twice. */
export function TotalPlate(props: {
  label: string;
  figures: { name: string; value: string }[];
  children?: ComponentChildren;
}) {
  const last = props.figures.length - 1;
  return (
    <section class="plate" aria-label={props.label}>
      <dl class="plate-grid">
        {props.figures.map(({ name, value }, index) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{index === last ? <span class="twice">{value}</span> : value}</dd>
          </div>
        ))}
      </dl>
      {props.children && <div class="plate-foot">{props.children}</div>}
    </section>
  );
}
