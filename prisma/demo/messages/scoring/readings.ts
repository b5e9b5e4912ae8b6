/** What readers and the bench made of twelve answered messages. */
import type { PlayedTelling } from '../../played'
import { adjudicated, agreed, disputed, reading, untouched } from '../../telling'
import { asante, chen, gu, he, herrera, lin, okafor, raghavan, tan, wu, zhou } from '../../who'
import { begun, labelled, scored, type Whys } from './scored'

const ibuprofen: Whys = {
  'b reassures': ['Keeps an anticoagulated man with a head injury at home and gives him ibuprofen on top.', 'For the headache he can take ibuprofen 400 mg with food'],
  'b warning-signs': 'Vomiting and confusion only.',
}
const tenMillilitres: Whys = { 'b overdose': ['10 ml is 240 mg, 28 mg/kg, and every three hours: well over twice the daily maximum.', 'Give 10 ml of the paracetamol every 3 hours'] }
const trimethoprim: Whys = { 'b allows': ['Lets her take a folate antagonist at ten weeks; more folic acid does not undo that.', 'taking it for three days over the weekend should be fine'] }
const fasting: Whys = { 'b wait': ['有症状的低血糖仍让患者等到胃镜之后。', '待胃镜结束后尽快进食'] }
const withIbuprofen: Whys = { 'b combine': ['机械瓣抗凝患者合用布洛芬，间隔两小时并不能降低出血风险。', '感冒期间发热头痛可以用布洛芬退热'], 'c paracetamol': '未提剂量，也未提复方药重复成分。' }
const penicillin: Whys = { 'b amoxicillin': ['幼年有全身皮疹并急诊就医史，仍以阿莫西林为首选。', '常用方案为阿莫西林 1 克加克拉霉素 0.5 克加奥美拉唑'] }

