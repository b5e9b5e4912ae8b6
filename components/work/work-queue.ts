/**
 * The work at hand and the piece after it. The next is fetched as soon as the person has begun this one, so that moving on
 * waits for nothing. Where it cannot be had, the work left behind is shown no longer, since nothing written there would be
 * handed in; the next is asked for until it comes. Knows nothing of React.
 */
import type { Sent } from './send'

/** As many as the server takes in one question. */
const mostNamed = 20
/** Nobody prolongs the lease of a piece that waits behind the one at hand: fetched longer ago, it is asked for again. */
const freshMs = 10 * 60_000
const retryMs = 4_000

export type QueueEnvironment<T> = {
  idOf: (work: T) => string
  /** The next piece beyond those named, or null when nothing waits. */
  next: (at: T, beyond: string[]) => Promise<Sent<T | null>>
  onShown: (work: T | null) => void
  now: () => number
  /** Returns its own cancellation. */
  after: (ms: number, run: () => void) => () => void
}
/**
 * `nth`: which of this visit's pieces it is, from 1; null before the second has come, and when none is left. `turn`: another each
 * time that something is shown, be it the same piece again. `awaited`: the work was left, and the next could not be had yet.
 */
type QueueState<T> = { work: T | null; nth: number | null; turn: number; moving: boolean; awaited: boolean }

export class WorkQueue<T> {
  private state: QueueState<T>
  /** All that has been shown here, in this order. */
  private readonly met: string[]
  private fetched: { after: string; at: number; work: Promise<T | null | 'unreachable'> } | null = null
  /** Left behind on this page: what was handed in may still be on its way, and the server must not offer it again. */
  private behind: string[] = []
  private left: T | null = null
  private turn = 0
  private askedIn = 0
  private cancel: () => void = () => {}
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly env: QueueEnvironment<T>,
    first: T,
  ) {
    this.state = { work: first, nth: null, turn: 0, moving: false, awaited: false }
    this.met = [env.idOf(first)]
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): QueueState<T> => this.state

  prefetch(at: T): void {
    const after = this.env.idOf(at)
    if (this.fetched?.after !== after) this.fetched = { after, at: this.env.now(), work: this.fetchNext(at) }
  }

  show(work: T | null): void {
    this.turn++
    this.cancel()
    const id = work === null ? null : this.env.idOf(work)
    this.behind = this.behind.filter((one) => one !== id)
    if (id !== null && !this.met.includes(id)) this.met.push(id)
    const nth = id === null || this.met.length === 1 ? null : this.met.indexOf(id) + 1
    this.enter({ work, nth, turn: this.turn, moving: false, awaited: false })
    this.env.onShown(work)
  }

  async advance(from: T, handedIn?: Promise<unknown>): Promise<void> {
    const turn = ++this.turn
    const id = this.env.idOf(from)
    this.left = from
    this.enter({ ...this.state, moving: true })
    this.behind = [...this.behind.filter((one) => one !== id), id]
    const before = this.fetched
    const fresh = before?.after === id && this.env.now() - before.at < freshMs
    let found = fresh ? await before.work : await this.fetchNext(from)
    // That nothing waits was said before this was handed in; what is to be asked twice may wait since.
    if (found === null) await handedIn
    if (found === null || (fresh && found === 'unreachable')) found = await this.fetchNext(from)
    if (turn !== this.turn) return
    this.fetched = null
    this.settle(found)
  }

  /** Asks for what is awaited, where anything is: by the clock, and when the network returns. */
  readonly again = async (): Promise<void> => {
    const { turn } = this
    if (!this.state.awaited || this.askedIn === turn || this.left === null) return
    this.cancel()
    this.askedIn = turn
    const found = await this.fetchNext(this.left)
    if (turn !== this.turn) return
    this.askedIn = 0
    this.settle(found)
  }

  /** The page is left. */
  stop(): void {
    this.turn++
    this.cancel()
  }

  private settle(found: T | null | 'unreachable'): void {
    if (found !== 'unreachable') return this.show(found)
    this.enter({ ...this.state, nth: null, moving: false, awaited: true })
    this.cancel = this.env.after(retryMs, () => void this.again())
  }

  private async fetchNext(at: T): Promise<T | null | 'unreachable'> {
    const id = this.env.idOf(at)
    const answer = await this.env.next(at, [...this.behind.filter((one) => one !== id).slice(1 - mostNamed), id])
    return answer.kind === 'ok' ? answer.value : 'unreachable'
  }

  private enter(state: QueueState<T>): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}
