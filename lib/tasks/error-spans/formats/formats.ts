import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { brat } from './brat'
import { csv } from './csv'
import { doccano } from './doccano'
import { labelStudio } from './label-studio'
import { medec } from './medec'
import { medfact } from './medfact'
import { native } from './native'
import { parquet } from './parquet'
import { w3c } from './w3c'
import { webannoTsv } from './webanno-tsv'

/** Every format that verdicts of this task are handed on in; the native one first. */
export const formats: readonly ExchangeFormat[] = [
  native,
  csv,
  parquet,
  medfact,
  medec,
  labelStudio,
  doccano,
  brat,
  webannoTsv,
  w3c,
]
