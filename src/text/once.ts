/** A value that is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Values made when they are first asked for, each of those before it and of what is `given`. */
export function lazily<Values extends object, Given>(
  makers: { [Name in keyof Values]: (values: Values, given: Given) => Values[Name] },
  given: Given,
): Values {
  const values = {} as Values;
  for (const name of Object.keys(makers) as (keyof Values)[])
    Object.defineProperty(values, name, { enumerable: true, get: once(() => makers[name](values, given)) });
  return values;
}
