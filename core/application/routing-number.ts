/** What a routing number is called, in the order of the checks: digits, prefix, check sum (domain 4.3). */
export type RoutingFault = 'format' | 'prefix' | 'checksum';

/** The arithmetic of a routing number: nine digits, a prefix that consumers' banks have, the check sum. */
export function checkRoutingNumber(text: string): 'ok' | RoutingFault {
  if (!/^[0-9]{9}$/.test(text)) return 'format';
  const prefix = Number(text.slice(0, 2));
  if (!((prefix >= 1 && prefix <= 12) || (prefix >= 21 && prefix <= 32))) return 'prefix';
  const sum = [3, 7, 1, 3, 7, 1, 3, 7, 1].reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return sum % 10 === 0 ? 'ok' : 'checksum';
}

/** Whether we debit accounts of that bank: the arithmetic, and the numbers that pass it or not and are no bank for us. */
export function routingVerdict(text: string, { sandbox }: { sandbox: boolean }): 'ok' | RoutingFault | 'blocked' {
  if (blockedRouting.includes(text) || (text === sandboxRouting && !sandbox)) return 'blocked';
  return checkRoutingNumber(text);
}

/** Passes the arithmetic and is no bank; only the sandbox takes it, and settles by the account number (domain 5.2). */
export const sandboxRouting = '110000000';

/** Numbers that are refused everywhere. */
export const blockedRouting: readonly string[] = ['000000000', '084009519'];

/**
 * The bank behind a routing number, null when it is none of the built-in ones. A hint, never proof that an account
 * exists (domain 4.3, as of 2018 under today's names).
 */
export function bankNameOf(routingNumber: string): string | null {
  return bankNames.get(routingNumber) ?? null;
}

/** Whether a text can be a bank account number: 4 to 17 digits, leading zeros kept (domain 4.1). */
export function checkAccountNumber(text: string): 'ok' | 'format' {
  return /^[0-9]{4,17}$/.test(text) ? 'ok' : 'format';
}

const banks: Readonly<Record<string, string>> = {
  'JPMorgan Chase':
    '021000021 021100361 021202337 022300173 044000037 051900366 061092387 065400137 071000013 072000326 ' +
    '074000010 075000019 083000137 102001017 103000648 111000614 122100024 124001545 267084131 322271627 ' +
    '325070760',
  'Bank of America':
    '011000138 011900254 021000322 026009593 031202084 051000017 052001633 053000196 053904483 054001204 ' +
    '061000052 063100277 064000020 071000505 072000805 081000032 081904808 111000025 121000358 122000661 ' +
    '122101706 122400724 125000024',
  'Wells Fargo':
    '026012881 031000503 051400549 053000219 055003201 061000227 063107513 091000019 102000076 107002192 ' +
    '111900659 121000248 121042882 122105278 125008547',
  Citibank: '021000089 031100209 113193532 221172610 254070116 266086554 271070801 322271724',
  'U.S. Bank':
    '042000013 064000059 071904779 075000022 081000210 083900363 091000022 102000021 121122676 122105155 ' +
    '122235821 123000220 125000105',
  PNC: '031000053 031207607 041000124 042000398 043000096 054000030 071921891 083000108 267084199',
  Truist: '051404260 053101121 061000104 263191387',
  'Capital One': '021407912 031176110 051405515 056073502 065000090 255071981',
  'TD Bank': '011103093 026013673 031201360 067014822 211274450',
  'Fifth Third': '042000314 067091719 071923909 072405455',
  Regions: '062000019 062005690 063104668 064000017 065403626 082000109',
  KeyBank: '021300077 041001039 125000574',
  Huntington: '044000024 072403473',
  'M&T': '022000046 052000113',
  Citizens: '011500120 021313103 036076150 211070175 241070417',
  Ally: '124003116',
  Discover: '031100649',
  'American Express National Bank': '124085066',
  'USAA Federal Savings Bank': '314074269',
  'Navy Federal Credit Union': '256074974',
  'PenFed Credit Union': '256078446',
  "State Employees' Credit Union": '253177049',
  'Charles Schwab Bank': '121202211',
  Santander: '231372691',
  BMO: '071000288',
  'First Citizens': '053100300',
  Comerica: '072000096',
  Zions: '124000054',
  Frost: '114000093',
  Synovus: '061100606',
  'First Horizon': '084000026',
  BOK: '103900036',
  Arvest: '082900872',
  Woodforest: '113008465',
  'The Bancorp': '031101279',
  Stride: '103100195',
  'Green Dot': '124303120 124085024',
  Sutton: '041215663',
  'Lincoln Savings': '073923033',
  Pathward: '073972181',
};

const bankNames: ReadonlyMap<string, string> = new Map(
  Object.entries(banks).flatMap(([name, numbers]) =>
    numbers.split(' ').map((number): [string, string] => [number, name]),
  ),
);
