import { excerpt } from './excerpt'

/** Words from the text in the interface: their own direction and language, white space folded. */
export function QuoteText({
  quote,
  language,
  longest = 120,
}: {
  quote: string
  language: string | null
  longest?: number
}) {
  return (
    <bdi lang={language ?? undefined} className="font-serif">
      {excerpt(quote, longest)}
    </bdi>
  )
}
