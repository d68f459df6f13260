import type { Day } from '#core/calendar/day.ts';

/** With whom, under which number and on which day items are sent. */
export function ShipmentFields({ today }: { today: Day | null }) {
  return (
    <div class="two">
      <div class="field">
        <label for="carrier">Carrier</label>
        <input class="input" id="carrier" name="carrier" required maxLength={100} defaultValue="Blue Freight" />
      </div>
      <div class="field">
        <label for="trackingNumber">
          Tracking number <span class="opt">(optional)</span>
        </label>
        <input class="input" id="trackingNumber" name="trackingNumber" maxLength={200} />
      </div>
      <div class="field">
        <label for="shippedOn">Sent on</label>
        <input
          class="input"
          id="shippedOn"
          name="shippedOn"
          type="date"
          required
          max={today ?? undefined}
          defaultValue={today ?? ''}
        />
      </div>
    </div>
  );
}
