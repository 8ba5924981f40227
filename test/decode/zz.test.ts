import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'vitest';
import { decodeOne, outline, residue } from './support.ts';
import { decode } from '../../src/decode/index.ts';
import { positionAt } from '../../src/model/positions.ts';
const time = async (label: string, name: string, content: any) => { const bytes = typeof content==='string'?Buffer.from(content):content; const t=performance.now(); let r:any; for await (const d of decode({path:name,name,bytes},{residue})) r=d; console.log(label, (bytes.length/1e6).toFixed(1)+'MB', Math.round(performance.now()-t)+'ms', r.error? r.error.code : `${r.encoding} ${r.text.length} blocks ${r.blocks.length}`); return r; };
test('html wrap', async () => {
  for (const dir of ['/work/shared/seeds']) for (const f of readdirSync(dir)) {
    const t = readFileSync(`${dir}/${f}`,'utf8');
    const lines = t.split(/\r?\n/).map(s=>s.trim()).filter(Boolean);
    const esc=(s:string)=>s.replace(/&/g,'&amp;').replace(/</g,'&lt;');
    const h = `<html><head><title>${esc(lines[0]!.slice(0,20))}_某网</title></head><body><div class=nav><a>首页</a></div><div class=main>\n${lines.map(l=>`<p>　　${esc(l)}</p>`).join('\n')}</div><div class=footer>版权</div></body></html>`;
    const d = await decodeOne('a.html', h);
    const got = d.text.split('\n');
    console.log(f, lines.length, got.length, JSON.stringify(lines.filter(l=>!got.includes(l)).map(l=>l.slice(0,50))));
  }
});
test('perf', async () => {
  const para = readFileSync('/work/main/seeds/masked-summary.txt','utf8').replace(/\n/g,'');
  const rep = (s:string, mb:number) => s.repeat(Math.ceil(mb*1e6/Buffer.byteLength(s)));
  
  
  


  await time('md one line 20MB', 'a.md', rep(para,20));
  await time('md lines 20MB', 'a.md', rep(`- **${para.slice(0,60)}**\n`,20));
  for (const [l,s] of [['<!--','<!--'],['<','<'],['&','&'],['&amp;','&amp;'],['<p ','<p '],['<script>','<script>'],['\r','\r'],['[','['],['*','*区'],['**','**'],['`','`a``b'],['_','_a '],['|','|'],['spaces',' '],['# ','# '],['\\','\\'],['> ','> '],['[a](','[a]('],['<br>','<br>'],['<U+','<U+00A0>'],['---\n','---\n'],['```\n','```\n'],['*a','*a '],['猜你喜欢','猜你喜欢\n'],['\n','\n'],['tabs #','## a'+' #']] as const) {
    for (const name of ['a.txt','a.md','a.html']) { const n = 4e6; await time(JSON.stringify(l)+name, name, s.repeat(n/ s.length)); }
  }
  const art = `<p>${para.slice(0,300)}</p>\n`;
  await time('html 10MB','a.html', '<html><body><div class="TRS_Editor">'+rep(art,10)+'</div></body></html>');
  await time('html deep','a.html', '<div>'.repeat(2900)+'<p>甲，乙。</p>');
  await time('html b','a.html', '<b>'.repeat(50000)+'<p>甲，乙。</p>');
  await time('html span','a.html', '<span>'.repeat(50000)+'<p>甲，乙。</p>');
  await time('html li','a.html', '<li>'.repeat(50000)+'<p>甲，乙。</p>');
  await time('html table','a.html', '<table><tr><td>'.repeat(2900)+'<p>甲，乙。</p>');
  await time('html title','a.html', '<div class="title">甲乙'.repeat(2900));
}, 600000);
