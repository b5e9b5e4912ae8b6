/**
 * Submissions on their way. Each is in memory and in the browser's store before it is sent, and leaves both when the server
 * has answered, whatever happens to the page or the network in between. Where the browser keeps nothing, it is sent all the
 * same. One that the server cannot take now holds up no other. Knows nothing of React.
 */
import type { Outgoing } from './local-store'
import type { Failure, Sent } from './send'

export type OutboxEnvironment = {
  send: (outgoing: Outgoing) => Promise<Sent<unknown>>
  /** False: the browser did not keep it. */
  keep: (outgoing: Outgoing) => Promise<boolean>
  /** Answered: `refused` null, or why. Of the draft that it was handed in from nothing is left once it is taken. */
  drop: (outgoing: Outgoing, refused: Failure | null) => Promise<void>
  kept: () => Promise<Outgoing[]>
  now: () => number
}
export type Heard = { onTaken: (sent: Outgoing) => void; onRefused: (sent: Outgoing, failure: Failure) => void }
/** `unkept`: of those waiting, only this page knows. `attended`: the page at hand speaks of its own work itself. */
export type Waiting = { count: number; unkept: boolean; attended: boolean }

const firstPauseMs = 5_000
const longestPauseMs = 5 * 60_000

export class Outbox {
  private readonly memory = new Map<string, Outgoing>()
  private readonly unkept = new Set<string>()
  private readonly putOff = new Map<string, { until: number; ms: number }>()
  private readonly listeners = new Set<() => void>()
  private readonly ears: { page?: Heard; frame?: Heard } = {}
  private readonly unheard: ((heard: Heard) => void)[] = []
  private flushing: Promise<void> | null = null
  private again = false
  private state: Waiting = { count: 0, unkept: false, attended: false }

  constructor(private readonly env: OutboxEnvironment) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): Waiting => this.state

  /** What the server says is told to the page that is open, or else to the frame round all pages, or to whoever listens first. */
  listen(place: 'page' | 'frame', heard: Heard): () => void {
    this.ears[place] = heard
    for (const said of this.unheard.splice(0)) said(heard)
    this.tell()
    return () => {
      if (this.ears[place] === heard) delete this.ears[place]
      this.tell()
    }
  }

  async put(outgoing: Outgoing): Promise<void> {
    this.memory.set(outgoing.clientId, outgoing)
    if (!(await this.env.keep(outgoing))) this.unkept.add(outgoing.clientId)
    this.tell()
    await this.flush()
  }

  /** Sends what waits, the oldest first. Resolves when all of it has been tried, also what came while others were under way. */
  flush(): Promise<void> {
    this.again = true
    return (this.flushing ??= this.rounds().finally(() => (this.flushing = null)))
  }

  private async rounds(): Promise<void> {
    while (this.again) {
      this.again = false
      await this.round()
    }
  }

  private async round(): Promise<void> {
    for (const left of await this.env.kept()) if (!this.memory.has(left.clientId)) this.memory.set(left.clientId, left)
    this.tell()
    for (const outgoing of [...this.memory.values()].sort((a, b) => a.at - b.at)) {
      const pause = this.putOff.get(outgoing.clientId)
      if (pause && pause.until > this.env.now()) continue
      const answer = await this.env.send(outgoing)
      const later = answer.kind === 'refused' && (answer.failure.code === 'signed-out' || answer.failure.code === 'slow-down')
      if (later || (answer.kind === 'unreachable' && !answer.answered)) return
      if (answer.kind === 'unreachable') {
        const ms = Math.min(longestPauseMs, pause ? pause.ms * 2 : firstPauseMs)
        this.putOff.set(outgoing.clientId, { until: this.env.now() + ms, ms })
        continue
      }
      for (const place of [this.memory, this.putOff, this.unkept]) place.delete(outgoing.clientId)
      await this.env.drop(outgoing, answer.kind === 'ok' ? null : answer.failure)
      this.say((heard) => (answer.kind === 'ok' ? heard.onTaken(outgoing) : heard.onRefused(outgoing, answer.failure)))
      this.tell()
    }
  }

  private say(said: (heard: Heard) => void): void {
    const heard = this.ears.page ?? this.ears.frame
    if (heard) said(heard)
    else this.unheard.push(said)
  }

  private tell(): void {
    const { memory, unkept, ears } = this
    const state = { count: memory.size, unkept: unkept.size > 0, attended: ears.page !== undefined }
    if (state.count === this.state.count && state.unkept === this.state.unkept && state.attended === this.state.attended) return
    this.state = state
    for (const listener of this.listeners) listener()
  }
}
