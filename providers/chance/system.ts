import { randomFillSync } from 'node:crypto';
import type { Chance } from '#ports/chance.ts';

/** The operating system's own randomness, fetched by the block: asking for a few bytes costs as much as for many. */
export const systemChance: Chance = {
  bytes: (count) => {
    if (count > block.length) return randomFillSync(Buffer.alloc(count));
    if (at + count > block.length) {
      randomFillSync(block);
      at = 0;
    }
    const bytes = Buffer.from(block.subarray(at, at + count));
    block.fill(0, at, at + count); // given once, kept nowhere
    at += count;
    return bytes;
  },
};

const block = Buffer.alloc(4_096);
let at = block.length;