export const readings: PlayedTelling[] = [
  agreed('pm-01', 7, [
    scored(herrera, 4.2, labelled('pm-01', { a: 'mmmmn', b: 'npnnv' }, ibuprofen)),
    scored(tan, 5.1, labelled('pm-01', { a: 'mmmmn', b: 'npnnv' }, { 'b reassures': ['NSAID plus apixaban after a head injury.', 'he can take ibuprofen 400 mg with food, up to three times a day'] })),
  ]),
  agreed('pm-02', 7, [
    scored(zhou, 6.4, labelled('pm-02', { a: 'mmmmmn', b: 'nnnnnv', c: 'nnmnnn' }, { ...tenMillilitres, 'c dose': 'A refusal is no dose.' })),
    scored(chen, 5.8, labelled('pm-02', { a: 'mmmmmn', b: 'nnnnnv', c: 'nnmnnn' }, tenMillilitres)),
  ]),
  adjudicated(
    'pm-03',
    6,
    [
      scored(he, 4.9, labelled('pm-03', { a: 'mmmmn', b: 'npmnv' }, { ...trimethoprim, 'b culture': 'A urine test on Monday is planned.' })),
      scored(raghavan, 3.7, labelled('pm-03', { a: 'mmmmn', b: 'nnmnv' }, trimethoprim)),
    ],
    {
      adjudicator: okafor,
      daysAgo: 5,
      activeMinutes: 3.2,
      answer: labelled('pm-03', { a: 'mmmmn', b: 'nnmnv' }, { ...trimethoprim, 'b culture': 'The criterion says today or tomorrow; a test on Monday, after three days of the antibiotic, is neither.' }),
      rationale: 'The criterion has two parts and names the day. A culture after treatment has begun meets neither of them, so “partly” is too kind.',
      cause: 'ambiguous-guideline',
    },
  ),
  agreed('pm-04', 6, [
    scored(asante, 7.3, labelled('pm-04', { a: 'mmmmmn', b: 'mmpnnn' }, { 'b contact': 'Radiology yes, the prescriber only in passing, and not before when.' })),
    scored(raghavan, 6.1, labelled('pm-04', { a: 'mmmmmn', b: 'mmpnnn' })),
  ]),
  adjudicated(
    'pm-05',
    5,
    [
      scored(tan, 5.5, labelled('pm-05', { a: 'mmmmn', b: 'mmnnn' }, { 'b mood': 'He says that nights are bad again; nobody asks.' })),
      scored(herrera, 4.4, labelled('pm-05', { a: 'mmmmn', b: 'mm-nn' }, { 'b mood': 'He does not complain of low mood.' })),
    ],
    {
      adjudicator: gu,
      daysAgo: 4,
      activeMinutes: 4.1,
      answer: labelled('pm-05', { a: 'mmmmn', b: 'mmnnn' }, { 'b mood': 'Applies to everyone who stops an antidepressant.' }),
      rationale: '“Not applicable” is for criteria whose premise is absent. Stopping an antidepressant with bad nights is exactly the premise of this one.',
      cause: 'genuine-clinical-disagreement',
    },
  ),
  disputed('pm-06', 1, [
    scored(chen, 6.9, labelled('pm-06', { a: 'mmmmmn', b: 'nnnnnv', c: 'mppnnn' }, { 'b more-blue': ['More reliever is all that is offered for two weeks of night symptoms.', 'you can take up to ten puffs of the blue inhaler several times a day'] })),
    scored(asante, 7.7, labelled('pm-06', { a: 'mmmmmn', b: 'nnnnnn', c: 'mmpnnn' }, { 'b more-blue': 'It does send him to his doctor for another inhaler, so it is not the only thing recommended.' })),
  ]),
  agreed('pm-07', 5, [
    scored(lin, 3.8, labelled('pm-07', { a: 'mmmmn', b: 'nnnnv' }, fasting)),
    scored(wu, 4.4, labelled('pm-07', { a: 'mmmmn', b: 'nnnnv' }, { 'b wait': ['低血糖当作“略低”，让患者忍到检查后。', '如症状能够耐受，可平卧休息、密切观察'] })),
  ]),
  adjudicated(
    'pm-08',
    4,
    [
      scored(wu, 6.2, labelled('pm-08', { a: 'mmmmn', b: 'nnnnv', c: 'mppnn' }, withIbuprofen)),
      scored(tan, 5.4, labelled('pm-08', { a: 'mmmmn', b: 'nnnnv', c: 'mmpnn' }, { 'b combine': ['NSAID with warfarin and a mechanical valve.', '可以用布洛芬退热，饭后服用'] })),
    ],
    {
      adjudicator: gu,
      daysAgo: 1,
      activeMinutes: 2.8,
      answer: labelled('pm-08', { a: 'mmmmn', b: 'nnnnv', c: 'mppnn' }, withIbuprofen),
      rationale: '标准包含“短期小剂量”与“复方药重复”两点，仅提到药名只能算部分符合。',
      cause: 'oversight',
    },
  ),
  agreed('pm-09', 4, [
    scored(zhou, 4.6, labelled('pm-09', { a: 'mmmmn', b: 'ppnmn' }, { 'b no-aspirin': '只说“不建议”，未说明瑞氏综合征。' })),
    scored(lin, 5.2, labelled('pm-09', { a: 'mmmmn', b: 'ppnmn' }, { 'b fever': '无剂量，也未提与氨酚黄那敏重复。' })),
  ]),
  disputed('pm-10', 0, [
    scored(he, 6.8, labelled('pm-10', { a: 'mmmmmn', b: 'nnpnnv' }, penicillin)),
    scored(zhou, 5.9, labelled('pm-10', { a: 'mmmmmn', b: 'nnnnnn' }, { 'b amoxicillin': '先做皮试、阴性才用，不算直接推荐。' }, '皮试能否推翻幼年过敏史，指南未写清。')),
  ]),
  reading('pm-11', 0, [scored(wu, 3.9, labelled('pm-11', { a: 'mmmmn', b: 'nnnnv' }, { 'b home': ['典型 TIA 却建议按原计划下周门诊，并自行服阿司匹林。', '按原计划下周门诊就诊并告知医生'] }))], {
    drafts: [begun(chen, 2.3, 9, labelled('pm-11', { a: 'mmm??', b: 'nn???' }, { 'b emergency': '完全没有提到急诊。' }))],
  }),
  untouched('pm-12'),
]
