import type { ListStanding, Screening } from '#ports/screening.ts';

/**
 * A screening that knows one person by their number, whose name nobody has; everybody else it asks the operator's lists
 * about, where there are any. The published table of numbers is the sandbox's own (domain 5.2).
 */
export function sandboxScreening(lists: Screening | null, isListed: (ssn: string) => boolean): Screening {
  return {
    name: lists === null ? 'sandbox' : `sandbox over ${lists.name}`,
    sandbox: true,
    lists: async () => lists?.lists() ?? noLists,
    async screen(person) {
      const real = (await lists?.screen(person)) ?? { lists: noLists, matches: [] };
      const ssn = await person.ssn();
      if (ssn === null || !isListed(ssn)) return real;
      const made = {
        entry: 'SANDBOX 666-20',
        fingerprint: 'sandbox',
        name: `${person.lastName}, ${person.firstName}`,
        isWeakName: false,
        otherNames: [],
        similarity: 10_000,
        birth: 'not on the list',
        places: [],
        isSamePlace: false,
        says: 'A person of the sandbox',
      } as const;
      return { ...real, matches: [...real.matches, made] };
    },
  };
}

const noLists: ListStanding = { hash: 'none', listedOn: null, problem: null };
