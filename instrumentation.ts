/** Runs once when the server starts, before the first request: what is missing from the environment is said then, not later. */
export async function register(): Promise<void> {
  // A build has no secrets, and needs none.
  if (process.env['NEXT_RUNTIME'] !== 'nodejs' || process.env['NEXT_PHASE'] === 'phase-production-build') return
  const { authSettings } = await import('@/lib/auth/auth-settings')
  const { env } = await import('@/lib/env')
  authSettings()
  env()
}
