import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { codePointsOf } from '@/lib/spans/code-points'

export type Anchor = { id: string; start: number; end: number }

/** The text to look at, with the places that the verdict in force speaks of. Never marked here: see the workbench for that. */
export function ItemText({
  text,
  language,
  anchors,
}: {
  text: string
  language: string | null
  anchors: readonly Anchor[]
}) {
  const t = useTranslations('items.history')
  return (
    <Card title={t('text')} {...(anchors.length > 0 ? { note: t('textMarked') } : {})}>
      {/* A region that scrolls must be reachable with the keyboard. */}
      <div
        role="region"
        aria-label={t('text')}
        tabIndex={0}
        lang={language ?? undefined}
        dir="auto"
        className="max-h-[70dvh] overflow-y-auto font-serif text-lg leading-relaxed [overflow-wrap:anywhere] whitespace-pre-wrap"
      >
        {piecesOf(text, anchors).map((piece) =>
          piece.marked ? (
            <mark
              key={piece.at}
              data-span-colour="rose"
              className="border-b-2 border-(--span-line) bg-(--span-fill) text-inherit"
            >
              {piece.text}
            </mark>
          ) : (
            <span key={piece.at}>{piece.text}</span>
          ),
        )}
      </div>
    </Card>
  )
}

/** The text cut where an anchor begins or ends (code points); joined again it is the text. */
function piecesOf(text: string, anchors: readonly Anchor[]): { at: number; text: string; marked: boolean }[] {
  const points = codePointsOf(text)
  const cuts = [...new Set([0, ...anchors.flatMap(({ start, end }) => [start, end]), points.length])].sort(
    (a, b) => a - b,
  )
  return cuts.slice(0, -1).map((at, nth) => ({
    at,
    text: points.slice(at, cuts[nth + 1] ?? points.length),
    marked: anchors.some(({ start, end }) => start <= at && at < end),
  }))
}
