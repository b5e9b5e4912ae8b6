/**
 * A small OpenID Connect provider on loopback, as an organisation would have one: discovery, authorisation code with PKCE,
 * a token endpoint that checks both the client and the verifier, and signed id_tokens with their keys published. It signs
 * `claims` in without asking, as somebody who showed who they are an hour ago, unless it is told to ask; `tamper` makes it, or somebody between, dishonest in one respect.
 */
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Claims = { email?: string; email_verified?: boolean }
export type Provider = {
  issuer: string
  client: { id: string; secret: string }
  claims: Claims
  tamper: 'nothing' | 'state' | 'nonce' | 'signature' | 'audience'
  /** Whether it keeps browsers on a page of its own; `lastReturn` is the address they would be sent back to. */
  holds: boolean
  lastReturn: string
  close: () => Promise<void>
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const piece of request) text += String(piece)
  return new URLSearchParams(text)
}

export async function startProvider(): Promise<Provider> {
  const [own, foreign] = [keys(), keys()]
  const asked = new Map<string, { challenge: string; nonce: string | null; redirect: string; asksAgain: boolean }>()
  const client = { id: 'doubleread', secret: randomUUID() }

  const idToken = ({ nonce, asksAgain }: { nonce: string | null; asksAgain: boolean }): string => {
    const now = Math.floor(Date.now() / 1000)
    const payload = {
      iss: provider.issuer,
      sub: randomUUID(),
      aud: provider.tamper === 'audience' ? 'another-client' : client.id,
      iat: now,
      exp: now + 300,
      auth_time: asksAgain ? now : now - 3600,
      nonce: provider.tamper === 'nonce' ? 'another' : nonce,
      ...provider.claims,
    }
    const signed = `${base64url({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64url(payload)}`
    const key = provider.tamper === 'signature' ? foreign.privateKey : own.privateKey
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`
  }
  const authorize = (query: URLSearchParams, response: ServerResponse) => {
    const code = randomUUID()
    const redirect = query.get('redirect_uri') ?? ''
    const asksAgain = query.get('prompt') === 'login'
    asked.set(code, { challenge: query.get('code_challenge') ?? '', nonce: query.get('nonce'), redirect, asksAgain })
    const back = new URL(redirect)
    back.searchParams.set('code', code)
    back.searchParams.set('state', provider.tamper === 'state' ? randomUUID() : (query.get('state') ?? ''))
    provider.lastReturn = back.toString()
    if (provider.holds) response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Are you sure?</h1>')
    else response.writeHead(302, { location: provider.lastReturn }).end()
  }
  const token = async (request: IncomingMessage, json: (status: number, body: object) => void) => {
    const body = await bodyOf(request)
    const basic = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`
    const was = asked.get(body.get('code') ?? '')
    asked.delete(body.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    if (request.headers.authorization !== basic) return json(401, { error: 'invalid_client' })
    if (!was || was.challenge !== challenge || was.redirect !== body.get('redirect_uri'))
      return json(400, { error: 'invalid_grant' })
    json(200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: idToken(was) })
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer)
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration')
      return json(200, {
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      })
    if (url.pathname === '/jwks')
      return json(200, { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] })
    if (url.pathname === '/authorize') return authorize(url.searchParams, response)
    if (url.pathname === '/token' && request.method === 'POST') return void token(request, json)
    return json(404, { error: 'not_found' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const provider: Provider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    client,
    claims: {},
    tamper: 'nothing',
    holds: false,
    lastReturn: '',
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return provider
}
