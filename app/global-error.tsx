'use client'
import { useSyncExternalStore } from 'react'
import en from '@/lib/messages/en/last-resort.json'
import zhCn from '@/lib/messages/zh-CN/last-resort.json'
import './globals.css'

const never = () => () => {}

/** The root layout itself broke: no provider, no shell, so this page carries its own few words. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const chinese = useSyncExternalStore(
    never,
    () => navigator.language.startsWith('zh'),
    () => false,
  )
  const words = chinese ? zhCn : en
  const id = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
  return (
    <html lang={chinese ? 'zh-CN' : 'en'} data-theme="system">
      <body className="grid min-h-dvh place-items-center p-6">
        <title>{words.title}</title>
        <main role="alert" className="grid max-w-md justify-items-center gap-3 text-center">
          <h1 className="font-serif text-xl font-semibold">{words.title}</h1>
          <p className="text-ink-soft">{words.body}</p>
          {id && <p className="font-mono text-sm text-ink-soft select-all">{id}</p>}
          <button
            type="button"
            onClick={retry}
            className="mt-2 min-h-9 rounded-md bg-accent px-4 font-medium text-on-accent"
          >
            {words.retry}
          </button>
        </main>
      </body>
    </html>
  )
}
