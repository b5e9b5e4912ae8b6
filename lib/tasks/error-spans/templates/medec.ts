import type { ProtocolTemplate } from '../../task'
import type { Form } from '../form'
import type { Settings } from '../settings'
import { confidenceLevels } from './scales'

/** The five error types of MEDEC / MEDIQA-CORR 2024 (clinical notes with at most one error); codes as in its files. */
export const medec: ProtocolTemplate<Settings, Form> = {
  code: 'medec',
  name: { en: 'MEDEC: errors in clinical notes', 'zh-CN': 'MEDEC：病历文本错误' },
  summary: {
    en: 'Five types of clinical error; a note has one error or none.',
    'zh-CN': '五类临床错误；每份病历至多一处错误。',
  },
  guideline: {
    en: `## What to judge

Read the whole note before deciding. Call it **erroneous** only when a statement in it is medically wrong given the rest of the note; unusual but defensible practice is **correct**.

## What to mark

- Mark the shortest words that, once replaced, make the note right. Do not mark the sentence when one drug name is wrong.
- A note holds at most one error. When one wrong fact makes several statements wrong, mark the fact the others follow from.
- Write the correction so that it can stand in the place of the marked words.

## What not to mark

Spelling, style, abbreviations, and missing information that does not change the diagnosis, the treatment or the management.`,
    'zh-CN': `## 判断什么

请先通读整份病历再作判断。只有当某一陈述结合病历其余内容在医学上确属错误时，才判为**有误**；不常见但有依据的做法判为**无误**。

## 如何标注

- 标注最短的、替换后即可使病历正确的文字。若只是药名有误，不要标注整句。
- 每份病历至多一处错误。若一处错误导致多处陈述随之不成立，请标注其根源。
- 更正内容应能直接替换所标注的文字。

## 不标注的内容

错别字、文风、缩写，以及不影响诊断、治疗或处置的信息缺失。`,
  },
  settings: { errorsPerText: 'exactly-one', tolerance: { overlap: 0.5 } },
  form: {
    provisional: false,
    taxonomy: [
      {
        code: 'clinical',
        name: { en: 'Clinical errors', 'zh-CN': '临床错误' },
        types: [
          {
            code: 'causalOrganism',
            name: { en: 'Causal organism', 'zh-CN': '病原体' },
            definition: {
              en: 'The organism named as the cause does not fit the findings.',
              'zh-CN': '所述致病微生物与临床表现或检查结果不符。',
            },
            example: {
              en: 'Rust-coloured sputum with lancet-shaped gram-positive diplococci, attributed to Klebsiella pneumoniae.',
              'zh-CN': '铁锈色痰，镜检见革兰阳性矛头状双球菌，却写为“肺炎克雷伯菌”感染。',
            },
            colour: 'amber',
            key: '1',
          },
          {
            code: 'diagnosis',
            name: { en: 'Diagnosis', 'zh-CN': '诊断' },
            definition: {
              en: 'The diagnosis stated does not follow from the history, the examination or the tests.',
              'zh-CN': '所下诊断不能由病史、体格检查或辅助检查得出。',
            },
            example: {
              en: 'ST elevation in II, III and aVF reported as an anterior infarction.',
              'zh-CN': 'Ⅱ、Ⅲ、aVF 导联 ST 段抬高，却诊断为“前壁心肌梗死”。',
            },
            colour: 'rose',
            key: '2',
          },
          {
            code: 'management',
            name: { en: 'Management', 'zh-CN': '处置' },
            definition: {
              en: 'The next step (test, referral, monitoring, disposition) is wrong for this patient.',
              'zh-CN': '下一步处置（检查、转诊、监测、去向）不适合该患者。',
            },
            example: {
              en: 'Suspected tension pneumothorax with hypotension sent for CT before decompression.',
              'zh-CN': '疑似张力性气胸伴低血压，未减压即先行 CT 检查。',
            },
            colour: 'sky',
            key: '3',
          },
          {
            code: 'pharmacotherapy',
            name: { en: 'Pharmacotherapy', 'zh-CN': '药物治疗' },
            definition: {
              en: 'A drug, dose, route or duration is wrong or contraindicated.',
              'zh-CN': '药物、剂量、给药途径或疗程错误，或属禁忌。',
            },
            example: {
              en: 'Warfarin begun for a deep vein thrombosis in the tenth week of pregnancy.',
              'zh-CN': '妊娠 10 周合并深静脉血栓，给予华法林抗凝。',
            },
            colour: 'violet',
            key: '4',
          },
          {
            code: 'treatment',
            name: { en: 'Treatment', 'zh-CN': '非药物治疗' },
            definition: {
              en: 'A procedure or other treatment that is not a drug is wrong for the condition.',
              'zh-CN': '手术、操作等非药物治疗与病情不符。',
            },
            example: {
              en: 'Appendectomy recommended for uncomplicated acute cholecystitis.',
              'zh-CN': '单纯性急性胆囊炎，却建议行阑尾切除术。',
            },
            colour: 'teal',
            key: '5',
          },
        ],
      },
    ],
    fields: {
      difficulty: null,
      confidence: { levels: confidenceLevels },
      correction: 'required',
      explanation: 'optional',
      references: false,
    },
  },
}
