import type { Choice, LeftOut } from './choice'

/** What people write where they do not know: it must not pass for a licence. */
const placeholders = new Set([
  '', 'unknown', 'unclear', 'unspecified', 'undetermined', 'undefined', 'null', 'nil', 'nan', 'no', 'none', 'na', 'other', 'missing', 'pending', 'tbd', 'tba', 'tbc', 'todo', 'noassertion',
  'notknown', 'notspecified', 'notstated', 'notgiven', 'notavailable', 'notapplicable', 'notprovided', 'tobedetermined', 'tobeconfirmed', 'tobeannounced', 'seesource', 'seewebsite', 'seeoriginal',
  '未知', '不明', '不详', '不清楚', '无', '没有', '暂无', '其他', '其它', '未注明', '未说明', '未标明', '未标注', '未指定', '未提供', '未声明', '待定', '待确认', '待补充', '不适用', '不詳', '無', '沒有', '暫無', '未註明', '未說明', '未標明', '未聲明', '待確認', '不適用', '见来源', '见原文',
]) // prettier-ignore

/** Letters and digits alone, in one case, without the word "licence" itself. */
const folded = (licence: string): string =>
  licence.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '').replaceAll(/licen[cs]e|许可证|许可协议|许可|授权|許可證|許可協議|許可|授權/gu, '')

/** A licence is known when something is said that is not a way of saying nothing, however that is written: `Not-Stated`, `Unknown license`. */
export const isKnownLicence = (licence: string | null): licence is string => licence !== null && !placeholders.has(folded(licence))

/**
 * Material without a known licence stays out. An owner may take it in, with a reason: `override`; which items came in so is
 * said, for the card and the audit trail. A blank override is none.
 */
export function keepLicensed<Item extends { id: string; licence: string | null }>(
  items: readonly Item[],
  override: string | null,
): Choice<Item> & { overridden: string[] } {
  const kept: Item[] = []
  const leftOut: LeftOut[] = []
  const overridden: string[] = []
  for (const item of items) {
    if (isKnownLicence(item.licence)) kept.push(item)
    else if (override?.trim()) {
      kept.push(item)
      overridden.push(item.id)
    } else leftOut.push({ id: item.id, reason: 'unknown-licence', note: null })
  }
  return { kept, leftOut, overridden }
}
