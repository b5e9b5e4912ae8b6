import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { setLocale } from '@/lib/db/people'
import { locales } from '@/lib/locale'

export const keepPreferenceInput = z.strictObject({ locale: z.enum(locales) })

/** Remembers a taste with the person, beyond this browser. */
export const keepPreference = (viewer: Viewer, input: z.output<typeof keepPreferenceInput>): Promise<void> =>
  asViewer(viewer, (tx) => setLocale(tx, viewer.personId, input.locale))
