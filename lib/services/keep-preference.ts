import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { setPreference } from '@/lib/db/people'
import { locales } from '@/lib/locale'
import { themes } from '@/lib/preferences'

export const keepPreferenceInput = z.union([
  z.strictObject({ locale: z.enum(locales) }),
  z.strictObject({ theme: z.enum(themes) }),
])
export type Preference = z.output<typeof keepPreferenceInput>

/** Remembers a taste with the person, for every browser of theirs. */
export const keepPreference = (viewer: Viewer, preference: Preference): Promise<void> =>
  asViewer(viewer, (tx) => setPreference(tx, viewer.personId, preference))
