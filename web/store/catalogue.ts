import type { Cents } from '#core/money/money.ts';

/** A thing that Marlow & Finch sells. Prices are the shop's own and never come from the browser. */
export type Product = {
  sku: string;
  slug: string;
  name: string;
  brand: string;
  room: Room;
  price: Cents;
  say: string;
  details: string[];
};

export type Room = keyof typeof rooms;

export const rooms = {
  lighting: 'Lighting',
  living: 'Living',
  bedroom: 'Bedroom',
  kitchen: 'Kitchen',
  outdoors: 'Outdoors',
};

export const products: readonly Product[] = [
  {
    sku: 'HL-204',
    slug: 'halden-desk-lamp',
    name: 'Halden desk lamp',
    brand: 'Halden',
    room: 'lighting',
    price: 100_00,
    say: 'Oiled oak and washed linen, a pull switch, and a light that is kind to evenings.',
    details: [
      'Base and stem: European oak',
      'Shade: linen, removable, washable',
      'Bulb included, warm white, 6 W',
      '19 inches tall',
    ],
  },
  {
    sku: 'TL-2S',
    slug: 'tilda-sofa',
    name: 'Tilda two-seat sofa',
    brand: 'Tilda',
    room: 'living',
    price: 899_00,
    say: 'Deep enough to read in, small enough for the third floor. The covers come off and go in the wash.',
    details: [
      'Frame: solid beech, feet oak',
      'Cover: wool blend, spruce green',
      '66 inches wide, 34 deep',
      'Ten-year frame warranty',
    ],
  },
  {
    sku: 'BK-54',
    slug: 'swift-city-bicycle',
    name: 'Swift city bicycle',
    brand: 'Swift',
    room: 'outdoors',
    price: 1_190_00,
    say: 'Eight gears in the hub, a belt that needs no oil, and a rack for the market. It starts when you do.',
    details: [
      'Frame: steel, 54 cm, brick red',
      'Hub gears and carbon belt',
      'Dynamo light front and rear',
      'Sent nearly assembled, tools included',
    ],
  },
  {
    sku: 'ES-02',
    slug: 'corto-espresso-machine',
    name: 'Corto espresso machine',
    brand: 'Corto',
    room: 'kitchen',
    price: 649_00,
    say: 'Steel, brass and one lever. Ready in four minutes, quiet enough for the first one up.',
    details: ['Boiler: brass, 0.3 l', 'Steam wand and two cups', '11 inches wide', 'Two-year warranty'],
  },
  {
    sku: 'RK-09',
    slug: 'rook-armchair',
    name: 'Rook armchair',
    brand: 'Rook',
    room: 'living',
    price: 389_50,
    say: 'A round back, a straight look and room for a book beside you.',
    details: ['Frame: ash, black', 'Seat and back: wool, honey', '29 inches wide', 'Feet come screwed on'],
  },
  {
    sku: 'LB-160',
    slug: 'loma-bed',
    name: 'Loma bed, queen',
    brand: 'Loma',
    room: 'bedroom',
    price: 749_00,
    say: 'Four joints, no screws to lose, and a headboard that holds a tired back.',
    details: ['Frame: solid oak', 'Slats included, mattress not', '64 by 84 inches', 'Put together in ten minutes'],
  },
  {
    sku: 'NF-340',
    slug: 'norda-refrigerator',
    name: 'Norda refrigerator',
    brand: 'Norda',
    room: 'kitchen',
    price: 1_249_00,
    say: 'Rounded, calm, and very good at being cold. The freezer is below, where it belongs.',
    details: [
      '12 cubic feet, energy-efficient',
      'Glass shelves, two crispers',
      '24 inches wide, 72 tall',
      'Brought to your kitchen',
    ],
  },
  {
    sku: 'AF-158',
    slug: 'arc-floor-lamp',
    name: 'Arc floor lamp',
    brand: 'Halden',
    room: 'lighting',
    price: 158_00,
    say: 'Reaches over the sofa and stays out of the way. The stone foot does the work.',
    details: ['Arc: brushed brass', 'Foot: travertine, 26 lb', 'Dimmer on the cord', '78 inches tall'],
  },
  {
    sku: 'OB-05',
    slug: 'oak-bookcase',
    name: 'Oak bookcase',
    brand: 'Marlow & Finch',
    room: 'living',
    price: 429_00,
    say: 'Five shelves, made to be full. Ours, from a workshop two streets away.',
    details: ['Solid oak, oiled', '35 inches wide, 71 tall', 'Each shelf holds 66 lb', 'Wall strap included'],
  },
  {
    sku: 'PK-07',
    slug: 'pour-kettle',
    name: 'Pour kettle',
    brand: 'Corto',
    room: 'kitchen',
    price: 79_90,
    say: 'A long neck for a slow hand. Whistles once, politely.',
    details: ['Enamelled steel, 1.2 quarts', 'Handle: walnut', 'For gas, glass and induction'],
  },
  {
    sku: 'LC-50',
    slug: 'linen-cushion',
    name: 'Linen cushion',
    brand: 'Loma',
    room: 'bedroom',
    price: 49_95,
    say: 'Heavy linen, a feather inside, and a seam that lasts.',
    details: ['20 by 20 inches', 'Cover: washed linen, removable', 'Filled with feather and down'],
  },
  {
    sku: 'PB-19',
    slug: 'porter-cargo-bicycle',
    name: 'Porter cargo bicycle',
    brand: 'Swift',
    room: 'outdoors',
    price: 1_900_00,
    say: 'Carries two children or a week of groceries, and brakes for both.',
    details: [
      'Frame: steel, spruce green',
      'Birch box, holds 220 lb',
      'Hydraulic brakes, eight gears',
      'Delivered ready to ride',
    ],
  },
];

/** The product with this article number, or undefined. */
export const productOf = (sku: string): Product | undefined => products.find((product) => product.sku === sku);
