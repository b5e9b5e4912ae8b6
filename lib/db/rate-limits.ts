/**
 * Counting attempts in Postgres, so that all replicas count together. Each attempt is counted before it is judged:
 * a burst of parallel guesses finds the counter already used up.
 */
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '@/lib/errors'
import { connections } from './client'

const limits = {
  /** Wrong passwords for one account; cleared by the right one. NIST 800-63B 5.2.2 allows at most 100 in a row. */
  'sign-in-account': { points: 10, duration: 15 * 60 },
  /** Attempts from one address, right or wrong: a ward may share one. */
  'sign-in-address': { points: 100, duration: 15 * 60 },
  /** Wrong old passwords, and re-tries of one session's owner. */
  'password-change': { points: 10, duration: 15 * 60 },
  /** Wrong passwords under a release that is to be frozen. */
  signature: { points: 10, duration: 15 * 60 },
  /** Tries of invitation links from one address. */
  'invitation-address': { points: 60, duration: 15 * 60 },
  /** Tries of password links from one address. */
  'reset-address': { points: 60, duration: 15 * 60 },
  /** Password links that one person makes. */
  'reset-made': { points: 20, duration: 60 * 60 },
  /** Requests with one access token. */
  token: { points: 600, duration: 60 },
} as const

type Limit = keyof typeof limits

const limiter = (limit: Limit) =>
  new RateLimiterPostgres({
    storeClient: connections().pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: limit,
    clearExpiredByTimeout: false,
    ...limits[limit],
  })

/** Hashed: the table has no need to know who tried, nor from where. */
const keyOf = (who: string): string => createHash('sha256').update(who).digest('base64url')

export async function countAttempt(limit: Limit, who: string): Promise<void> {
  try {
    await limiter(limit).consume(keyOf(who))
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1_000))
    throw new Refusal('slow-down', 'too-many-attempts', { minutes: Math.ceil(seconds / 60), seconds })
  }
}

export async function forgetAttempts(limit: Limit, who: string): Promise<void> {
  await limiter(limit).delete(keyOf(who))
}

/** Rows whose time is over; called now and then. */
export async function clearOldLimits(): Promise<void> {
  await connections().pool.query('delete from rate_limit where expire < $1', [Date.now()])
}
