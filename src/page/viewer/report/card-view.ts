/** The card of the selected finding: all its fields, and the reason folded away. */
import { BASIS_LABELS, BOUND_LABELS, DIRECTION_LABELS, ROLE_LABELS } from '../../../messages/labels.ts';
import type { Language } from '../../../messages/language.ts';
import type { Indicator } from '../../../model/record.ts';
import { formatTime } from '../../../model/time.ts';
import { editView } from '../corrections/edit-view.ts';
import type { ShownFinding } from '../corrections/shown.ts';
import { verdictView } from '../corrections/verdict-view.ts';
import { type Child, h, svg } from '../shared/dom.ts';
import { kindLabel, statusLabel } from '../shared/kind-labels.ts';
import { conceptLabel, domainLabel, sectionLabel } from './labels.ts';
import { reasonView } from './reason-view.ts';
import { valueText } from './rows.ts';
import { type Context, select, selectedFinding, selectedPlace, step } from './state.ts';

export function cardView(context: Context, reveal: (at: number) => void): HTMLElement {
  const finding = selectedFinding(context);
  const words = context.words();
  if (!finding)
    return h(
      'section',
      { class: 'card is-empty', 'aria-label': words.card },
      h('p', { class: 'muted' }, words.noSelection),
    );
  return h(
    'section',
    { class: `card is-${finding.marked}`, 'aria-label': words.card },
    cardHead(finding, context, reveal),
    h(
      'div',
      { class: 'card-body', tabindex: 0, role: 'group', 'aria-label': words.card, 'data-of': finding.id },
      quotation(finding, context),
      finding.type === 'evidence' ? null : verdictView(finding, context),
      context.store.get().isEditing ? editView(finding, context) : fieldList(finding, context),
      finding.base?.type === 'evidence' || !finding.base ? null : reasonView(finding.base, context),
    ),
  );
}

function cardHead(finding: ShownFinding, context: Context, reveal: (at: number) => void): HTMLElement {
  const words = context.words();
  const go = (by: 1 | -1) => {
    step(context, by);
    const place = selectedPlace(context);
    if (place !== null) reveal(place);
  };
  const button = (label: string, sign: string | SVGElement, onclick: () => void) =>
    h('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick }, sign);
  return h(
    'header',
    { class: 'card-head' },
    h(
      'div',
      { class: 'card-title' },
      h('h2', {}, h('bdi', {}, titleOf(finding, context))),
      h('p', { class: 'card-value' }, h('bdi', {}, mainValue(finding))),
    ),
    h(
      'div',
      { class: 'card-tools' },
      button(words.previous, '‹', () => go(-1)),
      button(words.next, '›', () => go(1)),
      button(words.showInText, crosshair(), () => {
        context.store.set({ view: 'text' });
        reveal(finding.span.start);
      }),
      button(words.close, '×', () => select(context, null)),
    ),
  );
}

const crosshair = (): SVGElement =>
  svg(
    'svg',
    {
      width: 18,
      height: 18,
      viewBox: '0 0 18 18',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.6,
      'aria-hidden': 'true',
    },
    svg('circle', { cx: 9, cy: 9, r: 4.5 }),
    svg('path', { d: 'M9 1v5M9 12v5M1 9h5M12 9h5' }),
  );

const titleOf = (finding: ShownFinding, context: Context): string => {
  if (finding.type === 'indicator') return finding.record.name ?? context.words().unnamed;
  if (finding.type === 'placeholder')
    return `${context.words().types.placeholder} · ${kindLabel(finding.record.kind, context.language())}`;
  return domainLabel(context, finding.record.id);
};

const mainValue = (finding: ShownFinding): string =>
  finding.type === 'indicator' ? valueText(finding.record) : finding.text;

/** So much of a sentence is shown on either side. */
const AROUND = 60;

/** The words around it, the finding lit in them. */
function quotation(finding: ShownFinding, { model: { text } }: Context): HTMLElement {
  const { span } = finding;
  const sentence = finding.type === 'indicator' ? finding.record.sentence : lineAround(text, span.start, span.end);
  const start = Math.max(sentence.start, span.start - AROUND);
  const end = Math.min(sentence.end, span.end + AROUND);
  const mark =
    finding.type === 'indicator' ? `indicator ${finding.record.kind} ${finding.record.status}` : finding.type;
  return h(
    'blockquote',
    { lang: 'zh-CN' },
    start > sentence.start ? '…' : '',
    text.slice(start, span.start),
    h('mark', { class: mark }, text.slice(span.start, span.end)),
    text.slice(span.end, end),
    end < sentence.end ? '…' : '',
  );
}

function lineAround(text: string, start: number, end: number): { start: number; end: number } {
  const newline = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: newline < 0 ? text.length : newline };
}

