import { serveOperation } from '@/lib/web/api/serve-operation'

/** Every address below /api/v1, also those that are none: which there are is declared in lib/web/api/operations.ts. */
const serve = (request: Request): Promise<Response> => serveOperation(request)

export { serve as DELETE, serve as GET, serve as HEAD, serve as OPTIONS, serve as PATCH, serve as POST, serve as PUT }
