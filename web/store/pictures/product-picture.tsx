import type { ComponentType } from 'preact';
import { ArcFloorLamp } from './arc-floor-lamp.tsx';
import { CortoEspressoMachine } from './corto-espresso-machine.tsx';
import { HaldenDeskLamp } from './halden-desk-lamp.tsx';
import { LinenCushion } from './linen-cushion.tsx';
import { LomaBed } from './loma-bed.tsx';
import { NordaRefrigerator } from './norda-refrigerator.tsx';
import { OakBookcase } from './oak-bookcase.tsx';
import { PorterCargoBicycle } from './porter-cargo-bicycle.tsx';
import { PourKettle } from './pour-kettle.tsx';
import { RookArmchair } from './rook-armchair.tsx';
import { SwiftCityBicycle } from './swift-city-bicycle.tsx';
import { TildaSofa } from './tilda-sofa.tsx';

/** The picture of a product, by the name of its page. */
export function ProductPicture({ slug }: { slug: string }) {
  const Picture = pictures[slug];
  return Picture ? <Picture /> : null;
}

const pictures: Record<string, ComponentType> = {
  'arc-floor-lamp': ArcFloorLamp,
  'corto-espresso-machine': CortoEspressoMachine,
  'halden-desk-lamp': HaldenDeskLamp,
  'linen-cushion': LinenCushion,
  'loma-bed': LomaBed,
  'norda-refrigerator': NordaRefrigerator,
  'oak-bookcase': OakBookcase,
  'porter-cargo-bicycle': PorterCargoBicycle,
  'pour-kettle': PourKettle,
  'rook-armchair': RookArmchair,
  'swift-city-bicycle': SwiftCityBicycle,
  'tilda-sofa': TildaSofa,
};
