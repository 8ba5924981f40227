const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot hold are left out, halves of characters among them. No line of it begins as a command to a log does. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)
    .replace(/[\r\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/^(\s*):(?=:)|#(?=#\[)/gm, (sign) => (sign === '#' ? '&#35;' : `${sign.slice(0, -1)}&#58;`));
