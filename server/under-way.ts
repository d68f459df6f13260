import type { Logger } from 'pino';

/** Work that may outlast the request which began it. A house that stops lets it finish first. */
export type UnderWay = {
  /**
   * Begins the work of this name, or joins the one that is under way. Never rejects: what fails is logged, and whoever
   * waited looks at what came of it.
   */
  join(name: string, begin: () => Promise<unknown>): Promise<void>;
  /** Waits for the work of this name; at once where there is none. */
  until(name: string): Promise<void>;
  /** Once nothing is under way any more. */
  settled(): Promise<void>;
};

export function underWay(log: Logger): UnderWay {
  const works = new Map<string, Promise<void>>();
  const carried = async (name: string, begin: () => Promise<unknown>) => {
    try {
      await begin();
    } catch (error) {
      log.error({ err: error, work: name }, 'what went on after its request was answered has failed');
    } finally {
      works.delete(name);
    }
  };
  return {
    join(name, begin) {
      const known = works.get(name);
      if (known !== undefined) return known;
      const work = Promise.resolve().then(() => carried(name, begin));
      works.set(name, work);
      return work;
    },
    until: (name) => works.get(name) ?? Promise.resolve(),
    async settled() {
      while (works.size > 0) await Promise.all(works.values());
    },
  };
}