type CardField = readonly [name: string, value: Child];

function fieldList(finding: ShownFinding, context: Context): HTMLElement {
  const names = context.words().fieldNames;
  const fields = fieldsOf(finding, context).filter(([, value]) => value !== null && value !== '');
  return h(
    'dl',
    { class: 'fields' },
    ...fields.map(([name, value]) =>
      h(
        'div',
        {},
        h('dt', {}, names[name] ?? name),
        h('dd', {}, typeof value === 'string' ? h('bdi', {}, value) : value),
      ),
    ),
  );
}

function fieldsOf(finding: ShownFinding, context: Context): CardField[] {
  const { record, section, id } = finding;
  const words = context.words();
  const language = context.language();
  const placed = (line: number, column: number): CardField => [
    'place',
    finding.base ? words.place(line, column) : null,
  ];
  const ending: CardField[] = [['section', section === null ? null : sectionLabel(context, section)]];
  if (finding.type === 'indicator') {
    const { line, column, rule } = finding.record;
    return [
      ...indicatorFields(finding.record, context),
      ...ending,
      placed(line, column),
      ['rule', rule],
      ['id', finding.base && id],
    ];
  }
  if (finding.type === 'placeholder') {
    const { kind, expects, context: clause, line, column, rule } = finding.record;
    return [
      ['kind', kindLabel(kind, language)],
      ['expects', expects],
      ['context', clause],
      ...ending,
      placed(line, column),
      ['rule', rule],
      ['id', finding.base && id],
    ];
  }
  const { field, score, label } = finding.record;
  return [
    ['text', finding.text],
    ['domains', `${label} (${record.id})`],
    ['field', field],
    ['score', score.toFixed(2)],
    ...ending,
  ];
}

function indicatorFields(record: Indicator, context: Context): CardField[] {
  const language = context.language();
  const words = context.words();
  const {
    value,
    unit,
    canonical,
    kind,
    direction,
    basis,
    base,
    status,
    scope,
    period,
    time,
    role,
    concept,
    domains,
    masked,
  } = record;
  return [
    ['kind', kindLabel(kind, language)],
    ['status', statusLabel(status, language)],
    ['time', time && formatTime(time).replace('/', ' – ')],
    ['period', period],
    ['concept', concept && conceptLabel(context, concept)],
    ['domains', domains.map((id) => domainLabel(context, id)).join('、')],
    ['number', value.number === null ? null : formatNumber(value.number)],
    ['min', value.number === null && value.min !== null ? formatNumber(value.min) : null],
    ['max', value.number === null && value.max !== null ? formatNumber(value.max) : null],
    ['bound', labelled(BOUND_LABELS, value.bound, language)],
    ['unit', unit.symbol],
    [
      'canonical',
      canonical && canonical.number !== null && canonical.unit !== unit.symbol
        ? `${formatNumber(canonical.number)} ${canonical.unit}`
        : null,
    ],
    ['direction', direction && DIRECTION_LABELS[direction][language]],
    ['basis', basis && labelled(BASIS_LABELS, basis, language)],
    ['base', base],
    ['scope', scope],
    ['role', role && ROLE_LABELS[role][language]],
    ['masked', masked ? words.yes : null],
  ];
}

const labelled = <Key extends string>(
  labels: Record<Key, { zh: string; en: string }>,
  key: Key,
  language: Language,
): string => labels[key][language];

/** All its digits, thousands parted. */
const formatNumber = (number: number): string => number.toLocaleString('en-US', { maximumFractionDigits: 20 });
