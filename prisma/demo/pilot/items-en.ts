/** The English leaflets of the pilot. */
import { medfact as is } from '../error-types'
import { planted, sound } from '../reference'
import type { DemoItem } from '../types'
import { leaflet } from './leaflet'

export const itemsEn: DemoItem[] = [
  leaflet('en', {
    number: 1,
    specialty: 'general-practice',
    difficulty: 1,
    reference: sound,
    text: `Colds and antibiotics. Most colds, sore throats and coughs are caused by viruses. Antibiotics do not act on viruses: they will not make you better sooner, and they can cause rashes, diarrhoea and resistant bacteria. Rest, drink enough, and take paracetamol or ibuprofen for fever and aches. A cough may last three weeks. See us if you are breathless, cough up blood, have a high fever for more than three days, or feel better and then suddenly worse.`,
  }),
  leaflet('en', {
    number: 2,
    specialty: 'endocrinology',
    difficulty: 1,
    reference: planted('in the freezer compartment', is.concept, 'in the main part of the refrigerator, at 2 to 8 °C'),
    text: `Looking after your insulin. Keep the pens and cartridges you have not opened in the freezer compartment. The pen in use may stay at room temperature, below 25 to 30 °C, for about four weeks; the exact number of days is on the package. Never leave insulin in a parked car or on a windowsill. Do not use it if a clear insulin has turned cloudy, or if there are lumps that do not mix. When you fly, carry it in your hand luggage.`,
  }),
  leaflet('en', {
    number: 3,
    specialty: 'respiratory',
    difficulty: 2,
    reference: sound,
    text: `Two kinds of asthma inhaler. A preventer contains a steroid that calms the swelling in the airways. It works only if you use it every day, also when you feel well; rinse your mouth afterwards. A reliever opens the airways within minutes. If you need your reliever on more than two days a week, your asthma is not under control: book a review. Some people have one inhaler that does both jobs; follow your own written plan.`,
  }),
  leaflet('en', {
    number: 4,
    specialty: 'cardiology',
    difficulty: 2,
    reference: sound,
    text: `Starting a statin. Statins lower LDL cholesterol and with it the risk of heart attack and stroke. Most people have no side effects. Aching muscles are common at any age and are usually not due to the tablet, but tell us if they are new, severe, or come with dark urine. We check your blood fats and liver tests after about three months. Some statins interact with clarithromycin and with grapefruit juice. Do not take a statin if you are pregnant unless a specialist has advised it.`,
  }),
  leaflet('en', {
    number: 5,
    specialty: 'paediatrics',
    difficulty: 1,
    reference: planted('a highly contagious bacterium', is.concept, 'a highly contagious virus'),
    text: `Measles. Measles is caused by a highly contagious bacterium that spreads through the air and can stay there for up to two hours after an infected person has left the room. It begins with fever, cough, runny nose and red eyes; the rash follows a few days later, starting on the face. A person is infectious from four days before the rash until four days after. Two doses of vaccine protect about 97 in 100 people. If you suspect measles, ring before you come, so that others in the waiting room stay safe.`,
  }),
  leaflet('en', {
    number: 6,
    specialty: 'neurology',
    difficulty: 1,
    reference: sound,
    text: `Act FAST. Face: has one side drooped? Arms: can the person lift both and keep them up? Speech: is it slurred or muddled? Time: if you see any one of these signs, call an ambulance at once and note when the person was last well. Do not give aspirin: only a scan can tell a blocked vessel from a bleeding one. If the signs go away after a few minutes it may have been a TIA, which is a warning and needs to be seen the same day.`,
  }),
  leaflet('en', {
    number: 7,
    specialty: 'obstetrics-gynaecology',
    difficulty: 2,
    reference: planted('34 and 36 weeks', is.time, '24 and 28 weeks'),
    text: `Diabetes that begins in pregnancy. Between 34 and 36 weeks most women are offered a glucose tolerance test. You come fasting, drink a sugary solution, and blood is taken before and afterwards. If the result is raised, changes to meals and activity are enough for most women; some need metformin or insulin. Blood sugar usually returns to normal after the birth, but you should be tested again at 6 to 12 weeks and then regularly, because type 2 diabetes is more likely later in life.`,
  }),
  leaflet('en', {
    number: 8,
    specialty: 'oncology',
    difficulty: 3,
    reference: planted(
      'the discovery of HIV',
      is.fact,
      'the discovery that human papillomaviruses cause cervical cancer',
    ),
    text: `A vaccine against cancer. Almost all cervical cancers are caused by long-lasting infection with certain types of human papillomavirus (HPV). The German virologist Harald zur Hausen proposed this in the 1970s, against general opinion, and in 2008 he received half of the Nobel Prize in Physiology or Medicine for the discovery of HIV. The vaccine works best before any contact with the virus, and so it is offered to girls, and in many countries to boys, from about 9 to 14 years. It does not replace screening.`,
  }),
  leaflet('en', {
    number: 9,
    specialty: 'neurology',
    difficulty: 3,
    reference: planted(
      'Migraine is mostly a complaint of anxious women who cannot cope with stress',
      is.bias,
      'Migraine is a neurological disease; it is more frequent in women, and it is not a sign of anxiety or weakness',
    ),
    text: `Living with migraine. Migraine is mostly a complaint of anxious women who cannot cope with stress. Attacks last between four hours and three days, usually throb on one side, get worse with movement, and come with nausea or a dislike of light and sound. Take your painkiller early in the attack. Do not use triptans on ten days a month or more, since medicines taken too often can themselves cause headache. If you have four or more attacks a month, ask us about preventive treatment.`,
  }),
  leaflet('en', {
    number: 10,
    specialty: 'nephrology',
    difficulty: 4,
    reference: sound,
    text: `Bones and kidneys. When the kidneys fail, they can no longer get rid of phosphate and make less active vitamin D. Calcium in the blood tends to fall, phosphate to rise, and the parathyroid glands work overtime. Over years this weakens the bones and hardens the arteries. Your dietitian will show you where phosphate hides: processed meat, cola drinks, cheese spreads. Phosphate binders work only if they are taken with food.`,
  }),
  leaflet('en', {
    number: 11,
    specialty: 'infectious-disease',
    difficulty: 2,
    reference: planted('In 1896', is.fact, 'In 1796'),
    text: `Where vaccines come from. In 1896 the English country doctor Edward Jenner took matter from a milkmaid's cowpox sore and scratched it into the arm of an eight-year-old boy, James Phipps. Weeks later the boy proved immune to smallpox. The word vaccine itself comes from vacca, the Latin for cow. In 1980 the World Health Organization declared smallpox eradicated, the first human disease to be ended by people.`,
  }),
  leaflet('en', {
    number: 12,
    specialty: 'gastroenterology',
    difficulty: 2,
    reference: sound,
    text: `Polyps of the bowel. A polyp is a small growth on the lining of the bowel. Many are harmless, but the kind called adenoma can turn into cancer over about ten years, and removing it prevents that. Polyps rarely cause symptoms, which is why screening is offered to people who feel well. If yours was removed, the letter from the laboratory decides when, and whether, you need another colonoscopy.`,
  }),
]
