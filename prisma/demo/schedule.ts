/**
 * Gives every told reading and adjudication its moment, by arithmetic alone: the same story always has the same times. A
 * reader's readings of one day follow one another, no faster than they were worked on; adjudications are of the afternoon of
 * their own, later day. Readings of this shift (day 0) end at least four minutes before now.
 */
import type { ToldScript } from './telling'
import type { DemoWhen, PersonKey } from './types'

const pauseMinutes = 3
const shiftMinutes = 175

type Read = { reader: PersonKey; activeMinutes: number }
type Settled = { adjudicator: PersonKey; activeMinutes: number; daysAgo: number }
export type Scheduled<Reading, Adjudication, Draft> = Omit<
  ToldScript<Reading & { submitted: DemoWhen }, Omit<Adjudication, 'daysAgo'> & { decided: DemoWhen }, Draft>,
  'daysAgo'
>

export function schedule<Reading extends Read, Adjudication extends Settled, Draft>(
  scripts: readonly ToldScript<Reading, Adjudication, Draft>[],
): Scheduled<Reading, Adjudication, Draft>[] {
  const spent = new Map<string, number>()

  const moment = (person: PersonKey, daysAgo: number, activeMinutes: number, startMinute: number): DemoWhen => {
    const key = `${person} ${daysAgo}`
    const worked = (spent.get(key) ?? offsetOf(person)) + activeMinutes
    spent.set(key, worked + pauseMinutes)
    return daysAgo === 0
      ? { minutesAgo: Math.max(4, Math.round(shiftMinutes - worked)) }
      : { daysAgo, time: clock(startMinute + worked) }
  }

  return scripts.map(({ daysAgo, readings, adjudication, ...rest }) => ({
    ...rest,
    readings: readings.map((told) => ({
      ...told,
      submitted: moment(told.reader, daysAgo, told.activeMinutes, 8 * 60),
    })),
    adjudication: adjudication && decided(adjudication),
  }))

  function decided({ daysAgo, ...told }: Adjudication) {
    return { ...told, decided: moment(told.adjudicator, daysAgo, told.activeMinutes, 13 * 60 + 30) }
  }
}

/** When somebody begins: up to 70 minutes into the day, always the same for one person. */
const offsetOf = (person: PersonKey) => ([...person].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) * 13) % 71

function clock(minute: number): string {
  const whole = Math.round(minute)
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
