/** Below the table: the reasons by their numbers. Nothing where every cell has a value. */
export function Footnotes({ notes }: { notes: ReadonlyMap<string, number> }) {
  if (notes.size === 0) return null
  return (
    <ol className="grid gap-1 border-t border-line px-5 py-3 text-sm text-ink-soft">
      {[...notes].map(([sentence, number]) => (
        <li key={sentence} className="flex items-baseline gap-2">
          <span className="min-w-[1ch] text-xs tabular-nums">{number}</span>
          <span className="max-w-[72ch]">{sentence}</span>
        </li>
      ))}
    </ol>
  )
}
