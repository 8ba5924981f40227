/** What users and earlier runs write, broken in its parts: packs, config, policy, baseline, corrections, annotations, records, lines of a stream. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { checkReport } from '../../src/api/check.ts';
import { parseBaseline } from '../../src/check/baseline-file.ts';
import { parseCorrections } from '../../src/corrections/file.ts';
import { configSchema } from '../../src/engine/config-schema.ts';
import { GaigeError } from '../../src/model/error.ts';
import { correctRecord } from '../../src/pipeline/corrections.ts';
import { extractDocument } from '../../src/pipeline/stages.ts';
import { annotationSchema, scoreReport } from '../../src/score/index.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { runMain } from '../../test/cli/support.ts';
import { correctionsOf, indicator, placeholder, TEXT } from '../../test/corrections/support.ts';
import { documentOf, engine } from '../../test/support/extract.ts';
import { recordProblem } from './oracles.ts';
import { below, pick, type Random } from './random.ts';
import { brokenValue } from './structured.ts';

/** `run`: null, or what is wrong with what came of it; what it throws must be a GaigeError. It tells how many characters it read, which may be more than the bytes it was given: a zip. */
export type Input = {
  kind: string;
  bytes: number;
  run: (onRead: (characters: number) => void) => Promise<string | null>;
};

const PACKS = [
  'masks',
  'units',
  'status',
  'domains',
  'headings',
  'gaps',
  'naming',
  'numerals',
  'boilerplate',
  'placeholders',
  'indicators/bounds',
  'indicators/status',
].flatMap((name): [string, unknown][] => {
  try {
    return [[name, parse(readFileSync(new URL(`../../rules/${name}.yaml`, import.meta.url), 'utf8'))]];
  } catch {
    return [];
  }
});

const CONFIG = {
  rules: ['a.yaml'],
  lang: 'zh',
  defaults: {
    extract: { format: 'csv', jobs: 2, select: 'indicators' },
    'rules test': { verbose: true },
    table: { rows: ['a'] },
  },
  check: {
    kinds: { value: 'error', name: 'warning', place: 'off' },
    forms: { stars: 'on', cross: 'off' },
    allow: [
      { text: '**区', kind: ['name'], path: '*.txt', reason: 'x', until: '2026-12-01' },
      { section: '一', path: ['{a,b}/**', '!(x)'], reason: 'y' },
    ],
    baseline: 'b.json',
    include: ['*.txt', '[a-z]**'],
    exclude: ['{,a}{,b}'],
    failOn: 'warning',
    maxWarnings: 3,
  },
};
const POLICY = {
  kinds: { number: 'error', name: 'warning', place: 'off' },
  forms: { star: 'on', cross: 'off' },
  allow: CONFIG.check.allow,
  failOn: 'warning',
  maxWarnings: 3,
};
const BASELINE = { version: 1, entries: [{ path: 'a.txt', fingerprint: 'a'.repeat(64), text: '**', count: 1 }] };

const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const CORRECTIONS = correctionsOf(TEXT, [
  { mark: 'change', ...indicator('63家'), field: 'status', from: 'achieved', to: 'target' } as never,
  { mark: 'change', ...indicator('63家'), field: 'unit', from: '家', to: '亿元' } as never,
  {
    mark: 'change',
    ...indicator('5.4%'),
    field: 'name',
    from: null,
    to: { text: '企业', span: span('企业') },
    note: 'x',
  } as never,
  {
    mark: 'change',
    ...indicator('5.4%'),
    field: 'value',
    from: { number: 5.4, min: null, max: null, bound: 'eq' },
    to: { number: null, min: 1, max: 2, bound: 'range' },
  } as never,
  { mark: 'change', ...indicator('12家'), field: 'time', from: null, to: { from: '2023-01', to: '2023-12' } } as never,
  { mark: 'wrong', ...placeholder('**区') } as never,
  { mark: 'right', ...placeholder('*') } as never,
]);
const ANNOTATION = {
  file: 'a.txt',
  within: [[0, 90]],
  indicators: [
    {
      start: TEXT.indexOf('63家'),
      text: '63家',
      number: 63,
      bound: 'eq',
      unit: '家',
      kind: 'level',
      direction: null,
      status: 'achieved',
      head: '企业',
      name: '科技型企业',
      names: ['企业'],
      keep: ['科技'],
      forbid: ['区'],
      domains: ['industry'],
      time: { from: '2023-01', to: '2023-12' },
      timeAlt: [null],
      basis: 'yoy',
      concept: null,
    },
  ],
  placeholders: [{ start: TEXT.indexOf('**区'), text: '**', kind: 'name', expects: '区' }],
  sections: [{ start: TEXT.indexOf('一、'), level: 1, marker: '一、', title: '深化科技创新' }],
  domains: [{ start: 0, ids: ['industry'], section: true }],
  report: { year: 2023, region: '青禾区' },
};

const report = await documentOf(TEXT);
const record = extractDocument(report, engine);

