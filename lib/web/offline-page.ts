/**
 * What stands in for any page while the network is away. Whole in itself, since nothing can be asked for then, and in both languages,
 * since nobody is known there. Opens the address it stands at as soon as the server answers again.
 */
import { createHash } from 'node:crypto'
import type { WorkerSettings } from '@/components/offline/offline-worker'
import en from '@/lib/messages/en/offline.json'
import zhCn from '@/lib/messages/zh-CN/offline.json'
import { plainHeaders } from './security-headers'

const style = `:root{color-scheme:light dark;--paper:light-dark(#faf9f6,#15171a);--ink:light-dark(#1d1c1a,#eceae5);--soft:light-dark(#524e47,#b9b6ae);--accent:light-dark(#17566a,#82c3d4);--on:light-dark(#fff,#0b2128)}
body{margin:0;min-height:100dvh;display:grid;place-items:center;background:var(--paper);color:var(--ink);font:0.9375rem/1.55 system-ui,sans-serif}
main{max-width:28rem;padding:1.5rem;display:grid;gap:2.5rem;text-align:center}
h1,h2{font:600 1.3125rem/1.35 Georgia,serif;margin:0}p{margin:.75rem 0 1rem;color:var(--soft)}
button{min-height:2.75rem;padding:0 1rem;border:0;border-radius:6px;background:var(--accent);color:var(--on);font:inherit;font-weight:500;cursor:pointer}`

// Whoever is just going elsewhere is not pulled back.
const script = `const reload=()=>location.reload()
let left=-1e9
addEventListener('beforeunload',()=>{left=performance.now()})
const open=()=>performance.now()-left>5000&&reload()
addEventListener('online',open)
for(const button of document.querySelectorAll('button'))button.addEventListener('click',reload)
setInterval(()=>fetch('/api/health',{cache:'no-store'}).then(({ok})=>ok&&open(),()=>{}),10000)`

const said = (level: 1 | 2, lang: string, { title, body, retry }: typeof en) =>
  `<section lang="${lang}"><h${level}>${title}</h${level}><p>${body}</p><button type="button">${retry}</button></section>`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export const offlinePage: WorkerSettings['page'] = {
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${en.title} · ${zhCn.title}</title><style>${style}</style></head><body><main>${said(1, 'en', en)}${said(2, 'zh-CN', zhCn)}</main><script>${script}</script></body></html>`,
  headers: {
    ...Object.fromEntries(plainHeaders().map(({ key, value }) => [key, value])),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  },
}
