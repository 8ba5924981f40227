/** The languages that people are spoken to in; data never changes with them. */
export const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

export type Wording = Readonly<Record<Language, string>>;
