/** Common Han characters, as a class for regular expressions: the only ones in the dictionary and the only ones a backend is given. */
export const COMMON_HAN = '\\u4e00-\\u9fff';

/** The same by UTF-16 code unit. */
export const isCommonHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
