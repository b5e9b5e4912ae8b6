/**
 * Specialties by code, and what files and people call them besides: the British and American spelling, the doctor for the discipline,
 * the usual Chinese names of the department. The names that the interface shows are among them (a test compares). Compared
 * without case, width, spaces and punctuation.
 */
export const specialtyNames: Readonly<Record<string, readonly string[]>> = {
  anaesthesiology: ['anesthesiology', 'anaesthesia', 'anesthesia', 'anaesthetics', '麻醉科', '麻醉学', '麻醉'],
  cardiology: ['cardiovascular medicine', 'cardiovascular', 'cardiac', '心血管内科', '心内科', '心血管科', '心脏内科', '心血管病学', '心血管'],
  'critical-care': ['critical care medicine', 'intensive care', 'intensive care medicine', 'icu', '重症医学科', '重症医学', '重症监护'],
  dermatology: ['dermatologist', '皮肤科', '皮肤病学', '皮肤性病科'],
  emergency: ['emergency medicine', 'accident and emergency', 'a&e', '急诊科', '急诊医学', '急诊'],
  endocrinology: ['endocrine', 'endocrinology and metabolism', 'diabetology', '内分泌科', '内分泌代谢科', '内分泌学', '内分泌'],
  gastroenterology: ['digestive medicine', 'hepatology', 'gastroenterology and hepatology', '消化内科', '消化科', '消化病学'],
  'general-practice': ['general practitioner', 'gp', 'family medicine', 'family practice', 'primary care', '全科医学', '全科', '全科医学科', '家庭医学'],
  geriatrics: ['geriatric medicine', 'geriatric', '老年医学科', '老年医学', '老年病科', '老年科'],
  haematology: ['hematology', '血液科', '血液内科', '血液病学'],
  'infectious-disease': ['infectious diseases', 'infectiology', '感染科', '感染病科', '感染性疾病科', '传染科', '传染病学'],
  'internal-medicine': ['general internal medicine', 'general medicine', 'internist', '内科', '普通内科', '大内科', '内科学'],
  nephrology: ['renal medicine', 'renal', '肾内科', '肾病科', '肾脏内科', '肾脏病学'],
  neurology: ['neurologist', '神经内科', '神经科', '神经病学'],
  'obstetrics-gynaecology': ['obstetrics and gynecology', 'obstetrics & gynaecology', 'obstetrics & gynecology', 'obstetrics and gynaecology', 'gynaecology', 'gynecology', 'obstetrics', 'ob/gyn', 'obgyn', '妇产科', '妇科', '产科', '妇产科学'],
  oncology: ['medical oncology', 'oncologist', '肿瘤科', '肿瘤内科', '肿瘤学'],
  ophthalmology: ['ophthalmologist', '眼科', '眼科学'],
  paediatrics: ['pediatrics', 'paediatric', 'pediatric', '儿科', '儿科学', '小儿科'],
  pathology: ['pathologist', '病理科', '病理学'],
  pharmacology: ['clinical pharmacology', 'clinical pharmacy', 'pharmacy', '临床药学', '药学', '药剂科', '临床药理学', '药理学'],
  psychiatry: ['psychiatrist', 'mental health', '精神科', '精神病学', '精神心理科'],
  radiology: ['radiologist', 'diagnostic radiology', 'medical imaging', '放射科', '影像科', '医学影像科', '放射学'],
  respiratory: ['respiratory medicine', 'pulmonology', 'pulmonary medicine', 'pneumology', '呼吸内科', '呼吸科', '呼吸与危重症医学科', '呼吸病学'],
  rheumatology: ['rheumatology and immunology', '风湿免疫科', '风湿科', '风湿病学'],
  surgery: ['general surgery', 'surgical', '外科', '普通外科', '普外科', '外科学'],
  urology: ['urologist', 'urological surgery', '泌尿外科', '泌尿科', '泌尿外科学'],
}

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/[\s\p{P}]/gu, '')
const codes = new Map(Object.entries(specialtyNames).flatMap(([code, others]) => [code, ...others].map((name) => [plain(name), code] as const)))

/** The code of a specialty that is known by this name; any other name as it was written. */
export const specialtyCode = (name: string): string => codes.get(plain(name)) ?? name
