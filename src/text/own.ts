/** What a record says of a name that a document, a pack or a user wrote: `toString` and `__proto__` are names like others. */
export const own = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
