import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criterionOf } from '../rubric-scoring/any-readings.testing'
import { judgmentOf, settings } from './any-authoring.testing'
import { disagreement } from './disagreement'
import { sameWording } from './same-wording'

/** A physician who reads the two says that they are not the same, most of them that they are opposites. */
const apart: [string, string][] = [
  ['Gives 0.5 mg of the drug at once.', 'Gives 5.0 mg of the drug at once.'],
  ['Recommends metformin 500 mg twice daily with meals.', 'Recommends metformin 50 mg twice daily with meals.'],
  ['Gives 1,5 mg.', 'Gives 15 mg.'],
  ['Gives .5 mg.', 'Gives 5 mg.'],
  ['Stop. 5 mg a day.', 'Stop .5 mg a day.'],
  ['Gives 5 10 mg tablets.', 'Gives 510 mg tablets.'],
  ['Counts 10⁵ per mL.', 'Counts 105 per mL.'],
  ['Takes 1½ tablets.', 'Takes 11/2 tablets.'],
  ['Gives vitamin B 12 mg.', 'Gives vitamin B12 mg.'],
  ['Keeps the base excess at -5.', 'Keeps the base excess at 5.'],
  ['Transfuses Rh- blood.', 'Transfuses Rh+ blood.'],
  ['Transfuses Rh- blood.', 'Transfuses Rh blood.'],
  ['Calls an ambulance if SpO2 < 90 %.', 'Calls an ambulance if SpO2 > 90 %.'],
  ['Refers if eGFR ≥ 30.', 'Refers if eGFR > 30.'],
  ['Gives 5 mg of morphine.', 'Gives 5 g of morphine.'],
  ['Gives 5 mg.', 'Gives 5 Mg.'],
  ['Gives 5 mM.', 'Gives 5 MM.'],
  ['Limits it to 5 %.', 'Limits it to 5 ‰.'],
  ['Gives 1 mg/kg.', 'Gives 1 mg kg.'],
  ['Recommends aspirin instead of ibuprofen.', 'Recommends ibuprofen instead of aspirin.'],
  ['The patient should stop taking warfarin before surgery.', 'The patient should not stop taking warfarin before surgery.'],
  ['Says that breastfeeding can be continued.', 'Says that breastfeeding cannot be continued.'],
  ["Says that it doesn't harm.", 'Says that it does harm.'],
  ['Says: no, aspirin should be given.', 'Says: no aspirin should be given.'],
  ['Treats hyperkalaemia before anything else.', 'Treats hypokalaemia before anything else.'],
  ['Gives heparin before the operation.', 'Gives heparin after the operation.'],
  ['Is likely to help a few patients.', 'Is likely to help few patients.'],
  ['Tests for hepatitis A.', 'Tests for hepatitis.'],
  ['Names ALL as a cause.', 'Names all as a cause.'],
  ['血钾≥5.5 mmol/L时停用', '血钾≤5.5 mmol/L时停用'],
  ['建议患者在手术前停用华法林。', '建议患者在手术前不停用华法林。'],
  ['不停用华法林', '不，停用华法林'],
  ['每日服用 0.5 克', '每日服用 5.0 克'],
  ['每日两次，每次 1 片', '每日三次，每次 1 片'],
  ['先用阿司匹林后用布洛芬', '先用布洛芬后用阿司匹林'],
  ['提醒血压升高', '提醒血压降低'],
  ['检查左肾', '检查右肾'],
  ['服用 5 毫克', '服用 5 微克'],
]

/** Nobody would settle these at the bench. */
const one: [string, string][] = [
  ['Warns of bleeding with warfarin.', 'warns of  bleeding with Warfarin'],
  ['Says “stop” at once', 'Says "stop" at once.'],
  ['Doesn’t give 500 mg', "doesn't give 500mg"],
  ['Calls an ambulance if SpO₂ < 90 %.', 'Calls an ambulance if SpO2<90%'],
  ['Keeps glucose below 180 mg/dL.', 'Keeps glucose below 180 mg/dl.'],
  ['Gives 10 mL over 5–10 min', 'Gives 10 ml over 5-10 min'],
  ['Keeps it at 37 ℃.', 'Keeps it at 37 °C.'],
  ['提醒出血风险', '提醒出血风险。'],
  ['血钾 ≥ 5.5 mmol/L 时停用', '血钾≥５.５ mmol/L时停用'],
  ['建议复查，并说明原因；', '建议复查,并说明原因'],
]

describe('one wording', () => {
  test.each(apart)('“%s” is not “%s”, and goes to the bench', (a, b) => {
    expect(sameWording(a, b)).toBe(false)
    const said = [a, b].map((text) => judgmentOf([criterionOf('c', 'main', { text, weight: 1_000_000 })]))
    expect(disagreement(said, settings).disputed).toBe(true)
  })

  test.each(one)('“%s” is “%s”', (a, b) => {
    expect(sameWording(a, b)).toBe(true)
  })

  test('nothing that is put in, left out or turned round is passed over, however long the rest', () => {
    const word = fc.constantFrom('give', 'stop', 'not', 'no', '5', '0.5', '50', 'mg', '<', '≥', '不', '停用', '升高', 'before', 'after', '-', '+')
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 30 }), fc.nat(), word, (list, at, other) => {
        const nth = at % list.length
        const is = (words: readonly string[]) => sameWording(list.join(' '), words.join(' '))
        expect(sameWording(`  ${list.join('  ')}。`, list.join(' '))).toBe(true)
        expect(is(list.with(nth, other))).toBe(list[nth] === other)
        expect(is(list.toSpliced(nth, 1))).toBe(false)
        expect(is(list.toReversed())).toBe(list.join() === list.toReversed().join())
      }),
    )
  })
})
