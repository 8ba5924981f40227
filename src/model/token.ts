/**
 * A word with its part-of-speech tag (ICTCLAS set, as jieba's dictionary has it; `x` for what the dictionary does not know).
 * The same word is the same object wherever it stands.
 */
export type Token = Readonly<{ text: string; tag: string }>;

/**
 * Cuts a run of Han characters into words that together are the run. Pure, and the same for every backend.
 * A character that is not a common Han character (U+4E00–U+9FFF) is a word of its own.
 */
export type Segmenter = (han: string) => readonly Token[];
