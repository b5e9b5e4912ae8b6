/** Items of the Chinese study half read or not begun: two drafts, one declined seat, one open thread. */
import { medfact as is } from '../error-types'
import { correct, erroneous, mark, reading, untouched, type ToldScript } from '../telling'
import { asante, chen, he, lin, tan, wu, zhou } from '../who'

export const begun: ToldScript[] = [
  reading('fc-009', 1, [correct(he, 2, 3, 2.1), correct(chen, 3, 2, 3.0)]),
  reading('fc-016', 1, [correct(lin, 3, 3, 2.6)], {
    drafts: [
      {
        reader: chen,
        veracity: 'erroneous',
        spans: [mark('血酮≥3.0 mmol/L', is.quantity, '', '界值待核对')],
        difficulty: 4,
        confidence: null,
        note: '血酮1.5还是3.0？先查一下再定。',
        activeMinutes: 4.3,
        saved: { minutesAgo: 22 },
      },
    ],
  }),
  reading('fc-021', 1, [
    correct(he, 2, 3, 1.8),
    erroneous(
      zhou,
      3,
      2,
      3.6,
      mark('0.4毫克或0.8毫克', is.quantity, '0.4毫克', '常规预防剂量应为0.4毫克，0.8毫克偏大。'),
    ),
  ]),
  reading(
    'fc-022',
    0,
    [
      erroneous(
        tan,
        3,
        3,
        3.9,
        mark('72小时内', is.time, '12小时内', '联合免疫应在出生后12小时内完成，越早越好，72小时阻断效果明显下降。'),
      ),
    ],
    {
      threads: [
        {
          reader: tan,
          messages: [
            {
              by: tan,
              text: '这类母婴阻断的题目，能否优先派给感染科或妇产科的老师？我能判断，但分级上拿不准是"普通医师可判断"还是"需专科医师判断"。',
              written: { minutesAgo: 95 },
            },
          ],
        },
      ],
    },
  ),
  reading('fc-025', 1, [
    erroneous(
      wu,
      2,
      3,
      1.8,
      mark(
        '布洛芬、双氯芬酸这一类抗生素',
        is.term,
        '布洛芬、双氯芬酸这一类非甾体抗炎药',
        '布洛芬、双氯芬酸属非甾体抗炎药，不是抗生素。',
      ),
    ),
    erroneous(
      zhou,
      1,
      3,
      2.3,
      mark(
        '布洛芬、双氯芬酸这一类抗生素',
        is.term,
        '布洛芬、双氯芬酸这一类非甾体抗炎药',
        '药物类别名称用错，恰与全文要澄清的混淆相同。',
      ),
    ),
  ]),
  reading('fc-026', 0, [
    erroneous(
      asante,
      5,
      3,
      6.7,
      mark(
        '《柳叶刀》',
        is.cite,
        '《新英格兰医学杂志》',
        '地塞米松结果的正式论文发表于《新英格兰医学杂志》。',
        'RECOVERY Collaborative Group. N Engl J Med 2021;384:693-704',
      ),
    ),
  ]),
  reading(
    'fc-029',
    0,
    [
      erroneous(
        zhou,
        1,
        3,
        1.4,
        mark('大细胞低色素性贫血', is.term, '小细胞低色素性贫血', '缺铁性贫血MCV降低，为小细胞低色素性。'),
      ),
    ],
    {
      drafts: [
        {
          reader: lin,
          veracity: 'erroneous',
          spans: [mark('大细胞', is.concept, '小细胞', '缺铁性贫血MCV降低')],
          difficulty: null,
          confidence: null,
          note: '',
          activeMinutes: 1.1,
          saved: { minutesAgo: 6 },
        },
      ],
    },
  ),
  reading('fc-030', 0, [correct(tan, 2, 3, 2.8)], {
    declines: [
      {
        reader: wu,
        reason: 'competence',
        note: '外科急腹症的处置不在我的执业范围内，请转给外科或急诊。',
        declined: { minutesAgo: 130 },
      },
    ],
  }),
]

export const waiting: ToldScript[] = [
  'fc-023',
  'fc-024',
  'fc-027',
  'fc-028',
  'fc-032',
  'fc-033',
  'fc-034',
  'fc-035',
  'fc-036',
  'fc-037',
  'fc-039',
  'fc-040',
].map((item) => untouched(item))
