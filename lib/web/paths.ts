/** Every address in the product, built in one place. */
import { pathsAtWork } from './paths-at-work'

const query = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `?${new URLSearchParams([[name, value]]).toString()}`

/** What is undefined is left out. */
const several = (values: Readonly<Record<string, string | undefined>>): string => {
  const set = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return set.length ? `?${new URLSearchParams(set).toString()}` : ''
}

export const paths = {
  ...pathsAtWork,
  home: () => '/',
  invitation: (token: string) => `/invitation/${token}`,
  reset: (token: string) => `/reset/${token}`,
  account: () => '/account',
  people: () => '/people',
  deskNext: (studyId?: string) => `/desk/next${query('study', studyId)}`,
  deskDone: () => '/desk/done',
  bench: () => '/bench',
  benchNext: (studyId?: string) => `/bench/next${query('study', studyId)}`,
  benchDone: () => '/bench/done',
  dispute: (adjudicationId: string) => `/bench/${adjudicationId}`,
  releases: () => '/releases',
  release: (releaseId: string) => `/releases/${releaseId}`,
  releaseFile: (releaseId: string, path: string) => `/api/releases/${releaseId}/files/${path.split('/').map(encodeURIComponent).join('/')}`,
  releaseZip: (releaseId: string, split?: string) => `/api/releases/${releaseId}/zip${query('split', split)}`,
  leftOut: (releaseId: string) => `/api/releases/${releaseId}/left-out`,
  studyReleases: (slug: string) => `/studies/${slug}/releases`,
  releaseDraft: (slug: string, releaseId: string) => `/studies/${slug}/releases/${releaseId}`,
  nearDuplicates: (slug: string, releaseId: string, page?: number) => `/studies/${slug}/releases/${releaseId}/pairs${query('page', page?.toString())}`,
  studies: () => '/studies',
  newStudy: () => '/studies/new',
  study: (slug: string) => `/studies/${slug}`,
  items: (slug: string) => `/studies/${slug}/items`,
  itemsWhere: (slug: string, filter: Record<string, string | undefined>) => `/studies/${slug}/items${several(filter)}`,
  itemRows: (slug: string, wanted: Record<string, string | undefined>) => `/api/studies/${slug}/items${several(wanted)}`,
  item: (slug: string, itemId: string) => `/studies/${slug}/items/${itemId}`,
  batches: (slug: string) => `/studies/${slug}/batches`,
  imports: (slug: string) => `/studies/${slug}/import`,
  import: (slug: string, importId: string) => `/studies/${slug}/import/${importId}`,
  studyPeople: (slug: string) => `/studies/${slug}/people`,
  protocol: (slug: string) => `/studies/${slug}/protocol`,
  threads: (slug: string) => `/studies/${slug}/threads`,
  audit: (slug: string) => `/studies/${slug}/audit`,
  agreement: (slug: string) => `/studies/${slug}/agreement`,
  downloads: (slug: string) => `/studies/${slug}/downloads`,
  download: (slug: string, what: 'verdicts' | 'readings') => `/api/studies/${slug}/${what}`,
  threadsShown: (slug: string, show: 'open' | 'resolved') => `/studies/${slug}/threads${query('show', show === 'open' ? undefined : show)}`,
  auditWhere: (slug: string, filter: Record<string, string | undefined>) => `/studies/${slug}/audit${several(filter)}`,
  rounds: (slug: string) => `/studies/${slug}/rounds`,
  /** Without a round: of all of them. */
  examples: (slug: string, round?: string) => `/api/studies/${slug}/examples${query('round', round)}`,
  /** A page of a list that has several. */
  pageOf: (path: string, page: number) => `${path}${path.includes('?') ? '&' : '?'}page=${page}`,
  settings: (slug: string) => `/studies/${slug}/settings`,
  protocolVersion: (slug: string, version: number | 'draft', against?: number) =>
    `/studies/${slug}/protocol/${version}${query('against', against?.toString())}`,
  picturesOf: (slug: string) => `/api/pictures${query('study', slug)}`,
  importFile: (importId: string) => `/api/imports/${importId}`,
  commitImport: (importId: string) => `/api/imports/${importId}/commit`,
  refusedRows: (importId: string, as: 'rows' | 'report') => `/api/imports/${importId}/refused${query('as', as)}`,
  apiDocs: () => '/api/docs',
  openApi: () => '/api/v1/openapi.json',
  job: (jobId: string) => `/api/jobs/${jobId}`,
  cancelJob: (jobId: string) => `/api/jobs/${jobId}/cancel`,
  picture: (pictureId: string) => `/api/pictures/${pictureId}`,
  board: (releaseId: string, shown: { split?: string; match?: string } = {}) => `/releases/${releaseId}/board${several(shown)}`,
  boardTable: (releaseId: string, split: string, match: string, facet?: string) => `/api/releases/${releaseId}/board${several({ split, match, facet })}`,
  submit: (releaseId: string, split?: string) => `/releases/${releaseId}/submit${query('split', split)}`,
  submissionsTo: (releaseId: string, details: Record<string, string | undefined> = {}) => `/api/releases/${releaseId}/submissions${several(details)}`,
  submissions: (releaseId: string, before?: string) => `/releases/${releaseId}/submissions${several({ before })}`,
  submission: (releaseId: string, submissionId: string, match?: string) => `/releases/${releaseId}/submissions/${submissionId}${query('match', match)}`,
  submissionErrors: (submissionId: string, wanted: Record<string, string | undefined>) => `/api/submissions/${submissionId}/errors${several(wanted)}`,
  inputs: (releaseId: string, split: string) => `/api/releases/${releaseId}/inputs${query('split', split)}`,
  spanQuestions: () => '/bench/questions',
  spanQuestion: (questionId: string) => `/bench/questions/${questionId}`,
} as const
