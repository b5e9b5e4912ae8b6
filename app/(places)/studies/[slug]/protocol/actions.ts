'use server'
import {
  discardProtocolDraft,
  discardProtocolDraftInput,
  saveProtocolDraft,
  saveProtocolDraftInput,
  startProtocolDraft,
  startProtocolDraftInput,
} from '@/lib/services/protocol-draft'
import { publishProtocol, publishProtocolInput } from '@/lib/services/publish-protocol'
import { readProtocols, readProtocolsInput } from '@/lib/services/read-protocols'
import { reopenItems, reopenItemsInput } from '@/lib/services/reopen-items'
import { action } from '@/lib/web/action'

export const start = action(startProtocolDraftInput, startProtocolDraft)
export const save = action(saveProtocolDraftInput, saveProtocolDraft)
export const discard = action(discardProtocolDraftInput, discardProtocolDraft)
export const publish = action(publishProtocolInput, publishProtocol)
export const reopen = action(reopenItemsInput, reopenItems)
export const newestRevision = action(readProtocolsInput, async (viewer, input) => (await readProtocols(viewer, input)).draft?.revision ?? null)
