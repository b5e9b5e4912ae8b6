/**
 * Keeps one piece of unsubmitted work in three places: in memory at once, in the browser's store at once, on the server
 * within a second. Knows nothing of React or of the task. A version that another tab saved is never overwritten: the state
 * becomes `conflict` and stays so until the person has chosen. What this copy saved itself is no other version, even when
 * the answer was lost on the way: every save says which copy it is of, and which dead one that copy took up.
 */
import type { Fitted } from '@/lib/tasks/fitted'
import type { Sent } from './send'

export type SaveState = 'saved' | 'pending' | 'saving' | 'offline' | 'unkept' | 'signed-out' | 'conflict' | 'gone' | 'handed-in' | 'refused'
export type Theirs = { body: unknown; version: number; updatedAt: string }
/** `leaseUntil` null: the work is no longer this person's; `handedIn`: they handed it in themselves, elsewhere. */
export type Lease = { leaseUntil: string | null; handedIn: boolean }
/** `theirs` null: what this belongs to is over, and the server keeps nothing of it. */
export type SaveAnswer = Lease & ({ saved: true; version: number } | { saved: false; theirs: Theirs | null })

/** Which copy is saved, its how-manieth save it is, and the copies of earlier visits that it took up, the last first. */
export type SavedFrom = { copy: string; turn: number; after: readonly string[] }
/** The version that work was written on, and whose saves count as its own: what a hand-in says, so that it never ends a newer draft. */
export type HandedInFrom = { base: number; copies: readonly string[] }
export type Saving = { body: unknown; base: number; activeMs: number; from: SavedFrom }

/** What of work that was begun elsewhere or under another form still answers what is asked here. */
export type Fit = (body: unknown) => Fitted<unknown>

type Kept = { body: unknown; base: number; activeMs: number; copies: readonly string[] }

export type SyncEnvironment = {
  save: (saving: Saving, leaving: boolean) => Promise<Sent<SaveAnswer>>
  /** False: the browser did not keep it. */
  keep: (kept: Kept) => Promise<boolean>
  /** The server has all of it, as `saved` says. */
  forget: (saved: Kept) => Promise<void>
  activeMs: () => number
  /** Returns its own cancellation. */
  after: (ms: number, run: () => void) => () => void
}

const quietMs = 500
const retryMs = 4_000
/** Visits that died in a row before one of their saves was answered; further back, asking is the honest thing. */
const copiesKept = 8

const over = ({ handedIn }: Lease): SaveState => (handedIn ? 'handed-in' : 'gone')

export class DraftSync {
  state: SaveState = 'saved'
  theirs: Theirs | null = null
  private dirty = false
  private kept = true
  private inFlight = false
  private cancel: () => void = () => {}
  private waitingSince = 0
  private closed = false
  private turn = 0
  private after: readonly string[] = []
  private readonly listeners = new Set<() => void>()

  /** `copy`: a fresh id for every visit. */
  constructor(
    private readonly env: SyncEnvironment,
    private readonly copy: string,
    public body: unknown,
    private base: number,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): SaveState => this.state

  /** A change by the person. Stored locally before this resolves; after the handing in it is no part of any work. */
  async change(body: unknown): Promise<void> {
    if (this.closed) return
    this.body = body
    this.dirty = true
    if (this.state !== 'conflict') {
      this.enter(this.state === 'offline' || this.state === 'unkept' || this.state === 'signed-out' ? this.state : 'pending')
      this.schedule(quietMs)
    }
    await this.keep()
  }

  /**
   * Work found in the browser's store at the start, unsaved since an earlier visit and written on version `base` by that
   * visit's copies. If any other has saved since, the server will say so, and the person chooses.
   */
  adopt(body: unknown, base: number, copies: readonly string[]): void {
    this.body = body
    this.after = copies
    if (this.base > 0) this.base = base
    this.dirty = true
    this.enter('pending')
    void this.keep().then(() => this.schedule(0))
  }

  /**
   * Where a visit begins: with what the browser's store has `left` of an earlier one, or else with what the server gave; of either, what
   * still answers what is asked here. @returns how many answers were taken out.
   */
  takeUp(left: { body: unknown; base: number; copies: readonly string[] } | null, fit: Fit): number {
    // Unsaved: this very visit has begun already.
    const own = this.unsaved ? null : left
    const { draft, lost } = fit(own ? own.body : this.body)
    if (own) this.adopt(draft, own.base, own.copies)
    else if (lost > 0) void this.change(draft)
    return lost
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
    this.turn++
    const from = { copy: this.copy, turn: this.turn, after: this.after }
    const answer = await this.env.save({ body: sent, base: this.base, activeMs: this.env.activeMs(), from }, leaving)
    this.inFlight = false
    if (this.closed) return
    if (answer.kind === 'ok') await this.taken(answer.value)
    else this.notTaken(answer)
  }

  private async taken(answer: SaveAnswer): Promise<void> {
    if (!answer.saved) {
      this.dirty = true
      this.theirs = answer.theirs
      return this.enter(answer.theirs === null ? over(answer) : 'conflict')
    }
    this.base = answer.version
    this.after = []
    if (this.dirty) {
      await this.keep()
      this.enter('pending')
      return this.schedule(0)
    }
    await this.env.forget(this.asKept)
    this.enter(answer.leaseUntil === null ? over(answer) : 'saved')
  }

  private notTaken(answer: Exclude<Sent<SaveAnswer>, { kind: 'ok' }>): void {
    this.dirty = true
    if (answer.kind === 'refused' && answer.failure.code === 'signed-out') this.enter('signed-out')
    else if (answer.kind === 'refused' && answer.failure.code !== 'slow-down') return this.enter('refused')
    else this.enter(this.kept ? 'offline' : 'unkept')
    this.schedule(retryMs)
  }

  /** The person has seen both versions: `mine` is saved over theirs, `theirs` takes this one's place. */
  async resolve(choice: 'mine' | 'theirs'): Promise<void> {
    if (!this.theirs) return
    this.base = this.theirs.version
    if (choice === 'theirs') {
      this.body = this.theirs.body
      this.dirty = false
      await this.env.forget(this.asKept)
    }
    this.theirs = null
    this.enter(choice === 'mine' ? 'pending' : 'saved')
    if (choice === 'mine') await this.flush()
  }

  private get copies(): readonly string[] {
    return [this.copy, ...this.after].slice(0, copiesKept)
  }

  get unsaved(): boolean {
    return this.dirty || this.inFlight
  }

  /** Closing the page now would lose work: it is neither with the server nor in the browser's store. */
  get atRisk(): boolean {
    return !this.closed && this.unsaved && !this.kept
  }

  get handedInFrom(): HandedInFrom {
    return { base: this.base, copies: this.copies }
  }

  /** The server has said, not in answer to a save, that the work is no longer this person's. */
  lost(lease: Lease): void {
    if (this.state === 'saved' || this.state === 'pending') this.enter(over(lease))
  }

  /** The work has been handed in: nothing is to be changed or saved any more. */
  close(): void {
    this.closed = true
    this.cancel()
  }

  private async keep(): Promise<void> {
    this.kept = await this.env.keep(this.asKept)
  }

  private get asKept(): Kept {
    return { body: this.body, base: this.base, activeMs: this.env.activeMs(), copies: this.copies }
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
