import 'next-auth'

declare module 'next-auth' {
  /** What a sign-in hands on to the token: the person and the session that was opened for them. */
  interface User {
    id: string
    sessionId?: string
  }
}
