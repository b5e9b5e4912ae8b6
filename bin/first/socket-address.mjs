// Preloaded into a web server with no proxy before it: what a request says of its own origin is replaced by what its
// connection says, so that lib/auth/client-address.ts has something to believe.
import { Server } from 'node:http'

const emit = Server.prototype.emit
Server.prototype.emit = function (event, ...rest) {
  const [request] = rest
  if (event === 'request') request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  return emit.call(this, event, ...rest)
}
Object.assign(globalThis, { [Symbol.for('doubleread.socket-address')]: true })
