/**
 * One thing that programs can do, declared once: its address, what it takes, what it answers, and the use case behind it. The
 * route (serve-operation.ts) and the description (open-api.ts) are both made from this, so they cannot differ.
 */
import { z } from 'zod'
import type { TokenScope } from '@/lib/blinding/token-scopes'
import type { Viewer } from '@/lib/blinding/viewer'
import type { RefusalCode } from '@/lib/errors'
import type { Asking } from '../viewer-of-request'

export const tags = ['studies', 'items', 'batches', 'jobs', 'releases', 'submissions', 'evaluations'] as const
export type Tag = (typeof tags)[number]

/** A body that is a file: read as it arrives, never held. */
export type FileBody = { file: string; mediaTypes: readonly string[] }
/** `ranged`: a part of it can be asked for (range-response.ts). */
export type FileAnswer = { status: 200; file: string; mediaTypes: readonly string[]; ranged?: true }
/** What comes back: a value of this shape as JSON, or a file. */
export type Answer = { status: 200 | 201 | 202; schema: z.ZodType } | FileAnswer

export type Operation = {
  id: string
  method: 'GET' | 'POST' | 'PATCH'
  /** Below /api/v1; `{name}` is a parameter. */
  path: string
  tag: Tag
  summary: string
  description?: string
  /** Null: any good token will do; the use case asks `admit` for what it turns out to need. */
  scope: TokenScope | null
  params: z.ZodObject
  query: z.ZodObject
  body: z.ZodType | FileBody | null
  answer: Answer
  /** What it may refuse, beside what every operation may. */
  refusals: readonly RefusalCode[]
  /** Where what was made, or is being made, can be looked at. */
  location?: (value: never) => string | null
  run: (viewer: Viewer, input: never, more: { request: Request; admit: Asking['admit'] }) => Promise<unknown>
}

type Declared<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType | FileBody, A> = Omit<
  Operation,
  'params' | 'query' | 'body' | 'answer' | 'refusals' | 'location' | 'run'
> & {
  params?: P
  query?: Q
  body?: B
  answer: Answer
  refusals?: readonly RefusalCode[]
  location?: (value: NoInfer<A>) => string | null
  run: (
    viewer: Viewer,
    input: { params: z.output<P>; query: z.output<Q>; body: B extends z.ZodType ? z.output<B> : AsyncIterable<Uint8Array> },
    more: { request: Request; admit: Asking['admit'] },
  ) => Promise<A>
}

const nothing = z.strictObject({})

export function operation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType | FileBody, A>(
  declared: Declared<P, Q, B, A>,
): Operation {
  return { ...declared, params: declared.params ?? nothing, query: declared.query ?? nothing, body: declared.body ?? null, refusals: declared.refusals ?? [] }
}

export const isFile = (body: Operation['body']): body is FileBody => body !== null && 'mediaTypes' in body
