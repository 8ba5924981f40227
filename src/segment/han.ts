/** Common Han characters, as a class for regular expressions: the only ones in the dictionary and the only ones a backend is given. */
export const COMMON_HAN = '\\u4e00-\\u9fff';
