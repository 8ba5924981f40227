/** The word classes that tell units which no rule knows: in `rules/gaps.yaml`. */
export const gapClasses = {
  'no-unit': 'Stand after a bare number and are no unit: 编号7|的',
  'before-code': 'After one of these a number is part of a code, a time or a quotation: 12:|30',
} as const;
