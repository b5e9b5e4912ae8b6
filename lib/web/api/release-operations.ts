/** Releases: drafted and frozen by a study's admins, read and downloaded by whoever may have them. */
import { z } from 'zod'
import { signedBy } from '@/lib/releases/manifest'
import { recipeSchema } from '@/lib/releases/recipe'
import { splitNames } from '@/lib/releases/split-rule'
import { changeRelease, draftRelease, draftReleaseInput } from '@/lib/services/compose-draft'
import { freezeRelease, freezeReleaseInput } from '@/lib/services/freeze-release'
import { listReleases, listStudyReleases } from '@/lib/services/list-releases'
import { openFile, openZip } from '@/lib/services/open-download'
import { previewRelease } from '@/lib/services/preview-release'
import { readDraft } from '@/lib/services/read-draft'
import { readRelease } from '@/lib/services/read-release'
import { releaseFields } from '@/lib/services/release-fields'
import { rangeResponse } from '../range-response'
import { cutPage } from './cut-page'
import { operation } from './operation'
import { count, moment, pageOf, pageQuery, studyParams } from './wire'

const signature = z.object({ name: z.string(), meaning: z.string(), at: moment, by: z.enum(signedBy).optional().describe('How the name was proved; missing where it was signed before that was kept.') })
const head = {
  id: z.uuid(),
  version: z.string().nullable(),
  title: z.string(),
  state: z.enum(['draft', 'freezing', 'frozen']),
  public: z.boolean().describe('For everybody who is signed in, not for the study’s researchers alone.'),
  createdAt: moment,
  frozenAt: moment.nullable(),
  items: count,
  bytes: count,
  study: z.object({ slug: z.string(), name: z.string() }),
}
const listed = z.object(head).meta({ id: 'ReleaseHead' })
const release = z
  .object({
    id: z.uuid(),
    version: z.string(),
    title: z.string(),
    public: z.boolean(),
    frozenAt: moment,
    signature,
    manifestSha256: z.string(),
    open: z.array(z.enum(splitNames)).describe('The splits whose labels you may have.'),
    files: z.array(z.object({ path: z.string(), split: z.enum(splitNames).nullable(), mediaType: z.string(), bytes: count, sha256: z.string() })),
    versions: z.array(z.object({ id: z.uuid(), version: z.string(), frozenAt: moment })),
    facts: z.record(z.string(), z.unknown()).describe('Counts, tables, agreement, leakage and blinding, as the dataset card says them.'),
  })
  .meta({ id: 'Release' })

const draft = z
  .object({
    id: z.uuid(),
    state: z.enum(['draft', 'freezing', 'frozen']),
    title: z.string(),
    public: z.boolean(),
    notes: z.string(),
    recipe: recipeSchema,
    preview: z.record(z.string(), z.unknown()).nullable().describe('Counts, tables, agreement, leakage and blinding of what would be released; null before the first preview.'),
    print: z.string().nullable().describe('Names the composition that the preview found, for whoever signs it; null where there is no preview of the recipe as it stands.'),
  })
  .meta({ id: 'ReleaseDraft' })

const releaseParams = z.strictObject({ release: z.uuid() })
const { study: _study, ...drafting } = draftReleaseInput.shape
const { releaseId: _freezes, ...freezing } = freezeReleaseInput.shape
const made = z.object({ releaseId: z.uuid() })
const ranges = 'A part can be asked for with `Range`; the `ETag` is the same as long as the bytes are, which is for ever.'
const byTime = ({ createdAt, id }: { createdAt: Date; id: string }) => `${createdAt.toISOString()} ${id}`

