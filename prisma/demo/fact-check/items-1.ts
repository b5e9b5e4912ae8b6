/** Texts fc-001 to fc-010. */
import { medfact as is } from '../error-types'
import { planted, sound } from '../reference'
import type { DemoItem } from '../types'
import { fact, from } from './fact'

export const items1: DemoItem[] = [
  fact({
    id: 'fc-001',
    specialty: 'endocrinology',
    group: 'metformin',
    style: 'encyclopaedia',
    difficulty: 2,
    source: from.encyclopaedia,
    model: 'cedar-med-14b',
    reference: planted(
      '主要通过刺激胰岛β细胞分泌胰岛素来降低血糖',
      is.concept,
      '主要通过抑制肝糖输出、改善外周组织对胰岛素的敏感性来降低血糖',
    ),
    text: `二甲双胍属于双胍类口服降糖药，是2型糖尿病最常用的基础用药之一。该药主要通过刺激胰岛β细胞分泌胰岛素来降低血糖，单独使用时很少引起低血糖。常见不良反应为恶心、腹泻、腹胀等胃肠道症状，多见于用药初期，从小剂量开始、随餐服用可以减轻。长期服用者应留意维生素B12水平。肾功能明显减退者需要减量或禁用，使用碘对比剂前后应按说明书暂停。`,
  }),
  fact({
    id: 'fc-002',
    specialty: 'internal-medicine',
    style: 'popular-science',
    difficulty: 2,
    source: from.column,
    model: 'human',
    reference: sound,
    text: `痛风发作的那天夜里，大脚趾像被火烧一样，连被单碰一下都疼。很多人第一反应是"明天就开始吃降尿酸药"。其实急性期首先要做的是抗炎止痛：常用的有非甾体抗炎药、秋水仙碱和糖皮质激素，用得越早效果越好。

降尿酸治疗是一场"持久战"，目标是把血尿酸长期控制在360 μmol/L以下，有痛风石的患者要更低，低于300 μmol/L。刚开始降尿酸的几个月里，尿酸波动反而可能诱发疼痛，所以医生常会同时开小剂量秋水仙碱预防，一般用3～6个月。如果在服用降尿酸药期间又发作，原则上不必停药。

饮食上，少喝酒（尤其是啤酒和白酒）、少喝含果糖的甜饮料、少吃动物内脏和带壳海鲜。豆腐、豆浆并不在"黑名单"上，可以适量吃。`,
  }),
  fact({
    id: 'fc-003',
    specialty: 'paediatrics',
    style: 'consultation',
    difficulty: 2,
    source: from.consultation,
    model: 'cedar-med-14b',
    reference: planted('至少间隔2小时', is.time, '至少间隔4～6小时'),
    text: `患者提问：孩子2岁3个月，12.5公斤，昨天傍晚开始发烧，最高39.1℃，精神还可以，能喝水。家里有对乙酰氨基酚混悬滴剂，怎么用？

医生回复：您好。孩子体温超过38.5℃或者因为发热明显不舒服时，可以用退热药。对乙酰氨基酚每次按每公斤体重10～15毫克计算，两次用药至少间隔2小时，24小时内不超过4次。不建议和布洛芬交替或联合使用，也不要同时吃含有对乙酰氨基酚的复方感冒药，以免超量。如果出现精神差、嗜睡、抽搐、持续呕吐、尿量明显减少，或者发热超过3天，请及时到医院面诊。`,
  }),
  fact({
    id: 'fc-004',
    specialty: 'gastroenterology',
    style: 'rumour-rebuttal',
    difficulty: 3,
    source: from.rumour,
    model: 'aurora-chat-72b',
    reference: sound,
    text: `【传言】隔夜的白开水亚硝酸盐超标，喝了会致癌。

【核查】不实。饮用水中确实含有微量硝酸盐，烧开、放置过夜的过程中，极小一部分可能转化为亚硝酸盐，但其含量远低于生活饮用水相关标准的限值，达不到危害健康的水平。真正需要注意的是卫生：敞口久放的水可能落入灰尘、滋生细菌，建议加盖保存，当天喝完。`,
  }),
  fact({
    id: 'fc-005',
    specialty: 'gastroenterology',
    group: 'h-pylori',
    style: 'encyclopaedia',
    difficulty: 2,
    source: from.encyclopaedia,
    model: 'cedar-med-14b',
    reference: planted('革兰阳性菌', is.concept, '革兰阴性菌'),
    text: `幽门螺杆菌是一种微需氧、呈螺旋形弯曲的革兰阳性菌，主要定植于胃窦部黏膜表面及黏液层。该菌能产生大量尿素酶，分解尿素生成氨，中和胃酸，从而在强酸环境中存活；临床常用的尿素呼气试验正是利用了这一特性。幽门螺杆菌感染与慢性胃炎、消化性溃疡、胃黏膜相关淋巴组织淋巴瘤以及胃癌密切相关。`,
  }),
  fact({
    id: 'fc-006',
    specialty: 'cardiology',
    style: 'popular-science',
    difficulty: 1,
    source: from.column,
    model: 'human',
    reference: sound,
    text: `胸口正中压榨样疼痛，持续超过十几分钟不缓解，还伴着出冷汗、恶心，疼痛可能窜到左肩、下颌甚至上腹部——请立刻拨打120，不要自己开车去医院，也不要让家人背着您下楼。

等救护车时，请安静坐下或半卧，解开领口，打开房门。有条件的，把正在吃的药、既往的心电图放在手边。急性心肌梗死的救治是"和时间赛跑"：血管开通得越早，能保住的心肌就越多。糖尿病患者、老年人和女性的症状可能不典型，只是胸闷、气短、乏力，也要提高警惕。`,
  }),
  fact({
    id: 'fc-007',
    specialty: 'gastroenterology',
    group: 'h-pylori',
    style: 'popular-science',
    difficulty: 3,
    source: from.column,
    model: 'aurora-chat-72b',
    reference: planted('1995年', is.fact, '2005年'),
    text: `为了证明胃里的这种弯曲细菌真的会致病，澳大利亚医生巴里·马歇尔喝下了一杯含有幽门螺杆菌的培养液，不久便出现恶心、呕吐，胃镜检查证实他得了急性胃炎。这段"以身试菌"的故事发生在1984年。当时的主流观点认为，胃溃疡主要是压力和胃酸过多造成的，细菌不可能在胃酸里长期存活。1995年，马歇尔与病理学家罗宾·沃伦因为发现幽门螺杆菌及其在胃炎和消化性溃疡中的作用，共同获得诺贝尔生理学或医学奖。今天，根除幽门螺杆菌已经成为治疗相关消化性溃疡的常规措施。`,
  }),
  fact({
    id: 'fc-008',
    specialty: 'psychiatry',
    style: 'popular-science',
    difficulty: 3,
    source: from.column,
    model: 'aurora-chat-72b',
    reference: planted(
      '得这种病的老人，大多是性格脆弱、遇事想不开',
      is.bias,
      '患病与性格是否坚强无关，是生物、心理和社会因素共同作用的结果',
    ),
    text: `王阿姨退休两年，最近总说睡不好、没胃口，电视也不看了，还常念叨"活着没意思"。女儿带她就诊，医生先排查了甲状腺功能减退、贫血和药物因素，又用老年抑郁量表做了筛查，考虑是老年抑郁。

老年抑郁的表现常常不是"哭"，而是躯体不适、记性变差、对什么都提不起兴趣，容易与痴呆混淆。得这种病的老人，大多是性格脆弱、遇事想不开。好消息是，抗抑郁药物和心理治疗对老年人同样有效，但起效往往需要几周，要耐心。有过轻生念头的老人，家里的药品应由他人保管，并尽快到精神心理科就诊。`,
  }),
  fact({
    id: 'fc-009',
    specialty: 'obstetrics-gynaecology',
    style: 'consultation',
    difficulty: 2,
    source: from.consultation,
    model: 'human',
    reference: sound,
    text: `患者提问：医生您好，我今年29岁，去年打完了三针九价HPV疫苗，单位体检还有必要做宫颈癌筛查吗？

医生回复：有必要。九价疫苗覆盖的是最常见的几种高危型别，并不能预防所有高危型HPV，对接种前已经存在的感染也没有治疗作用。所以无论是否接种过疫苗，有性生活的女性到了筛查年龄，都应该按照建议定期筛查。25～64岁的女性，可以选择HPV检测、宫颈细胞学检查，或者两者联合，具体间隔由医生根据结果来定。祝您健康。`,
  }),
  fact({
    id: 'fc-010',
    specialty: 'emergency',
    style: 'consultation',
    difficulty: 2,
    source: from.consultation,
    model: 'cedar-med-14b',
    reference: planted('约2分钟', is.time, '约15分钟'),
    text: `患者提问：半小时前被小区里的流浪狗咬了小腿，有两个牙印，出了血，现在该怎么办？

医生回复：您好，先别慌。请马上用肥皂水（或其他弱碱性清洗剂）和有一定压力的流动清水，交替冲洗伤口约2分钟，然后用碘伏消毒，伤口不要包扎过紧。皮肤被咬破、出血，属于狂犬病三级暴露，除了尽快接种狂犬病疫苗，还需要在伤口周围浸润注射狂犬病被动免疫制剂。请尽快到最近的狂犬病暴露预防处置门诊，同时告诉医生您上一次打破伤风疫苗的时间。`,
  }),
]
