/** A record made by hand, with what makes trouble in tables. */
import type { DomainDefinition } from '../../src/model/findings.ts';
import type { GaigeRecord, Indicator, Placeholder, Tool } from '../../src/model/record.ts';
import { recordSchema } from '../../src/model/record.ts';

export const TOOL: Tool = { name: 'gaige', version: '0.0.0', rules: '0123456789abcdef', segmenter: 'none 1.0.0' };

export const DOMAINS: DomainDefinition[] = [
  { id: 'industry', label: '产业转型升级', field: '经济体制' },
  { id: 'ecology', label: '生态文明', field: '生态文明体制' },
];

export const TEXT = '一、强产业\n工业增加值增长-3.5%,达到"1.2亿元"。\n@区企业*家。\n';

const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const SENTENCE = spanOf('工业增加值增长-3.5%,达到"1.2亿元"。');

export const indicator = (overrides: Partial<Indicator> = {}): Indicator => ({
  id: 'i0000000001',
  text: '-3.5%',
  span: spanOf('-3.5%'),
  line: 2,
  column: 8,
  name: '工业增加值',
  nameSpan: spanOf('工业增加值'),
  value: { number: -3.5, min: null, max: null, bound: 'eq', raw: '-3.5' },
  unit: { symbol: '%', raw: '%', dimension: 'percent' },
  canonical: { number: -3.5, unit: '%' },
  kind: 'change',
  direction: 'up',
  basis: 'yoy',
  base: '2024',
  status: 'achieved',
  scope: null,
  period: null,
  time: { from: '2025-01', to: '2025-06' },
  role: null,
  concept: 'industrial-value-added',
  masked: false,
  section: 's0000000001',
  sentence: SENTENCE,
  domains: ['industry', 'ecology'],
  rule: 'change/rise',
  ...overrides,
});

const placeholder: Placeholder = {
  id: 'p0000000001',
  text: '*',
  span: spanOf('*'),
  line: 3,
  column: 5,
  kind: 'number',
  expects: '家',
  section: null,
  context: '@区企业*家',
  rule: 'number/unit',
};

export const sample = (overrides: Partial<GaigeRecord> = {}): GaigeRecord =>
  recordSchema.parse({
    schemaVersion: '2',
    tool: TOOL,
    report: {
      path: 'in/=报告.txt',
      name: '=报告.txt',
      sha256: '0'.repeat(64),
      format: 'txt',
      encoding: 'utf-8',
      bytes: 99,
      chars: TEXT.length,
      title: null,
      date: null,
      year: 2024,
      planYear: null,
      region: '@区',
      publisher: null,
      kind: 'news',
    },
    sections: [
      {
        id: 's0000000001',
        level: 1,
        marker: '一、',
        title: '强产业',
        span: { start: 0, end: TEXT.length },
        titleSpan: spanOf('强产业'),
        parent: null,
        domains: [{ id: 'industry', score: 1 }],
      },
    ],
    indicators: [indicator()],
    placeholders: [placeholder],
    domains: [
      {
        ...DOMAINS[0]!,
        score: 0.5,
        evidence: [
          { text: '工业', span: spanOf('工业') },
          { text: '企业', span: spanOf('企业') },
        ],
      },
    ],
    diagnostics: [],
    ...overrides,
  } satisfies GaigeRecord);
