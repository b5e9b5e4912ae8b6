import { MarkdownView } from '@/components/ui/markdown-view'

/**
 * A system's words as formatted text. Formatting must not tell systems apart nor please by itself: every heading is of one
 * size, and a single line break is one, as whoever wrote plain text meant it.
 */
export function ResponseView({ text, language, level = 4 }: { text: string; language: string | null; level?: 3 | 4 }) {
  return (
    <div dir="auto" className="[overflow-wrap:anywhere] [&_:is(h1,h2,h3,h4,h5,h6)]:mt-4 [&_:is(h1,h2,h3,h4,h5,h6)]:mb-1.5 [&_:is(h1,h2,h3,h4,h5,h6)]:font-sans [&_:is(h1,h2,h3,h4,h5,h6)]:text-base [&_:is(p,li,h1,h2,h3,h4,h5,h6,blockquote)]:[unicode-bidi:plaintext] [&_p]:whitespace-pre-line">
      <MarkdownView source={text} top={level} {...(language ? { lang: language } : {})} />
    </div>
  )
}
