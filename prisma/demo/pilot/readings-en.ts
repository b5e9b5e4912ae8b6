/** How the English leaflets were read: eight agreed, four closed at the bench. */
import { medfact as is } from '../error-types'
import { adjudicated, agreed, correct, erroneous, mark, type ToldScript } from '../telling'
import { asante, chen, gu, herrera, okafor, raghavan, tan } from '../who'

export const readingsEn: ToldScript[] = [
  agreed('leaflet-01-en', 29, [correct(herrera, 1, 3, 1.3), correct(raghavan, 1, 3, 1.6)]),
  agreed('leaflet-02-en', 29, [
    erroneous(
      tan,
      1,
      3,
      1.7,
      mark(
        'in the freezer compartment',
        is.concept,
        'in the refrigerator at 2 to 8 °C',
        'Freezing destroys insulin; unopened pens belong in the refrigerator.',
      ),
    ),
    erroneous(
      raghavan,
      1,
      3,
      1.5,
      mark('the freezer compartment', is.concept, 'the main part of the refrigerator', 'Insulin must never be frozen.'),
    ),
  ]),
  adjudicated(
    'leaflet-03-en',
    29,
    [
      correct(chen, 2, 3, 1.9),
      erroneous(
        herrera,
        2,
        2,
        2.6,
        mark(
          'on more than two days a week',
          is.quantity,
          'on three or more days a week',
          'Our local plan counts from three days a week.',
        ),
      ),
    ],
    {
      adjudicator: okafor,
      decision: { kind: 'own', veracity: 'correct', spans: [] },
      rationale:
        'No error: more than two days a week and three or more days a week are the same threshold. The reader corrected the wording, not the fact.',
      cause: 'oversight',
      activeMinutes: 1.8,
      daysAgo: 27,
    },
  ),
  agreed('leaflet-04-en', 29, [correct(asante, 2, 3, 2.2), correct(tan, 2, 3, 2.0)]),
  agreed('leaflet-05-en', 28, [
    erroneous(
      raghavan,
      1,
      3,
      1.1,
      mark(
        'a highly contagious bacterium',
        is.concept,
        'a highly contagious virus',
        'Measles virus is a paramyxovirus.',
      ),
    ),
    erroneous(herrera, 1, 3, 1.4, mark('contagious bacterium', is.concept, 'contagious virus', 'Measles is viral.')),
  ]),
  agreed('leaflet-06-en', 28, [correct(herrera, 1, 3, 1.2), correct(asante, 1, 3, 1.5)]),
  agreed('leaflet-07-en', 28, [
    erroneous(
      tan,
      2,
      3,
      1.8,
      mark('34 and 36 weeks', is.time, '24 and 28 weeks', 'The glucose tolerance test is offered at 24 to 28 weeks.'),
    ),
    erroneous(
      asante,
      2,
      2,
      2.3,
      mark('Between 34 and 36 weeks', is.time, 'Between 24 and 28 weeks', 'Too late to be useful.'),
    ),
  ]),
  adjudicated(
    'leaflet-08-en',
    28,
    [
      erroneous(
        raghavan,
        3,
        3,
        2.8,
        mark(
          'the discovery of HIV',
          is.fact,
          'the discovery that human papillomaviruses cause cervical cancer',
          'The other half of the 2008 prize went to Barré-Sinoussi and Montagnier for HIV.',
        ),
      ),
      erroneous(
        chen,
        4,
        3,
        3.3,
        mark(
          'the discovery of HIV',
          is.cite,
          'the discovery of human papillomaviruses causing cervical cancer',
          'The discovery is attributed to the wrong person.',
        ),
      ),
    ],
    {
      adjudicator: gu,
      decision: { kind: 'took', reader: raghavan },
      rationale:
        'Same place, same correction. Who won a prize for what is a matter of history; citation source is for claims ascribed to a guideline or study that does not make them.',
      cause: 'taxonomy-gap',
      activeMinutes: 2.6,
      daysAgo: 26,
    },
  ),
  adjudicated(
    'leaflet-09-en',
    28,
    [
      erroneous(
        asante,
        3,
        3,
        2.1,
        mark(
          'Migraine is mostly a complaint of anxious women who cannot cope with stress',
          is.bias,
          'Migraine is a disease of the brain that is more frequent in women',
          'A prejudice, not a finding.',
        ),
      ),
      erroneous(
        tan,
        3,
        2,
        2.9,
        mark(
          'mostly a complaint of anxious women who cannot cope with stress',
          is.concept,
          'a neurological disease',
          'Wrong cause.',
        ),
      ),
    ],
    {
      adjudicator: okafor,
      decision: { kind: 'took', reader: asante },
      rationale:
        'The sentence is wrong as a statement of cause, and the reason it was ever written is prejudice. By the rule "take the more specific type", it is bias.',
      cause: 'ambiguous-guideline',
      activeMinutes: 3.1,
      daysAgo: 26,
    },
  ),
  agreed('leaflet-10-en', 27, [correct(asante, 4, 3, 2.0), correct(raghavan, 4, 2, 2.7)]),
  adjudicated(
    'leaflet-11-en',
    27,
    [
      erroneous(herrera, 2, 3, 1.7, mark('In 1896', is.time, 'In 1796', 'Jenner vaccinated James Phipps in 1796.')),
      erroneous(chen, 2, 3, 1.9, mark('1896', is.fact, '1796', 'A date in history, wrong by a hundred years.')),
    ],
    {
      adjudicator: gu,
      decision: {
        kind: 'own',
        veracity: 'erroneous',
        spans: [mark('1896', is.fact, '1796', 'Edward Jenner vaccinated James Phipps on 14 May 1796.')],
      },
      rationale:
        'Dates of history are general facts in this taxonomy; temporal is for times that matter to care. I keep the shorter mark.',
      cause: 'taxonomy-gap',
      activeMinutes: 2.0,
      daysAgo: 25,
    },
  ),
  agreed('leaflet-12-en', 27, [correct(tan, 2, 3, 1.4), correct(herrera, 3, 2, 1.8)]),
]
