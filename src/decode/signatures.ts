/** First bytes of formats that are not text: what a file is when its name says otherwise. */
type Signature = { kind: string; bytes: readonly number[]; at?: number };

const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));

const SIGNATURES: readonly Signature[] = [
  { kind: 'pdf', bytes: ascii('%PDF-') },
  { kind: 'zip', bytes: [...ascii('PK'), 3, 4] },
  { kind: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'png', bytes: [0x89, ...ascii('PNG')] },
  { kind: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'gif', bytes: ascii('GIF8') },
  { kind: 'webp', bytes: ascii('WEBP'), at: 8 },
  { kind: 'gzip', bytes: [0x1f, 0x8b, 8] },
  { kind: 'rar', bytes: ascii('Rar!') },
  { kind: '7z', bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'elf', bytes: [0x7f, ...ascii('ELF')] },
];

/** The name of the binary format that the bytes begin like, or null. */
export function signatureOf(bytes: Uint8Array): string | null {
  const matches = ({ bytes: wanted, at = 0 }: Signature) => wanted.every((byte, i) => bytes[at + i] === byte);
  return SIGNATURES.find(matches)?.kind ?? null;
}
