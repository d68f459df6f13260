import { useEffect, useState } from 'preact/hooks';

/** Whether the process runs and whether it is ready: database, migrations, worker. */
export function HealthCard() {
  return (
    <section class="card stack-2">
      <h2>Health</h2>
      <ul class="health">
        <Probe path="/healthz" name="The process" good="runs" />
        <Probe path="/readyz" name="Database, migrations, worker" good="ready" />
      </ul>
    </section>
  );
}

function Probe(props: { path: string; name: string; good: string }) {
  const [well, setWell] = useState<boolean>();
  useEffect(() => {
    fetch(props.path).then(
      (response) => setWell(response.ok),
      () => setWell(false),
    );
  }, [props.path]);
  return (
    <li>
      <a href={props.path}>{props.name}</a>
      {well === undefined ? (
        <span class="pill">asking</span>
      ) : (
        <span class={well ? 'pill done' : 'pill need'}>{well ? props.good : 'not ready'}</span>
      )}
    </li>
  );
}
