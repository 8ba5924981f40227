import { basename, extname } from 'node:path';
import type { Fault, FaultCode } from '../messages/fault.ts';
import type { Facts } from '../model/diagnostic.ts';
import type { Keys, Spot } from '../yaml/source.ts';
import type { PackText, PackTexts } from './pack-texts.ts';
import type { PackFile } from './schema.ts';

export type RuleFile = {
  path: string;
  /** Without the parts that are at fault. */
  content: PackFile;
  faults: readonly Fault[];
  /** The fault at a place in `content`. */
  fault: (code: FaultCode, keys: Keys, facts?: Facts, spot?: Spot) => Fault;
  /** `path:line` of a place in `content`. */
  placeOf: (keys: Keys) => string;
};

export type Pack = {
  path: string;
  name: string;
  version: string;
  hash: string;
  files: readonly RuleFile[];
  /** Of the files as such and of what is written in them. */
  faults: readonly Fault[];
};

/** Where a pack says something. */
export type PackPlace = { pack: Pack; file: RuleFile; keys: Keys };

/** Something that a file says, and where. */
export type PackEntry<T> = PackPlace & { value: T };

export function packOf({ path, files: texts, hash, faults }: PackTexts, fileOf: (text: PackText) => RuleFile): Pack {
  const files = texts.map(fileOf);
  const stated = files.find(({ content }) => content.pack)?.content.pack;
  return {
    path,
    name: stated?.name ?? nameFrom(path),
    version: stated?.version ?? '0',
    hash,
    files,
    faults: [...faults, ...files.flatMap((file) => file.faults)],
  };
}

/** Names stand between blanks in records. */
const nameFrom = (path: string): string => basename(path, extname(path)).replace(/[^\p{L}\p{N}]+/gu, '-') || 'unnamed';
