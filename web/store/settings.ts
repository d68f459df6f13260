import { useEffect, useState } from 'preact/hooks';
import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';
import { askShop } from './ask-shop.ts';

/** What the shop's server knows about FlexPay. Without a `minimumTotal` FlexPay is not offered. */
export type Settings = {
  sdkUrl: string;
  minimumTotal: Cents | null;
  leaseTerms: { factor: string; weeks: number } | null;
  today: Day | null;
};

/** The shop's settings, or null until they are here. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    askShop<Settings>('/settings').then((said) => setSettings(said.ok ? said.data : closed));
  }, []);
  return settings;
}

const closed: Settings = { sdkUrl: '', minimumTotal: null, leaseTerms: null, today: null };
