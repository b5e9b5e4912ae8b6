/** In a cell: that there is no value, and by number why. Read out with the reason itself. */
export function NoValue({ why, notes }: { why: string | null; notes: ReadonlyMap<string, number> }) {
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden>
        –{why !== null && <sup className="ms-0.5 text-xs text-ink-soft">{notes.get(why)}</sup>}
      </span>
      {why !== null && <span className="sr-only">{why}</span>}
    </span>
  )
}
