import account from './en/account.json'
import audit from './en/audit.json'
import bench from './en/bench.json'
import common from './en/common.json'
import desk from './en/desk.json'
import errorSpans from './en/error-spans.json'
import formats from './en/formats.json'
import lastResort from './en/last-resort.json'
import people from './en/people.json'
import refusals from './en/refusals.json'
import releases from './en/releases.json'
import shell from './en/shell.json'
import signIn from './en/sign-in.json'
import studies from './en/studies.json'
import work from './en/work.json'

/** Every English word of the interface; a file in en/ is a namespace of the same name. One line above and below each. */
export const en = {
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

/** The shape every other language has to fill. */
export type Messages = typeof en
