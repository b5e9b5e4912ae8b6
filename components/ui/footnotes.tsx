/** Below the table: the reasons by their numbers. Nothing where every cell has a value. */
export function Footnotes({ notes }: { notes: ReadonlyMap<string, number> }) {
  if (notes.size === 0) return null
  return (
    <ol className="grid gap-1 border-t border-line px-5 py-3 text-sm text-ink-soft">
      {[...notes].map(([sentence, number]) => (
        <li key={sentence} className="flex gap-1.5">
          <sup className="mt-1">{number}</sup>
          <span className="max-w-[72ch]">{sentence}</span>
        </li>
      ))}
    </ol>
  )
}
