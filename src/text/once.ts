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
  for (const name of Object.keys(makers) as (keyof Values)[])
    Object.defineProperty(values, name, { enumerable: true, get: once(() => makers[name](values, given as Given)) });
  return values;
}
