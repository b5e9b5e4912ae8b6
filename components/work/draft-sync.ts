/**
 * Keeps one piece of unsubmitted work in three places: in memory at once, in the browser's store at once, on the server
 * within a second. Knows nothing of React or of the task. A version that another tab saved is never overwritten: the state
 * becomes `conflict` and stays so until the person has chosen.
 */
import type { Sent } from './send'

export type SaveState = 'saved' | 'pending' | 'saving' | 'offline' | 'signed-out' | 'conflict' | 'gone' | 'refused'
export type Theirs = { body: unknown; version: number; updatedAt: string }
export type SaveAnswer =
  | { saved: true; version: number; leaseUntil: string | null }
  | { saved: false; theirs: Theirs; leaseUntil: string | null }

export type SyncEnvironment = {
  save: (body: unknown, base: number, activeMs: number, leaving: boolean) => Promise<Sent<SaveAnswer>>
  keep: (body: unknown, base: number, activeMs: number) => Promise<void>
  forget: () => Promise<void>
  activeMs: () => number
  /** Returns its own cancellation. */
  after: (ms: number, run: () => void) => () => void
}

const quietMs = 500
const retryMs = 4_000

export class DraftSync {
  state: SaveState = 'saved'
  theirs: Theirs | null = null
  private dirty = false
  private inFlight = false
  private cancel: () => void = () => {}
  private waitingSince = 0
  private closed = false
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly env: SyncEnvironment,
    public body: unknown,
    private base: number,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): SaveState => this.state

  /** A change by the person. Stored locally before this resolves. */
  async change(body: unknown): Promise<void> {
    this.body = body
    this.dirty = true
    if (this.state !== 'conflict') {
      this.enter(this.state === 'offline' || this.state === 'signed-out' ? this.state : 'pending')
      this.schedule(quietMs)
    }
    await this.env.keep(body, this.base, this.env.activeMs())
  }

  /**
   * Work found in the browser's store at the start, unsaved since an earlier visit and written on version `base`. If the
   * server has moved on since, it will say so, and the person chooses.
   */
  adopt(body: unknown, base: number): void {
    this.body = body
    if (this.base > 0) this.base = base
    this.dirty = true
    this.enter('pending')
    this.schedule(0)
  }

  /** Sends what is unsaved now; called when the page is left, when the network returns, and before a submission. */
  async flush(leaving = false): Promise<void> {
    this.cancel()
    // One save at a time: a second on the same version would be refused as if another tab had written it.
    if (this.closed || !this.dirty || this.state === 'conflict' || this.inFlight) return
    this.inFlight = true
    this.dirty = false
    const sent = this.body
    this.enter('saving')
    const answer = await this.env.save(sent, this.base, this.env.activeMs(), leaving)
    this.inFlight = false
    if (this.closed) return
    if (answer.kind === 'ok') await this.taken(answer.value)
    else this.notTaken(answer)
  }

  private async taken(answer: SaveAnswer): Promise<void> {
    if (!answer.saved) {
      this.dirty = true
      this.theirs = answer.theirs
      return this.enter('conflict')
    }
    this.base = answer.version
    if (this.dirty) {
      await this.env.keep(this.body, this.base, this.env.activeMs())
      this.enter('pending')
      return this.schedule(0)
    }
    await this.env.forget()
    this.enter(answer.leaseUntil === null ? 'gone' : 'saved')
  }

  private notTaken(answer: Exclude<Sent<SaveAnswer>, { kind: 'ok' }>): void {
    this.dirty = true
    if (answer.kind === 'refused' && answer.failure.code === 'signed-out') this.enter('signed-out')
    else if (answer.kind === 'refused' && answer.failure.code !== 'slow-down') return this.enter('refused')
    else this.enter('offline')
    this.schedule(retryMs)
  }

  /** The person has seen both versions: `mine` is saved over theirs, `theirs` takes this one's place. */
  async resolve(choice: 'mine' | 'theirs'): Promise<void> {
    if (!this.theirs) return
    this.base = this.theirs.version
    if (choice === 'theirs') {
      this.body = this.theirs.body
      this.dirty = false
      await this.env.forget()
    }
    this.theirs = null
    this.enter(choice === 'mine' ? 'pending' : 'saved')
    if (choice === 'mine') await this.flush()
  }

  get unsaved(): boolean {
    return this.dirty || this.inFlight
  }

  /** The work has been handed in: nothing is to be saved any more. */
  close(): void {
    this.closed = true
    this.cancel()
  }

  private schedule(ms: number): void {
    this.cancel()
    // A steady typist is saved too: waiting never adds up to more than twice the quiet time.
    const wait =
      ms === quietMs && this.waitingSince ? Math.max(0, Math.min(ms, this.waitingSince + 2 * quietMs - Date.now())) : ms
    this.waitingSince ||= Date.now()
    this.cancel = this.env.after(wait, () => {
      this.waitingSince = 0
      void this.flush()
    })
  }

  private enter(state: SaveState): void {
    if (state === this.state) return
    this.state = state
    for (const listener of this.listeners) listener()
  }
}
