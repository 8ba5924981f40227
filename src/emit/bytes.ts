/** Where the bytes of a file in the making go. */
export type Put = (bytes: Uint8Array) => Promise<void>;

/** Bytes put aside until their place in the file is known. */
export type Spool = {
  write: Put;
  read: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
};

export type OpenSpool = () => Spool;

/** In memory: for what is small. */
export function memorySpool(): Spool {
  const pieces: Uint8Array[] = [];
  return {
    write: async (bytes) => void pieces.push(bytes),
    read: () => pieces,
  };
}
