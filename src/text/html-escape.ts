/** For text and attributes of HTML. */
export const htmlEscaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);
