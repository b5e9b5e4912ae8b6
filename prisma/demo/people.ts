/** The department: everybody is invented, and so is Meridian Hospital. */
import type { DemoPerson } from './types'

const person = (
  key: string,
  name: string,
  rest: Partial<DemoPerson> & Pick<DemoPerson, 'specialties' | 'languages' | 'yearsOfPractice'>,
): DemoPerson => ({
  key,
  name,
  email: `${key}@meridian.example`,
  locale: 'en',
  instanceOwner: false,
  licence: null,
  conflicts: [],
  showcase: null,
  ...rest,
})

export const people: DemoPerson[] = [
  person('ingrid.solberg', 'Ingrid Solberg', {
    instanceOwner: true,
    showcase: 'admin',
    specialties: ['internal-medicine'],
    languages: ['en'],
    licence: { number: 'MRD-02-11874', expires: '2028-06-30' },
    yearsOfPractice: 22,
  }),
  person('liang.shuyi', '梁书仪', {
    locale: 'zh-CN',
    specialties: ['general-practice'],
    languages: ['zh-CN', 'en'],
    licence: { number: 'MRD-05-30219', expires: '2029-03-31' },
    yearsOfPractice: 15,
  }),
  person('gu.huaiyuan', '顾怀远', {
    locale: 'zh-CN',
    showcase: 'adjudicator',
    specialties: ['cardiology', 'internal-medicine'],
    languages: ['zh-CN', 'en'],
    licence: { number: 'MRD-01-00462', expires: '2027-12-31' },
    yearsOfPractice: 31,
    conflicts: [{ kind: 'source', value: '青禾心血管手册', reason: '担任该手册主编' }],
  }),
  person('margaret.okafor', 'Margaret Okafor', {
    specialties: ['infectious-disease', 'critical-care'],
    languages: ['en', 'zh-CN'],
    licence: { number: 'MRD-01-00917', expires: '2028-09-30' },
    yearsOfPractice: 27,
  }),
  person('chen.siyuan', '陈思远', {
    locale: 'zh-CN',
    showcase: 'reader',
    specialties: ['respiratory', 'internal-medicine', 'emergency'],
    languages: ['zh-CN', 'en'],
    licence: { number: 'MRD-11-48150', expires: '2028-04-30' },
    yearsOfPractice: 9,
    conflicts: [{ kind: 'source', value: '松江呼吸通讯', reason: '现任编委，参与该刊稿件审定' }],
  }),
  person('lin.wanqing', '林婉清', {
    locale: 'zh-CN',
    specialties: ['endocrinology', 'internal-medicine', 'nephrology'],
    languages: ['zh-CN', 'en'],
    licence: { number: 'MRD-11-50733', expires: '2027-10-31' },
    yearsOfPractice: 12,
  }),
  person('zhou.zimo', '周子墨', {
    locale: 'zh-CN',
    specialties: ['paediatrics', 'neurology', 'haematology'],
    languages: ['zh-CN', 'en'],
    licence: { number: 'MRD-12-09344', expires: '2029-01-31' },
    yearsOfPractice: 8,
    conflicts: [{ kind: 'person', value: '周启文', reason: '直系亲属，撰写健康专栏' }],
  }),
  person('wu.ruonan', '吴若楠', {
    locale: 'zh-CN',
    specialties: ['pharmacology', 'internal-medicine', 'gastroenterology'],
    languages: ['zh-CN', 'en'],
    licence: { number: 'MRD-13-22018', expires: '2028-08-31' },
    yearsOfPractice: 11,
    conflicts: [{ kind: 'source', value: '百草轩健康号', reason: '2024 年曾为该号撰稿并取酬' }],
  }),
  person('he.min', '何敏', {
    locale: 'zh-CN',
    specialties: ['obstetrics-gynaecology', 'oncology', 'surgery'],
    languages: ['zh-CN', 'en'],
    licence: { number: 'MRD-10-71526', expires: '2027-05-31' },
    yearsOfPractice: 17,
  }),
  person('meiling.tan', 'Mei-Ling Tan', {
    specialties: ['cardiology', 'general-practice', 'psychiatry'],
    languages: ['en', 'zh-CN'],
    licence: { number: 'MRD-11-63907', expires: '2028-11-30' },
    yearsOfPractice: 14,
  }),
  person('daniel.asante', 'Daniel Asante', {
    specialties: ['nephrology', 'internal-medicine', 'radiology'],
    languages: ['en', 'zh-CN'],
    licence: { number: 'MRD-09-15582', expires: '2029-07-31' },
    yearsOfPractice: 13,
  }),
  person('tomas.herrera', 'Tomás Herrera', {
    specialties: ['emergency', 'critical-care', 'surgery'],
    languages: ['en'],
    licence: { number: 'MRD-14-04471', expires: '2028-02-28' },
    yearsOfPractice: 7,
  }),
  person('priya.raghavan', 'Priya Raghavan', {
    specialties: ['infectious-disease', 'internal-medicine', 'gastroenterology'],
    languages: ['en'],
    licence: { number: 'MRD-12-88105', expires: '2027-09-30' },
    yearsOfPractice: 10,
    conflicts: [
      {
        kind: 'source',
        value: 'Northgate General, synthetic ward archive',
        reason: 'Worked on these wards until 2024',
      },
    ],
  }),
  person('hannah.weiss', 'Hannah Weiss', {
    showcase: 'researcher',
    specialties: [],
    languages: ['en', 'zh-CN'],
    yearsOfPractice: 0,
  }),
]
