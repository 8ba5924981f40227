import type { Boilerplate } from '../knowledge/boilerplate/table.ts';
import type { Document, InputFailure, Source } from '../model/document.ts';

export type DecodeOptions = {
  boilerplate: Boilerplate;
  /** Any WHATWG label; overrides what the content says. Formats that state their own encoding (.docx, .pdf) take no notice. */
  encoding?: string | undefined;
  /** The column of .csv, .tsv and .xlsx that holds the texts: its name, or its number from 1. Guessed where it is plain. */
  textColumn?: string | undefined;
  /** The same for .json and .jsonl; names within names are parted by dots. */
  textField?: string | undefined;
  /** In bytes; a member of an archive is held to it as a file is. */
  maxFileSize?: number | undefined;
};

/** What a container has done with its members: they are decoded, or handed on as they are. */
export type Inner<Member> = {
  decode: (source: Source) => AsyncIterable<Member>;
  /** Whether a member of this name is read at all. */
  isReadable: (name: string) => boolean;
  /** Endings that are read, for the message where there is nothing to read. */
  formats: string;
  /** The container is a member of another. */
  isInner: boolean;
};

/** One format: which names and contents it claims, and how its bytes become documents. A container yields several. */
export type Reader = {
  format: string;
  /** Lower case, without the dot. */
  extensions: readonly string[];
  /** Whether the bytes are of this format, whatever the name says. */
  sniff?: (bytes: Uint8Array) => boolean;
  /** `sniff` never fails to know its own: a file of such a name with other content is something else. */
  byContent?: boolean;
  /** A source of this format may hold any number of reports. */
  holdsMany?: boolean;
  /** May throw a GaigeError for what cannot be decoded. */
  decode: <Member>(
    source: Source,
    options: DecodeOptions,
    inner: Inner<Member>,
  ) => Iterable<Document | InputFailure> | AsyncIterable<Document | InputFailure | Member>;
};