/** Of what a text in JSON or YAML must come to: nothing, or a problem. */
const READERS: Record<string, { whole: unknown; isYaml?: true; read: (text: string) => Promise<string | null> }> = {
  config: {
    whole: CONFIG,
    isYaml: true,
    read: async (text) => {
      parseYaml('gaige.yaml', text, configSchema, 'CONFIG_INVALID');
      return null;
    },
  },
  policy: {
    whole: POLICY,
    read: async (text) => {
      const policy = JSON.parse(text);
      const { findings } = await checkReport({ text: TEXT }, { ...policy, pack: engine.pack });
      const moved = findings.find((each) => TEXT.slice(each.span?.start, each.span?.end) !== each.text);
      return moved ? `finding ${JSON.stringify(moved)}` : null;
    },
  },
  baseline: {
    whole: BASELINE,
    read: async (text) => {
      const baseline = parseBaseline('b.json', text);
      await checkReport({ text: TEXT }, { pack: engine.pack, baseline: JSON.parse(text) });
      return baseline === null ? 'no baseline' : null;
    },
  },
  corrections: {
    whole: CORRECTIONS,
    read: async (text) => {
      const corrections = parseCorrections('a.corrections.json', text);
      const corrected = correctRecord({ record, document: report }, [{ path: 'a', corrections }], engine);
      return recordProblem(corrected.record, TEXT);
    },
  },
  annotation: {
    whole: ANNOTATION,
    read: async (text) => {
      const parsed = annotationSchema.safeParse(JSON.parse(text));
      if (parsed.success) scoreReport('a', parsed.data, record);
      return null;
    },
  },
};

export function settingInput(random: Random): Input {
  const chance = random();
  if (chance < 0.05) return packInput(random);
  if (chance < 0.12) return commandInput(random);
  const kind = pick(random, Object.keys(READERS));
  const { whole, isYaml, read } = READERS[kind]!;
  const broken = brokenValue(whole, random);
  const text = isYaml ? stringify(broken) : JSON.stringify(broken);
  const isCut = random() < 0.1 && kind !== 'policy' && kind !== 'annotation';
  const given = isCut ? text.slice(0, below(random, text.length)) : text;
  return { kind, bytes: given.length, run: () => read(given) };
}

/** What comes of a pack that has no fault must find nothing but what stands there. */
function packInput(random: Random): Input {
  const [name, whole] = pick(random, PACKS);
  const text = stringify(brokenValue(whole, random));
  return { kind: `pack ${name}`, bytes: text.length, run: () => inFolder(async (folder) => packProblem(folder, text)) };
}

async function packProblem(folder: string, text: string): Promise<string | null> {
  const { openRulePacks } = await import('../../src/knowledge/index.ts');
  const path = join(folder, 'a.yaml');
  writeFileSync(path, text);
  const { pack, faults } = openRulePacks([path]);
  if (pack === null) return faults.length === 0 ? 'no pack and no fault' : null;
  return recordProblem(extractDocument(report, { ...engine, pack }), TEXT);
}

const STREAM = [
  { id: 1, text: TEXT },
  { id: 'a', name: 'a.md', text: '# 甲\n\n完成5%' },
  { id: 2, base64: Buffer.from(TEXT).toString('base64'), encoding: 'gb18030' },
];

const APPLY = [
  'corrections',
  'apply',
  'records.ndjson',
  '--no-config',
  '--corrections',
  'a.corrections.json',
  '--format',
];

/** Whole commands, whose end must be one that is documented. */
function commandInput(random: Random): Input {
  if (random() < 0.5) {
    const lines = Array.from({ length: 12 }, () => {
      const line = JSON.stringify(brokenValue(pick(random, STREAM), random));
      return random() < 0.1 ? line.slice(0, below(random, line.length)) : line;
    });
    const stdin = `${lines.join('\n')}\n`;
    const asked = lines.length;
    const run = async () => {
      const { code, stdout } = await runMain(['stream', '--no-config'], { stdin });
      const answers = stdout.trim().split('\n');
      return code === 0 && answers.length === asked ? null : `code ${code}, ${answers.length} answers of ${asked}`;
    };
    return { kind: 'stream', bytes: stdin.length, run };
  }
  // The first tells what the file is.
  const records = [record, ...Array.from({ length: 4 }, () => brokenValue(record, random))].map((each) =>
    JSON.stringify(each),
  );
  const argv = pick(random, [
    ['table', 'records.ndjson', '--no-config'],
    ['table', 'records.ndjson', '--no-config', '--long', '--format', 'csv'],
    ['track', 'records.ndjson', '--no-config'],
    ...['ndjson', 'summary', 'html'].map((format) => [...APPLY, format]),
  ]);
  const run = () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'records.ndjson'), `${records.join('\n')}\n`);
      writeFileSync(join(cwd, 'a.corrections.json'), JSON.stringify(CORRECTIONS));
      const inFolderOf = argv.map((word) => (/\.(?:ndjson|json)$/.test(word) ? join(cwd, word) : word));
      const { code, stderr } = await runMain(inFolderOf, { cwd });
      return [0, 1, 2].includes(code) ? null : `${argv.join(' ')}: code ${code}\n${stderr}`;
    });
  return { kind: `records of ${argv[0]}`, bytes: records.join('').length, run };
}

async function inFolder(run: (folder: string) => Promise<string | null>): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-attack-'));
  try {
    return await run(folder);
  } catch (error) {
    if (error instanceof GaigeError) return null;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
