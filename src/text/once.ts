/** A value that is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** An object each of whose values is made when it is first asked for, from those made before it and from what is given. */
export function lazily<Values extends object, Given = null>(
  makers: { [Name in keyof Values]: (values: Values, given: Given) => Values[Name] },
  ...[given]: Given extends null ? [] : [Given]
): Values {
  const values = {} as Values;
  for (const name of Object.keys(makers) as (keyof Values)[]) {
    const get = () => {
      const value = makers[name](values, given as Given);
      // From now on it is read as any other: some of these are read in inner loops.
      Object.defineProperty(values, name, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(values, name, { get, enumerable: true, configurable: true });
  }
  return values;
}
