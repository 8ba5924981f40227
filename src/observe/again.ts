/** What a generator yields, from the beginning each time it is gone through: nothing is held. */
export const again = <T>(begin: () => Iterator<T>): Iterable<T> => ({ [Symbol.iterator]: begin });
