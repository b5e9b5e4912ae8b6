'use server'
import { changeRelease, changeReleaseInput, draftRelease, draftReleaseInput, dropRelease } from '@/lib/services/compose-draft'
import { freezeRelease, freezeReleaseInput } from '@/lib/services/freeze-release'
import { grantSplit, grantSplitInput, takeGrant } from '@/lib/services/grant-split'
import { judgePair, judgePairInput } from '@/lib/services/near-duplicates'
import { countRelease, countReleaseInput, previewRelease } from '@/lib/services/preview-release'
import { startRebuild } from '@/lib/services/rebuild-release'
import { releaseInput } from '@/lib/services/release-fields'
import { action } from '@/lib/web/action'

export const begin = action(draftReleaseInput, draftRelease)
export const change = action(changeReleaseInput, changeRelease)
export const drop = action(releaseInput, dropRelease)
export const count = action(countReleaseInput, countRelease)
export const preview = action(releaseInput, previewRelease)
export const freeze = action(freezeReleaseInput, (viewer, input) => freezeRelease(viewer, input))
export const rebuild = action(releaseInput, startRebuild)
export const grant = action(grantSplitInput, grantSplit)
export const take = action(grantSplitInput, takeGrant)
export const judge = action(judgePairInput, judgePair)
