import type { Messages } from './en'
import account from './zh-CN/account.json'
import audit from './zh-CN/audit.json'
import bench from './zh-CN/bench.json'
import common from './zh-CN/common.json'
import desk from './zh-CN/desk.json'
import errorSpans from './zh-CN/error-spans.json'
import formats from './zh-CN/formats.json'
import lastResort from './zh-CN/last-resort.json'
import people from './zh-CN/people.json'
import refusals from './zh-CN/refusals.json'
import releases from './zh-CN/releases.json'
import shell from './zh-CN/shell.json'
import signIn from './zh-CN/sign-in.json'
import studies from './zh-CN/studies.json'
import work from './zh-CN/work.json'

/** The same in Simplified Chinese. */
export const zhCn: Messages = {
  account,
  audit,
  bench,
  common,
  desk,
  'error-spans': errorSpans,
  formats,
  'last-resort': lastResort,
  people,
  refusals,
  releases,
  shell,
  'sign-in': signIn,
  studies,
  work,
}
