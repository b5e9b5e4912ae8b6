import type { Messages } from './en'
import account from './zh-CN/account.json'
import apiDocs from './zh-CN/api-docs.json'
import audit from './zh-CN/audit.json'
import batches from './zh-CN/batches.json'
import bench from './zh-CN/bench.json'
import board from './zh-CN/board.json'
import common from './zh-CN/common.json'
import comparison from './zh-CN/comparison.json'
import conversation from './zh-CN/conversation.json'
import desk from './zh-CN/desk.json'
import errorSpans from './zh-CN/error-spans.json'
import formats from './zh-CN/formats.json'
import imports from './zh-CN/import.json'
import items from './zh-CN/items.json'
import jobs from './zh-CN/jobs.json'
import kept from './zh-CN/kept.json'
import lastResort from './zh-CN/last-resort.json'
import offline from './zh-CN/offline.json'
import people from './zh-CN/people.json'
import preference from './zh-CN/preference.json'
import protocol from './zh-CN/protocol.json'
import refusals from './zh-CN/refusals.json'
import releases from './zh-CN/releases.json'
import rubricAuthoring from './zh-CN/rubric-authoring.json'
import rubricScoring from './zh-CN/rubric-scoring.json'
import running from './zh-CN/running.json'
import shell from './zh-CN/shell.json'
import signIn from './zh-CN/sign-in.json'
import studies from './zh-CN/studies.json'
import work from './zh-CN/work.json'

/** The same in Simplified Chinese. */
export const zhCn: Messages = {
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
