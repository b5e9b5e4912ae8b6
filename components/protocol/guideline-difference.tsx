import { diffLines, diffWordsWithSpace } from 'diff'
import { useTranslations } from 'next-intl'

type Piece = { text: string; kind: 'same' | 'added' | 'removed' }
type Block = { kind: 'same'; text: string } | { kind: 'changed'; pieces: Piece[] }

/** Lines first; where some were replaced, their words. Chinese has no spaces: a segmenter finds its words. */
function blocksOf(from: string, to: string): Block[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const blocks: Block[] = []
  const lines = diffLines(from, to)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (!line.added && !line.removed) {
      blocks.push({ kind: 'same', text: line.value })
      continue
    }
    const next = lines[at + 1]
    if (line.removed && next?.added) {
      const words = diffWordsWithSpace(line.value, next.value, { intlSegmenter: segmenter })
      blocks.push({ kind: 'changed', pieces: words.map(({ value, added, removed }) => ({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' })) })
      at += 1
    } else blocks.push({ kind: 'changed', pieces: [{ text: line.value, kind: line.added ? 'added' : 'removed' }] })
  }
  return blocks
}

const context = 2

/** An unchanged stretch, shortened to what stands next to a change. */
function shortened(text: string, first: boolean, last: boolean): { head: string; tail: string; hidden: number } {
  const lines = text.split('\n')
  const head = first ? 0 : context
  const tail = last ? 0 : context + 1
  if (lines.length <= head + tail + 2) return { head: text, tail: '', hidden: 0 }
  return { head: lines.slice(0, head).join('\n'), tail: lines.slice(lines.length - tail).join('\n'), hidden: lines.length - head - tail }
}

/** What changed in a guideline's Markdown: taken out, put in, and a little around it. Said to screen readers too. */
export function GuidelineDifference({ from, to }: { from: string; to: string }) {
  const t = useTranslations('protocol.difference')
  const blocks = blocksOf(from, to)
  if (blocks.every(({ kind }) => kind === 'same')) return <p className="text-ink-soft">{t('guidelineSame')}</p>
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-surface p-4 font-mono text-sm leading-relaxed whitespace-pre-wrap">
      {blocks.map((block, at) => {
        if (block.kind === 'changed') return <Changed key={at} pieces={block.pieces} />
        const { head, tail, hidden } = shortened(block.text, at === 0, at === blocks.length - 1)
        return (
          <span key={at} className="text-ink-soft">
            {head}
            {hidden > 0 && <span className="my-1 block text-ink-faint">{t('unchanged', { lines: hidden })}</span>}
            {tail}
          </span>
        )
      })}
    </div>
  )
}

function Changed({ pieces }: { pieces: readonly Piece[] }) {
  const t = useTranslations('protocol.difference')
  return pieces.map(({ text, kind }, at) =>
    kind === 'same' ? (
      <span key={at}>{text}</span>
    ) : kind === 'added' ? (
      <ins key={at} className="bg-good-soft text-good no-underline">
        <span className="sr-only">{t('added')} </span>
        {text}
      </ins>
    ) : (
      <del key={at} className="bg-danger-soft text-danger">
        <span className="sr-only">{t('removed')} </span>
        {text}
      </del>
    ),
  )
}
