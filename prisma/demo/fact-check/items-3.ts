/** Texts fc-021 to fc-030. */
import { medfact as is } from '../error-types'
import { planted, sound } from '../reference'
import type { DemoItem } from '../types'
import { fact, from } from './fact'

export const items3: DemoItem[] = [
  fact({
    id: 'fc-021',
    specialty: 'obstetrics-gynaecology',
    style: 'popular-science',
    difficulty: 2,
    source: from.column,
    model: 'human',
    reference: sound,
    text: `备孕要不要吃叶酸？要，而且要早。胎儿的神经管在怀孕后的第3～4周就开始闭合，那时很多人还不知道自己怀孕了。没有高危因素的女性，建议从可能怀孕或孕前至少3个月开始，每天增补0.4毫克或0.8毫克叶酸，一直吃到妊娠满3个月。生育过神经管缺陷患儿，或者夫妻一方患神经管缺陷的，剂量要大得多，应在医生指导下服用。多吃绿叶菜很好，但光靠食物通常达不到需要的量。`,
  }),
  fact({
    id: 'fc-022',
    specialty: 'infectious-disease',
    style: 'consultation',
    difficulty: 3,
    source: from.consultation,
    model: 'cedar-med-14b',
    reference: planted('72小时内', is.time, '12小时内（越早越好）'),
    text: `患者提问：我是"大三阳"，孕28周，HBV DNA 6.2×10⁷ IU/mL，肝功能正常，怎么才能不传给孩子？

医生回复：您的病毒载量较高，建议现在就到肝病或感染科评估，与医生商量在妊娠中晚期开始口服替诺福韦等抗病毒药，把病毒载量降下来。孩子出生后72小时内，应在不同部位分别注射乙肝免疫球蛋白和第一针乙肝疫苗，满1个月和6个月时各再打一针疫苗。乙肝不是剖宫产的指征，分娩方式由产科情况决定。规范做好联合免疫之后，可以母乳喂养。孩子满7～12月龄时，抽血查一次乙肝两对半，看看阻断是否成功。`,
  }),
  fact({
    id: 'fc-023',
    specialty: 'surgery',
    style: 'encyclopaedia',
    difficulty: 4,
    source: from.encyclopaedia,
    model: 'cedar-med-14b',
    reference: planted('绝大多数在腹部X线平片上可以显影', is.concept, '绝大多数在腹部X线平片上不显影'),
    text: `胆囊结石主要由胆固醇、胆红素和钙盐等组成，其中以胆固醇类结石最常见。腹部超声是首选的检查方法，典型表现为胆囊内强回声团，后方伴声影，可随体位改变而移动。胆囊结石绝大多数在腹部X线平片上可以显影，这一点与泌尿系结石不同。多数患者终身没有症状，称为静止性胆囊结石，一般不需要预防性切除胆囊，定期随访即可；反复胆绞痛或并发急性胆囊炎者，首选腹腔镜胆囊切除术。`,
  }),
  fact({
    id: 'fc-024',
    specialty: 'emergency',
    style: 'popular-science',
    difficulty: 1,
    source: from.column,
    model: 'human',
    reference: sound,
    text: `☀️高温天里，有人倒下了，怎么办？

1️⃣ 搬：马上转移到阴凉通风处🌳；
2️⃣ 脱：解开、脱去多余的衣物；
3️⃣ 降：往皮肤上喷洒凉水并用力扇风，或者用冰袋敷颈部、腋下、腹股沟🧊；
4️⃣ 叫：如果意识不清、抽搐、体温达到40℃以上，很可能是热射病，立刻拨打120📞。

⚠️ 意识不清的人，千万不要喂水，以免呛入气道。意识清醒、没有呕吐的，可以小口喝含电解质的饮料。热射病靠退烧药是退不下来的，不要指望一片布洛芬能解决问题。`,
  }),
  fact({
    id: 'fc-025',
    specialty: 'pharmacology',
    style: 'rumour-rebuttal',
    difficulty: 2,
    source: from.rumour,
    model: 'aurora-chat-72b',
    reference: planted('布洛芬、双氯芬酸这一类抗生素', is.term, '布洛芬、双氯芬酸这一类非甾体抗炎药'),
    text: `【传言】嗓子疼就是有炎症，吃几天"消炎药"就好了。

【核查】不准确。大家口中的"消炎药"，其实混淆了两类药：一类对付的是细菌，如阿莫西林、头孢呋辛；另一类对付的是炎症反应本身，如布洛芬、双氯芬酸这一类抗生素。成年人的急性咽痛大多由病毒引起，一般一周左右自行好转，用阿莫西林既不能缩短病程，还会增加过敏、腹泻和细菌耐药的风险。发热超过3天、吞咽困难、张不开口，或者呼吸费力，才是需要尽快就医的信号。`,
  }),
  fact({
    id: 'fc-026',
    specialty: 'critical-care',
    style: 'popular-science',
    difficulty: 4,
    source: from.column,
    model: 'aurora-chat-72b',
    reference: planted('《柳叶刀》', is.cite, '《新英格兰医学杂志》'),
    text: `一种几块钱的老药，怎么成了重症新冠患者的救命药？2020年，英国的RECOVERY试验把住院的新冠患者随机分成两组，一组在常规治疗之外，每天使用6毫克地塞米松，最多10天。结果显示，在需要有创机械通气的患者中，28天死亡率由41.4%降到29.3%；在只需要吸氧的患者中，由26.2%降到23.3%；而不需要吸氧的患者没有获益。这项研究的正式论文发表在《柳叶刀》上，随后被写进各国的诊疗指南。它也提醒我们：糖皮质激素不是"预防药"，没有缺氧的患者不应自行服用。`,
  }),
  fact({
    id: 'fc-027',
    specialty: 'oncology',
    style: 'rumour-rebuttal',
    difficulty: 4,
    source: from.rumour,
    model: 'aurora-chat-72b',
    reference: planted('2A类（很可能对人致癌）', is.fact, '1类（对人致癌）'),
    text: `【传言】火腿肠、培根和香烟一样毒。

【核查】混淆了"证据的强弱"与"危害的大小"。2015年，国际癌症研究机构（IARC）把加工肉制品列为2A类（很可能对人致癌）。这个分类说的是"它能致癌"这件事的证据有多充分，而不是"吃一点有多危险"。据该机构引用的研究估计，每天吃50克加工肉，患结直肠癌的风险约上升18%，这是相对风险；而吸烟使肺癌风险增加十几倍甚至更多。所以，加工肉能少吃就少吃，但不必把偶尔一根烤肠等同于一包烟。`,
  }),
  fact({
    id: 'fc-028',
    specialty: 'neurology',
    style: 'encyclopaedia',
    difficulty: 3,
    source: from.encyclopaedia,
    model: 'human',
    reference: sound,
    text: `帕金森病是一种常见的神经系统退行性疾病，主要病理改变为中脑黑质多巴胺能神经元变性丢失和路易小体形成。运动症状以运动迟缓为核心，伴有静止性震颤或肌强直，常从一侧肢体开始，逐渐累及对侧。嗅觉减退、便秘、快速眼动睡眠期行为障碍等非运动症状，可早于运动症状数年出现。复方左旋多巴仍是改善运动症状最有效的药物，宜与高蛋白饮食错开服用。`,
  }),
  fact({
    id: 'fc-029',
    specialty: 'haematology',
    style: 'encyclopaedia',
    difficulty: 2,
    source: from.encyclopaedia,
    model: 'cedar-med-14b',
    reference: planted('大细胞低色素性贫血', is.term, '小细胞低色素性贫血'),
    text: `缺铁性贫血是最常见的贫血类型，是体内储存铁耗尽、血红蛋白合成受限的结果，形态学上属于大细胞低色素性贫血。血清铁蛋白降低是反映储存铁减少最敏感的指标之一，但合并炎症时铁蛋白可以"假性正常"。成年男性和绝经后女性出现缺铁性贫血，必须查找消化道失血的原因。口服铁剂有效者，网织红细胞先升高，血红蛋白恢复正常后，仍需继续补铁3个月左右以补足储存铁。`,
  }),
  fact({
    id: 'fc-030',
    specialty: 'surgery',
    style: 'consultation',
    difficulty: 3,
    source: from.consultation,
    model: 'human',
    reference: sound,
    text: `患者提问：男，22岁，昨晚开始肚脐周围隐痛，恶心，今天早上疼痛跑到右下腹了，一按更疼，体温37.9℃。能不能先吃片止痛药扛到明天？

医生回复：不建议在家扛。疼痛从脐周转移并固定到右下腹，伴有压痛和低热，首先要排除急性阑尾炎。请现在就去有外科急诊的医院，做血常规和腹部超声或CT，在医生看过之前先不要吃东西。到医院后，医生评估时使用止痛药并不会耽误诊断，但自己在家吃药拖延，有可能等到穿孔才就诊。如果疼痛突然减轻，随后又全腹疼痛、发热加重，更要警惕穿孔，立即拨打120。`,
  }),
]
