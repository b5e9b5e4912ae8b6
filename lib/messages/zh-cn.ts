import type { Messages } from './en'
import account from './zh-CN/account.json'
import bench from './zh-CN/bench.json'
import common from './zh-CN/common.json'
import desk from './zh-CN/desk.json'
import errorSpans from './zh-CN/error-spans.json'
import lastResort from './zh-CN/last-resort.json'
import refusals from './zh-CN/refusals.json'
import releases from './zh-CN/releases.json'
import shell from './zh-CN/shell.json'
import signIn from './zh-CN/sign-in.json'
import studies from './zh-CN/studies.json'

/** The same in Simplified Chinese. */
export const zhCn: Messages = {
  account,
  bench,
  common,
  desk,
  'error-spans': errorSpans,
  'last-resort': lastResort,
  refusals,
  releases,
  shell,
  'sign-in': signIn,
  studies,
}
