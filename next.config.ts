import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { apiPolicy, plainHeaders } from './lib/web/security-headers'

const nextConfig: NextConfig = {
  output: 'standalone',
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // `npm run check` checks the types of the whole project, tests included; doing it twice only makes `npm start` slower.
  typescript: { ignoreBuildErrors: true },
  // Native code, worker threads or files read at run time: these stay outside the bundle.
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'pg-boss',
    'pg-copy-streams',
    'pino',
    '@node-rs/argon2',
  ],
  headers: async () => [
    // A named parameter would make Next compile every header anew at every request.
    { source: '/(.*)', headers: plainHeaders() },
    // The interface's own page is a page like any other; its policy has a nonce and comes from proxy.ts.
    { source: '/api/((?!docs$).*)', headers: [{ key: 'Content-Security-Policy', value: apiPolicy }] },
  ],
}

/** Messages are compiled with the build, so that no browser loads a parser for them. */
const messages = {
  path: ['./lib/messages/en', './lib/messages/zh-CN'],
  format: 'json' as const,
  locales: ['en', 'zh-CN'],
  precompile: true,
}

export default createNextIntlPlugin({ requestConfig: './lib/web/i18n.ts', experimental: { messages } })(nextConfig)
