import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import type { Document } from '../../src/model/index.js'

const require = createRequire(import.meta.url)
const fonts = {
  'NotoSansSC-Regular': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** A small briefing of an invented federation: contents, headings, figures linked to their evidence, a chart. */
export async function sampleDocument(changes: Partial<Document> = {}, extra = ''): Promise<Document> {
  const body = sampleBody(extra)
  return {
    html: await page(body),
    paper: 'A4',
    lang: 'zh-Hans',
    title: '青石市妇女联合会简报',
    subject: 'Response to floods',
    keywords: ['妇联', 'floods & relief'],
    date: '2021-07-01',
    contents: ['figures', 'evidence'],
    attachments: [
      { name: '简报.json', mediaType: 'application/json', description: 'The model 模型', text: '{"facts": 2}' },
      { name: 'a.txt', mediaType: 'text/plain', description: 'The source', text: '青石市妇联捐款。' },
    ],
    expectations: {
      languages: ['zh', 'en'],
      figures: [
        { fact: 'f1', anchor: 'e1', zh: '35.71万元', en: '357,100' },
        { fact: 'f2', anchor: 'e2', zh: '约1200人次', en: 'about 1,200' },
      ],
      fonts: Object.keys(fonts),
      charts: [{ id: 'c1', labels: ['口罩', 'Masks'] }],
      anchors: ['figures', 'evidence', 'e1', 'e2'],
      headings: ['青石市妇女联合会简报', '数字 Figures', '出处 Evidence'],
    },
    ...changes,
  }
}

function sampleBody(extra: string): string {
  return `<h1>青石市妇女联合会简报</h1>
<nav><p><a href="#figures">数字 Figures</a> <span data-page-of="figures">000</span></p>
<p><a href="#evidence">出处 Evidence</a> <span data-page-of="evidence">000</span></p></nav>
<h2 id="figures" class="page">数字 Figures</h2>
<table><tr><th scope="col">项目</th><th scope="col">Amount</th></tr>
<tr><td>捐款 <a href="#e1">35.71万元</a></td><td><a href="#e1" title="Evidence 1">357,100</a></td></tr>
<tr><td>服务 <a href="#e2">约1200人次</a></td><td><a href="#e2">about 1,200</a></td></tr></table>
<svg role="img" aria-label="Chart of masks" width="300" height="80"><rect x="60" y="10" width="200" height="20" fill="#357"/>
<text x="4" y="26" font-family="Noto Sans SC" font-size="12">口罩 Masks</text></svg>
<h2 id="evidence" class="page">出处 Evidence</h2>
<p id="e1">青石市妇联向<b>三个乡镇</b>捐款<mark>35.71万元</mark>。 Donated RMB 357,100.</p>
<p id="e2">志愿者服务<mark>约1200人次</mark>。 Volunteers served about 1,200 times. <a href="https://example.org/a">来源</a></p>
${extra}`
}

async function page(body: string): Promise<string> {
  const faces = await Promise.all(
    Object.entries(fonts).map(async ([name, file]) => {
      const characters = `${body.replace(/\s/g, ' ')}0123456789/`
      const subset = await subsetFont(await readFile(require.resolve(file)), characters, { targetFormat: 'truetype' })
      const weight = name.endsWith('Bold') ? 700 : 400
      return `@font-face{font-family:"Noto Sans SC";font-weight:${weight};src:url(data:font/ttf;base64,${subset.toString('base64')})}`
    }),
  )
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>Sample</title><style>${faces.join('')}
@page{size:A4;margin:20mm;@bottom-center{content:counter(page) "/" counter(pages);font-family:"Noto Sans SC";font-size:9pt}}
body{font-family:"Noto Sans SC";font-size:11pt}.page{break-before:page}</style></head><body>${body}</body></html>`
}
