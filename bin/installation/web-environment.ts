/** What a process that serves people is told. Never the owner's connection: row security binds only the other role. */
import { preloading } from './preloading'
import type { Secrets } from './secrets'

export function webEnvironment(
  appUrl: string,
  secrets: Secrets,
  address: { port: number; host: string },
): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owners, ...inherited } = process.env
  return {
    ...inherited,
    APP_DATABASE_URL: appUrl,
    NEXTAUTH_SECRET: process.env['NEXTAUTH_SECRET'] ?? secrets.nextAuthSecret,
    NEXTAUTH_URL: process.env['NEXTAUTH_URL'] ?? `http://localhost:${address.port}`,
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(address.port),
    HOSTNAME: address.host,
    NODE_OPTIONS: [
      process.env['NODE_OPTIONS'],
      preloading('end-with-parent.mjs'),
      Number(process.env['TRUST_PROXY'] ?? 0) > 0 ? '' : preloading('socket-address.mjs'),
    ]
      .filter(Boolean)
      .join(' '),
  }
}
