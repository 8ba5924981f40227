/** Values that say nothing where they would say null. */

/** A field that may be null may be missing. */
export type DropNull<T> = { [Key in keyof T as null extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as null extends T[Key] ? Key : never]?: NonNullable<T[Key]>;
};

/** For `JSON.stringify`: leaves out what is null. Members of arrays stay, since their place tells what they are. */
export function droppingNull(this: unknown, _key: string, value: unknown): unknown {
  return value === null && !Array.isArray(this) ? undefined : value;
}

/** A number for each of the values that are told apart by `keyOf`, from 0 on, and the values in their order. */
export function numbering<T>(keyOf: (value: T) => string): { numberOf: (value: T) => number; all: readonly T[] } {
  const numbers = new Map<string, number>();
  const all: T[] = [];
  return {
    all,
    numberOf: (value) => {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      return all.push(value) - 1;
    },
  };
}
