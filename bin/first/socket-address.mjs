// Preloaded into a web server with no proxy before it: what a request says of its own origin is replaced by what its
// connection says, so that lib/auth/client-address.ts has something to believe.
import { Server } from 'node:http'

const emit = Server.prototype.emit
/** @type {(event: string, ...rest: any[]) => boolean} */
function emitAddressed(event, ...rest) {
  const [request] = rest
  if (event === 'request') request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  // @ts-expect-error its declared shapes take no list of what came
  return emit.call(this, event, ...rest)
}
Server.prototype.emit = emitAddressed
Object.assign(globalThis, { [Symbol.for('doubleread.socket-address')]: true })
