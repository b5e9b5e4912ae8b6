import account from './en/account.json'
import apiDocs from './en/api-docs.json'
import audit from './en/audit.json'
import batches from './en/batches.json'
import bench from './en/bench.json'
import board from './en/board.json'
import common from './en/common.json'
import comparison from './en/comparison.json'
import conversation from './en/conversation.json'
import desk from './en/desk.json'
import errorSpans from './en/error-spans.json'
import formats from './en/formats.json'
import imports from './en/import.json'
import items from './en/items.json'
import jobs from './en/jobs.json'
import kept from './en/kept.json'
import lastResort from './en/last-resort.json'
import offline from './en/offline.json'
import people from './en/people.json'
import preference from './en/preference.json'
import protocol from './en/protocol.json'
import refusals from './en/refusals.json'
import releases from './en/releases.json'
import rubricAuthoring from './en/rubric-authoring.json'
import rubricScoring from './en/rubric-scoring.json'
import running from './en/running.json'
import shell from './en/shell.json'
import signIn from './en/sign-in.json'
import studies from './en/studies.json'
import work from './en/work.json'

/** Every English word of the interface; a file in en/ is a namespace of the same name. One line above and below each. */
export const en = {
  account,
  'api-docs': apiDocs,
  audit,
  batches,
  bench,
  board,
  common,
  comparison,
  conversation,
  desk,
  'error-spans': errorSpans,
  formats,
  import: imports,
  items,
  jobs,
  kept,
  'last-resort': lastResort,
  offline,
  people,
  preference,
  protocol,
  refusals,
  releases,
  'rubric-authoring': rubricAuthoring,
  'rubric-scoring': rubricScoring,
  running,
  shell,
  'sign-in': signIn,
  studies,
  work,
}

/** The shape every other language has to fill. */
export type Messages = typeof en
