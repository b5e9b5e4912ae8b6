/** Everything the process is told from outside, read and checked; the only reader of process.env below the framework. */
import { z } from 'zod'

const environment = z.object({
  /** The restricted role's connection: row security binds it. Never the owner's. */
  APP_DATABASE_URL: z.string().min(1, 'APP_DATABASE_URL is not set: start with `npm start`, or see README "Deploy".'),
  /** The address that people use, for documents that name it. */
  NEXTAUTH_URL: z.url().optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
})

export const env = (): z.infer<typeof environment> => environment.parse(process.env)
