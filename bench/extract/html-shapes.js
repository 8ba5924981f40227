/**
 * Every element of HTML and pairs of them, over and over, never closed or closed late: decoding may take at most 2.4 times as long for twice the page.
 * `node bench/extract/html-shapes.js [pairs [kilobytes [each]]]`: how many pairs, drawn by a fixed seed (500), the smallest of three sizes (100),
 * and how many shapes of each element (all).
 */
import { decode } from '../../dist/decode/index.js';
import { engine } from './corpus.js';

const [pairs = 500, kilobytes = 100, each = Number.POSITIVE_INFINITY] = process.argv.slice(2).map(Number);
const MOST = 2.4;
/** Less work than this is noise. */
const LEAST = 150;

const NAMES =
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter mi mn mo ms mtext annotation-xml nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg foreignObject desc table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp x-own'.split(
    ' ',
  );

/** A page of `size` characters that begins with `start` and goes on with what `piece` gives. */
function pageOf(start, piece, size) {
  const parts = ['<!doctype html><body>', start];
  for (let length = 0, i = 0; length < size; i++) {
    const part = piece(i);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** @type {Map<string, [start: string, piece: (i: number) => string]>} */
const shapes = new Map();
const always = (piece) => () => piece;
const add = (start, piece) => shapes.set(`${start} ${piece(0)}`, [start, piece]);

/** @type {((name: string) => [start: string, piece: (i: number) => string])[]} */
const SHAPES_OF = [
  (name) => ['', always(`<${name}>改革，`)],
  (name) => ['', always(`<${name}>`)],
  (name) => ['', always(`<${name}></${name}>`)],
  (name) => ['<table>', always(`<${name}>改，`)],
  (name) => [`<${name}>`.repeat(900), always('<p>改</p>')],
  (name) => [`<${name}>`.repeat(900), always(`</${name}x>`)],
  (name) => ['', (i) => `<${name} a${i}>改`],
  (name) => ['', (i) => `<p><${name} a${i}>改`],
];
for (const name of NAMES) for (const shapeOf of SHAPES_OF.slice(0, each)) add(...shapeOf(name));
add('<p ', (i) => `a${i} `);
add('<p ', always('a '));
add('<p title="', always('a b '));
add('<!--', always('--!'));
add('<![CDATA[', always(']]'));
add('<svg><![CDATA[', always(']]'));
add('<script>', always('<!--<script>'));
add('', always('&notin'));
add('', always('<!doctype html>'));

/** Numbers below 1, always the same. */
let state = 18;
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const pick = (from) => from[Math.floor(random() * from.length)];
for (let left = pairs; left > 0; left--) {
  const [a, b] = [pick(NAMES), pick(NAMES)];
  add(
    pick(['', `<${a}>`, `<${b}>`.repeat(50), '<table><tr>']),
    always(pick([`<${a}><${b}>`, `<${a}><${b}>改</${a}>`, `<${a}>改<${b}></${b}>`])),
  );
}

/** Milliseconds of work, and what came of it. */
async function costOf(page) {
  const source = { path: 'page.html', name: 'page.html', bytes: Buffer.from(page) };
  let answer = '';
  const begun = process.cpuUsage();
  for await (const document of decode(source, { boilerplate: engine.pack.boilerplate }))
    answer = 'error' in document ? document.error.code : 'read';
  const { user, system } = process.cpuUsage(begun);
  return { cost: (user + system) / 1000, answer };
}

/** The greatest of what each size costs, times the one before. */
const growthOf = (costs) => Math.max(...costs.slice(1).map(({ cost }, i) => cost / Math.max(costs[i].cost, LEAST)));

/** Costs at three sizes. What a busy machine makes dear is looked at again: the least counts. */
async function costsOf(start, piece) {
  const pages = [1, 2, 4].map((factor) => pageOf(start, piece, kilobytes * 1024 * factor));
  const costs = [];
  for (const page of pages) costs.push(await costOf(page));
  for (let again = 0; again < 4 && growthOf(costs) > MOST; again++)
    for (const [i, page] of pages.entries()) costs[i].cost = Math.min(costs[i].cost, (await costOf(page)).cost);
  return costs;
}

await costOf(pageOf('', always('<p>改革，</p>'), 300_000));
await costOf(pageOf('', always('<p>改革，</p>'), 300_000));
let worst = 0;
let slow = 0;
let done = 0;
let dearest = { cost: 0, shape: '' };
for (const [shape, [start, piece]] of shapes) {
  const costs = await costsOf(start, piece);
  const growth = growthOf(costs);
  worst = Math.max(worst, growth);
  if (++done % 100 === 0) console.error(`${done} of ${shapes.size}, worst ${worst.toFixed(2)}`);
  const last = costs.at(-1);
  if (last.cost > dearest.cost) dearest = { cost: last.cost, shape };
  if (growth <= MOST) continue;
  slow++;
  console.log(
    `${JSON.stringify(shape.slice(0, 60))}: ${costs.map(({ cost, answer }) => `${cost.toFixed(0)} ms ${answer}`).join(', ')}`,
  );
}
console.log(`${shapes.size} shapes, ${slow} beyond ${MOST} per doubling; worst ${worst.toFixed(2)}`);
console.log(
  `dearest of ${4 * kilobytes} KB: ${dearest.cost.toFixed(0)} ms, ${JSON.stringify(dearest.shape.slice(0, 60))}`,
);
if (slow > 0) process.exitCode = 1;
