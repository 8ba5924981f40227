/** The word classes that decide the fields of a figure, and what the words of each do. */
export const resolvingClasses = {
  'share-name': 'A name that ends so is that of a share: 贡献率',
  arrived: 'Say where a figure came to, not how far it moved: 增加2家，达到|9家',
  'rate-name': 'A name that ends so is that of a level, unless a share: 入园率',
  'lower-is-better': 'A name with one of these gets better as it falls: 能耗',
  scope: 'Places within which ranks and comparisons hold: 全省',
  rise: 'Verbs that say how much more: 比高峰期|增加',
  fall: 'Verbs that say how much less: 比高峰期|减少',
} as const;
