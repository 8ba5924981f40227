/** docs/concepts.md, written from the rules. */
import { openRulePacks } from '../../src/knowledge/index.ts';

const HEAD = `# Concepts

Written from \`rules/concepts.yaml\`; [rules.md](rules.md#concepts) tells how names are read and how a pack adds to them. \`concept\` of an indicator is
one of these ids where its name means that indicator of the region reported on, whole. Level, change and share of an indicator carry the same
concept: \`kind\`, \`basis\` and \`unit\` tell them apart.

| id | label | 指标 | levels in | definition |
| --- | --- | --- | --- | --- |
`;

export const conceptsPage = (): string =>
  HEAD +
  [...openRulePacks().merged.concepts.values()]
    .map(({ value: { id, label, definition, dimensions = [] } }) => [
      `\`${id}\``,
      label?.en,
      label?.zh,
      dimensions.map((dimension) => `\`${dimension}\``).join(' '),
      definition,
    ])
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
