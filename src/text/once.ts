/** A value that is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** An object each of whose values is made when it is first asked for. */
export function lazily<T extends object>(makers: { [K in keyof T]: () => T[K] }): T {
  const object = {};
  for (const [key, make] of Object.entries<() => unknown>(makers))
    Object.defineProperty(object, key, { get: once(make), enumerable: true });
  return object as T;
}
