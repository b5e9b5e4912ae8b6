import { Fragment } from 'react'

/** The facts on record with an event, as they are on record. Ids that only the machine needs are left out. */
export function EventDetail({ detail }: { detail: Record<string, unknown> }) {
  const facts = Object.entries(detail).filter(([name]) => name !== 'seat' && name !== 'thread')
  if (facts.length === 0) return null
  return (
    <p className="text-sm break-words text-ink-soft">
      {facts.map(([name, value], at) => (
        <Fragment key={name}>
          {at > 0 && ' · '}
          <span className="text-ink-faint">{name}</span> {typeof value === 'string' ? value : JSON.stringify(value)}
        </Fragment>
      ))}
    </p>
  )
}