export const releaseOperations = [
  operation({
    id: 'listReleases',
    method: 'GET',
    path: '/releases',
    tag: 'releases',
    summary: 'The frozen releases that you may know of',
    scope: 'releases:read',
    query: pageQuery,
    answer: { status: 200, schema: pageOf(listed) },
    run: async (viewer, { query }) => cutPage(await listReleases(viewer), query, byTime),
  }),
  operation({
    id: 'readRelease',
    method: 'GET',
    path: '/releases/{release}',
    tag: 'releases',
    summary: 'A frozen release: its facts, and its files that you may have',
    scope: 'releases:read',
    params: releaseParams,
    answer: { status: 200, schema: release },
    run: (viewer, { params }) => readRelease(viewer, { releaseId: params.release }),
  }),
  operation({
    id: 'downloadFile',
    method: 'GET',
    path: '/releases/{release}/file',
    tag: 'releases',
    summary: 'A file of a release',
    description: ranges,
    scope: 'releases:read',
    params: releaseParams,
    query: z.strictObject({ path: z.string().min(1).max(1_000).describe('As the release lists it, such as `native/test.jsonl`.') }),
    answer: { status: 200, file: 'The file’s bytes, of the media type that the release lists with it.', mediaTypes: ['*/*'], ranged: true },
    run: async (viewer, { params, query }, { request }) => rangeResponse(request, await openFile(viewer, { releaseId: params.release, path: query.path.split('/') })),
  }),
  operation({
    id: 'downloadZip',
    method: 'GET',
    path: '/releases/{release}/zip',
    tag: 'releases',
    summary: 'A release as one archive: all that you may have of it, or one split with the documents',
    description: ranges,
    scope: 'releases:read',
    params: releaseParams,
    query: z.strictObject({ split: z.enum(splitNames).optional() }),
    answer: { status: 200, file: 'The archive’s bytes.', mediaTypes: ['application/zip'], ranged: true },
    run: async (viewer, { params, query }, { request }) => rangeResponse(request, await openZip(viewer, { releaseId: params.release, ...query })),
  }),
  operation({
    id: 'listStudyReleases',
    method: 'GET',
    path: '/studies/{study}/releases',
    tag: 'releases',
    summary: 'A study’s releases and drafts',
    scope: 'releases:read',
    params: studyParams,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(listed) },
    run: async (viewer, { params, query }) => cutPage((await listStudyReleases(viewer, params)).releases, query, byTime),
  }),
  operation({
    id: 'draftRelease',
    method: 'POST',
    path: '/studies/{study}/releases',
    tag: 'releases',
    summary: 'Begin a release',
    description: 'With the recipe of the release before; of a first one, everything that has a verdict and a licence, in one test split.',
    scope: 'releases:write',
    params: studyParams,
    body: z.strictObject(drafting).meta({ id: 'NewRelease' }),
    answer: { status: 201, schema: made },
    run: (viewer, { params, body }) => draftRelease(viewer, { ...params, ...body }),
  }),
  operation({
    id: 'changeRelease',
    method: 'PATCH',
    path: '/releases/{release}',
    tag: 'releases',
    summary: 'Say how a draft is to be made',
    scope: 'releases:write',
    params: releaseParams,
    body: releaseFields.meta({ id: 'ReleaseFields' }),
    answer: { status: 200, schema: made },
    refusals: ['frozen', 'conflict'],
    run: async (viewer, { params, body }) => {
      await changeRelease(viewer, { releaseId: params.release, ...body })
      return { releaseId: params.release }
    },
  }),
  operation({
    id: 'previewRelease',
    method: 'POST',
    path: '/releases/{release}/preview',
    tag: 'releases',
    summary: 'Work out what freezing a draft would release',
    description: 'At once where the study is small (`jobId` is null), else as a job. What it found is read with the draft.',
    scope: 'releases:write',
    params: releaseParams,
    answer: { status: 202, schema: z.object({ jobId: z.uuid().nullable() }) },
    refusals: ['frozen', 'conflict'],
    run: (viewer, { params }) => previewRelease(viewer, { releaseId: params.release }),
    location: ({ jobId }) => (jobId === null ? null : `/jobs/${jobId}`),
  }),
  operation({
    id: 'readDraft',
    method: 'GET',
    path: '/releases/{release}/draft',
    tag: 'releases',
    summary: 'A draft: how it is to be made, and what its preview found',
    description: 'For admins of the study. The preview counts hidden splits too; what is frozen does not tell of them.',
    scope: 'releases:read',
    params: releaseParams,
    answer: { status: 200, schema: draft },
    run: (viewer, { params }) => readDraft(viewer, { releaseId: params.release }),
  }),
  operation({
    id: 'freezeRelease',
    method: 'POST',
    path: '/releases/{release}/freeze',
    tag: 'releases',
    summary: 'Sign a draft and have it frozen',
    description: 'Needs the person’s password beside the token (of an account that has none, the release’s title), what they vouch for in their own words, and the `print` of a preview that still stands, as the draft names it. Freezing is a job, which refuses when the study is no longer what was previewed.',
    scope: 'releases:write',
    params: releaseParams,
    body: z.strictObject(freezing).meta({ id: 'Signature' }),
    answer: { status: 202, schema: z.object({ jobId: z.uuid() }) },
    refusals: ['frozen', 'conflict'],
    run: (viewer, { params, body }) => freezeRelease(viewer, { releaseId: params.release, ...body }),
    location: ({ jobId }) => `/jobs/${jobId}`,
  }),
]
