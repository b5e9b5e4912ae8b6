'use client'
/**
 * The words of every component in the browser. They come as one string, which is sent and read as it is: as a tree, each of three
 * thousand sentences would be walked by the server and again by the browser, which costs more than many a page itself.
 */
import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps } from 'react'

type Intl = ComponentProps<typeof NextIntlClientProvider>

/** One a language. */
const read = new Map<string, NonNullable<Intl['messages']>>()

export function Words({ json, ...intl }: Omit<Intl, 'messages'> & { json: string }) {
  const messages = read.get(json) ?? (JSON.parse(json) as NonNullable<Intl['messages']>)
  read.set(json, messages)
  return <NextIntlClientProvider {...intl} messages={messages} />
}
