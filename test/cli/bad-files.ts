/** Files that cannot be read or make no report, in a folder of their own. */
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function makeBadFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-cli-'));
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  write('good.txt', '2024年，全区新增高新技术企业35家，研发投入增长12.5%。\n');
  write('empty.txt', '');
  write('blank.txt', ' \n\n');
  write('picture.txt', Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\x1a\n'), Buffer.alloc(64)]));
  write('program.txt', Buffer.concat([Buffer.from([0x7f]), Buffer.from('ELF'), Buffer.alloc(64, 3)]));
  write('undecodable.txt', undecodable());
  write('table.xyz', 'a,b\n');
  write('broken.yaml', 'rules:\n  - id: not a rule id\n    pattern: 增长\n');
  write('no-yaml.yaml', 'rules: [\n');
  mkdirSync(join(folder, 'nothing'));
  mkdirSync(join(folder, 'only-others'));
  write('only-others/table.xyz', 'a,b\n');
  write('secret.txt', '新增3家企业。');
  chmodSync(join(folder, 'secret.txt'), 0);
  symlinkSync('circle.txt', join(folder, 'circle.txt'));
  return folder;
}

/** High bytes in an order that no encoding has. */
function undecodable(): Uint8Array {
  return Uint8Array.from({ length: 3000 }, (_, i) => (i % 3 === 0 ? 0xff : 0x81 + ((i * 37) % 0x7e)));
}

/** Nothing is unreadable for root. */
export const IS_ROOT = process.getuid?.() === 0;
