/** A refusal or defect as problem+json (RFC 9457), with the headers that its status asks for. */
import { refusalStatus, type RefusalCode } from '@/lib/errors'
import { answerTo } from './answer-to'

const statusOf = (code: string): number => (code in refusalStatus ? refusalStatus[code as RefusalCode] : 500)

export function problemResponse(error: unknown): Response {
  const failure = answerTo(error)
  const status = statusOf(failure.code)
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
  if (status === 401) headers['www-authenticate'] = `Bearer realm="doubleread"${failure.reason === 'token-invalid' ? ', error="invalid_token"' : ''}`
  if (status === 403) headers['www-authenticate'] = `Bearer realm="doubleread", error="insufficient_scope", scope="${String(failure.values['scope'])}"`
  if (status === 405) headers['allow'] = String(failure.values['allow'])
  if (status === 416) headers['content-range'] = `bytes */${String(failure.values['size'])}`
  const { seconds, hours } = failure.values
  if (status === 429 && (seconds ?? hours) !== undefined) headers['retry-after'] = String(seconds ?? Number(hours) * 3600)
  return Response.json({ type: 'about:blank', title: failure.reason, status, ...failure }, { status, headers })
}
