import { getMessages } from 'next-intl/server'

const written = new WeakMap<object, string>()

/** The words of the request's language as the browser is sent them; they are the build's, so they are written once. The trail's stay here: only the server tells it. */
export async function messagesJson(): Promise<string> {
  const messages = await getMessages()
  const json = written.get(messages) ?? JSON.stringify({ ...messages, audit: undefined })
  written.set(messages, json)
  return json
}
