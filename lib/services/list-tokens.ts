import type { Viewer } from '@/lib/blinding/viewer'
import { tokensOf, type TokenRow } from '@/lib/db/access-tokens'
import { asViewer } from '@/lib/db/as-viewer'

/** One's own tokens; those of others are nobody's business, an owner's neither. */
export const listTokens = (viewer: Viewer): Promise<TokenRow[]> => asViewer(viewer, (tx) => tokensOf(tx, viewer.personId))
