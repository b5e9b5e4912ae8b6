'use client'
import { useCallback, useState } from 'react'
import { useTranslations } from 'next-intl'
import type { Interval } from '@/lib/spans/interval'
import type { TextModel } from '@/components/text/text-model'
import { isCaret, type TextSelection } from '@/components/text/text-selection'
import { excerpt } from './excerpt'
import type { SpanEvent } from './use-span-editing'

/** What the live region says. A sentence said twice changes by an invisible character, or it would not be heard again. */
export function useAnnouncements(typeName: (code: string) => string, spanLimit: number) {
  const t = useTranslations('error-spans.announce')
  const [said, setSaid] = useState('')
  const say = useCallback(
    (sentence: string) => setSaid((before) => (before === sentence ? `${sentence}\u00a0` : sentence)),
    [],
  )

  const tell = (event: SpanEvent) => {
    switch (event.kind) {
      case 'marked':
      case 'shown': {
        const place = event.spans.findIndex(({ id }) => id === event.span.id) + 1
        const values = {
          quote: excerpt(event.span.quote),
          type: typeName(event.span.type),
          place,
          total: event.spans.length,
        }
        return say(event.kind === 'marked' ? t('marked', values) : t('span', values))
      }
      case 'retyped':
        return say(t('retyped', { quote: excerpt(event.span.quote), type: typeName(event.span.type) }))
      case 'moved':
        return say(t('moved', { quote: excerpt(event.span.quote), type: typeName(event.span.type) }))
      case 'removed':
        return say(t('removed', { quote: excerpt(event.span.quote), total: event.left }))
      case 'already':
        return say(t('alreadyMarked', { type: typeName(event.span.type) }))
      case 'nothing-selected':
        return say(t('nothingSelected'))
      case 'no-span':
        return say(t('noSpan'))
      case 'limit':
        return say(t('limit', { limit: spanLimit }))
    }
  }

  /** Reads what the caret passed, or what is selected now. */
  const hear = ({ points }: TextModel, { start, end }: Interval, selection: TextSelection) => {
    if (!isCaret(selection)) {
      const [from, to] = [Math.min(selection.anchor, selection.focus), Math.max(selection.anchor, selection.focus)]
      return say(t('selected', { quote: excerpt(points.slice(from, to), 160) }))
    }
    const text = points.slice(start, end)
    if (text === '') return say(t('textEnd'))
    if (text.trim() !== '') return say(excerpt(text, 400))
    say(/[\n\r\u2028\u2029]/.test(text) ? t('newline') : t('space'))
  }
  return { said, say, tell, hear }
}
