/** The Chinese leaflets of the pilot. */
import { medfact as is } from '../error-types'
import { planted, sound } from '../reference'
import type { DemoItem } from '../types'
import { leaflet } from './leaflet'

export const itemsZh: DemoItem[] = [
  leaflet('zh-CN', {
    number: 1,
    specialty: 'general-practice',
    difficulty: 1,
    reference: planted('早用抗生素可以缩短病程', is.concept, '使用抗生素不能缩短病程'),
    text: `感冒与抗生素。普通感冒绝大多数由病毒引起，一般7～10天自行好转。对于没有细菌感染证据的感冒，早用抗生素可以缩短病程。发热、头痛时，可以服用对乙酰氨基酚或布洛芬；多休息，适量饮水。出现呼吸困难、胸痛、高热超过3天，或者好转之后又突然加重，请及时就诊。`,
  }),
  leaflet('zh-CN', {
    number: 2,
    specialty: 'endocrinology',
    difficulty: 1,
    reference: sound,
    text: `胰岛素怎么保存？未开封的胰岛素放在冰箱冷藏室，2～8℃，不要贴着冷藏室的后壁，更不能冷冻；结过冰的胰岛素不能再用。正在使用的胰岛素可以放在室温下（一般不超过25～30℃），大约能用4周，具体天数以说明书为准。坐飞机时随身携带，不要托运。`,
  }),
  leaflet('zh-CN', {
    number: 3,
    specialty: 'respiratory',
    difficulty: 2,
    reference: planted(
      '应当每天规律使用沙丁胺醇作为长期控制药物',
      is.concept,
      '应当每天规律使用含吸入糖皮质激素的药物作为长期控制药物，沙丁胺醇只在需要时缓解症状',
    ),
    text: `哮喘的长期管理。哮喘的本质是气道的慢性炎症，没有症状的时候，炎症也还在。持续性哮喘患者应当每天规律使用沙丁胺醇作为长期控制药物。使用含激素的吸入剂之后要漱口，以减少声音嘶哑和口腔念珠菌感染。请随身携带书面的行动计划：什么时候加药，什么时候就医，都写在上面。`,
  }),
  leaflet('zh-CN', {
    number: 4,
    specialty: 'cardiology',
    difficulty: 2,
    reference: planted('主要降低的是甘油三酯', is.concept, '主要降低的是低密度脂蛋白胆固醇'),
    text: `开始服用他汀。他汀类药物主要降低的是甘油三酯，由此减少心肌梗死和缺血性卒中的发生。多数人没有不适。如果出现新发的、明显的肌肉酸痛，或者尿色变深，请停药并联系我们。开始用药后4～12周复查血脂、肝功能。与克拉霉素合用时，部分他汀需要暂停。`,
  }),
  leaflet('zh-CN', {
    number: 5,
    specialty: 'paediatrics',
    difficulty: 1,
    reference: sound,
    text: `麻疹。麻疹由麻疹病毒引起，经空气和飞沫传播，传染性极强。起初是发热、咳嗽、流涕、眼结膜充血，口腔颊黏膜可见针尖大小的灰白色小点；发热3～4天后，皮疹从耳后、发际开始，逐渐向下蔓延。我国现行免疫程序在8月龄和18月龄各接种一剂含麻疹成分的疫苗。怀疑麻疹时，请先打电话再来院，以免在候诊区传染他人。`,
  }),
  leaflet('zh-CN', {
    number: 6,
    specialty: 'neurology',
    difficulty: 2,
    reference: planted('通常持续3～5天', is.time, '通常持续数分钟至1小时，最长不超过24小时'),
    text: `什么是"小中风"？短暂性脑缺血发作俗称"小中风"，表现为突然的一侧肢体无力、口角歪斜、言语不清或一侧眼睛看不见，症状通常持续3～5天，随后完全恢复，头颅影像上不留下新的梗死灶。症状虽然消失，发作后的头几天却是发生脑梗死的高危时期，必须当天就诊，查明原因并开始预防治疗。`,
  }),
  leaflet('zh-CN', {
    number: 7,
    specialty: 'obstetrics-gynaecology',
    difficulty: 2,
    reference: sound,
    text: `妊娠期糖尿病。孕24～28周，建议做75克口服葡萄糖耐量试验：空腹、服糖后1小时、2小时各抽一次血，界值分别为5.1、10.0和8.5 mmol/L，任何一项达到或超过界值即可诊断。多数孕妇通过调整饮食和适量运动就能把血糖控制好，达不到目标的需要使用胰岛素。产后4～12周应复查，以后也要定期筛查糖尿病。`,
  }),
  leaflet('zh-CN', {
    number: 8,
    specialty: 'oncology',
    difficulty: 2,
    reference: sound,
    text: `宫颈癌是可以预防的。几乎所有的宫颈癌都与高危型人乳头瘤病毒（HPV）的持续感染有关。感染很常见，多数人在一两年内可自行清除，只有少数持续存在，经过多年发展为癌前病变乃至癌。世界卫生组织提出，到2030年实现三个"90%－70%－90%"的目标：疫苗接种、筛查和治疗。接种疫苗之后，仍然需要定期筛查。`,
  }),
  leaflet('zh-CN', {
    number: 9,
    specialty: 'neurology',
    difficulty: 2,
    reference: sound,
    text: `与偏头痛相处。偏头痛是一种神经系统疾病，女性多见，男性和儿童也会得。发作时头痛常在一侧，呈搏动性，活动后加重，伴恶心、怕光、怕声，持续4～72小时。止痛药要在发作早期服用，但每月使用曲普坦类药物不要达到10天，否则可能造成药物过度使用性头痛。记头痛日记，有助于找到诱因。`,
  }),
  leaflet('zh-CN', {
    number: 10,
    specialty: 'nephrology',
    difficulty: 4,
    reference: planted('高钙、低磷', is.concept, '低钙、高磷'),
    text: `肾与骨。慢性肾脏病发展到晚期，肾脏排不出多余的磷，活性维生素D的合成也减少，血液中容易出现高钙、低磷，并继发甲状旁腺功能亢进。长此以往，骨骼变脆，血管变硬。加工肉制品、可乐类饮料含有大量容易吸收的无机磷，应当少吃。磷结合剂要与饭同服才有效。`,
  }),
  leaflet('zh-CN', {
    number: 11,
    specialty: 'infectious-disease',
    difficulty: 2,
    reference: sound,
    text: `从人痘到牛痘。至迟在明代，中国已有人痘接种的记载：取天花患者的痘痂或痘浆，使健康人轻度感染而获得免疫。1796年，英国医生琴纳（詹纳）改用牛痘接种，安全性大大提高。1980年，世界卫生组织宣布天花已在全球被消灭。`,
  }),
  leaflet('zh-CN', {
    number: 12,
    specialty: 'gastroenterology',
    difficulty: 3,
    reference: planted('腺瘤属于炎症性改变，不会癌变', is.concept, '腺瘤属于癌前病变，部分可发展为癌'),
    text: `肠镜报告上的"息肉"。息肉是肠黏膜上隆起的小肿物。增生性息肉多数无害；腺瘤属于炎症性改变，不会癌变。息肉大多没有症状，所以建议一般风险人群从45～50岁起接受筛查。切除以后，什么时候复查肠镜，要看息肉的数目、大小和病理结果，请带着病理报告来门诊。`,
  }),
]
