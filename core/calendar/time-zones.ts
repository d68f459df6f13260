/** The zone of batch runs, and of every place that has no zone in the table: military addresses above all. */
export const servicingZone = 'America/New_York';

/**
 * The IANA zone in which a consumer of that state reads a deadline (domain 1.7). A state that lies in two zones has
 * the one where most of its people live: the law speaks of days, and the house keeps one clock a state.
 */
export function zoneOfState(state: string): string {
  return zones.get(state) ?? servicingZone;
}

const zones = new Map(
  Object.entries({
    'America/New_York': 'CT DC DE FL GA KY MA MD ME NC NH NJ NY OH PA RI SC VA VT WV',
    'America/Detroit': 'MI',
    'America/Indiana/Indianapolis': 'IN',
    'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
    'America/Denver': 'CO MT NM UT WY',
    'America/Boise': 'ID',
    'America/Phoenix': 'AZ',
    'America/Los_Angeles': 'CA NV OR WA',
    'America/Anchorage': 'AK',
    'Pacific/Honolulu': 'HI',
    'America/Puerto_Rico': 'PR VI',
    'Pacific/Guam': 'GU MP',
    'Pacific/Pago_Pago': 'AS',
  }).flatMap(([zone, states]) => states.split(' ').map((state) => [state, zone] as const)),
);
