/** Archives for tests, honest and not: a zip writer that may lie, and compound files of nothing but names. */
import { crc32, deflateRawSync } from 'node:zlib';
import { utf8 } from './support.ts';

export type ZipMember = {
  name: string | Uint8Array;
  data: string | Uint8Array;
  /** General purpose flags; 1 is encrypted, 0x800 a name in UTF-8. */
  flags?: number;
  method?: number;
  crc?: number;
  /** The extra field of its entry in the directory. */
  extra?: Uint8Array;
  /** The directory names neither sizes nor place: they are in the extra field. */
  wide?: boolean;
};

/** The bytes of a .zip. Names are written as they are given, strings as UTF-8. */
export function zipOf(members: readonly ZipMember[] | Record<string, string | Uint8Array>): Uint8Array {
  const list = Array.isArray(members) ? members : Object.entries(members).map(([name, data]) => ({ name, data }));
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, flags = 0, method = 8, crc, extra = Buffer.alloc(0), wide = false } of list as ZipMember[]) {
    const rawName = Buffer.from(typeof name === 'string' ? utf8(name) : name);
    const bytes = typeof data === 'string' ? utf8(data) : data;
    const packed = method === 8 ? deflateRawSync(bytes) : Buffer.from(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(rawName.length, 22);
    locals.push(Buffer.concat([Buffer.from('PK\x03\x04'), common, rawName, packed]));
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const [entry, field] = [Buffer.from(common), Buffer.from(wide ? wideField(bytes, packed, offset) : extra)];
    if (wide) for (const numbers of [entry.subarray(14, 22), tail.subarray(10)]) numbers.fill(0xff);
    entry.writeUInt16LE(field.length, 24);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), entry, tail, rawName, field]));
    offset += locals.at(-1)!.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

/** Sizes and place as ZIP64 has them. */
function wideField(bytes: Uint8Array, packed: Uint8Array, offset: number): Buffer {
  const field = Buffer.alloc(28);
  field.writeUInt16LE(1);
  field.writeUInt16LE(24, 2);
  for (const [i, number] of [bytes.length, packed.length, offset].entries())
    field.writeBigUInt64LE(BigInt(number), 4 + i * 8);
  return field;
}

/** The name in UTF-8 beside another, as Info-ZIP writes it. */
export function unicodeField(rawName: Uint8Array, name: string): Uint8Array {
  const bytes = utf8(name);
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075);
  field.writeUInt16LE(5 + bytes.length, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(rawName), 5);
  return Buffer.concat([field, bytes]);
}

/** A compound file (.doc, .xls, …) with empty streams of these names; `head` stands at the start of every stream. */
export function oleOf(names: readonly string[], head: Uint8Array = new Uint8Array()): Uint8Array {
  const sector = 512;
  const header = Buffer.alloc(sector);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(1, 56);
  header.writeUInt32LE(0xfffffffe, 60);
  header.writeUInt32LE(0xfffffffe, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(sector, 0xff);
  for (const [i, next] of [0xfffffffd, 0xfffffffe, 0xfffffffe].entries()) table.writeUInt32LE(next, i * 4);
  const directory = Buffer.alloc(sector);
  for (const [i, name] of ['Root Entry', ...names].entries()) {
    const at = i * 128;
    directory.write(`${name}\0`, at, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at + 64);
    directory.writeUInt8(i === 0 ? 5 : 2, at + 66);
    directory.writeUInt32LE(2, at + 116);
    directory.writeUInt32LE(sector, at + 120);
  }
  const stream = Buffer.alloc(sector);
  Buffer.from(head).copy(stream);
  return new Uint8Array(Buffer.concat([header, table, directory, stream]));
}
