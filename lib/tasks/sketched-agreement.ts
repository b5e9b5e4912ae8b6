import type { Resampling } from '@/lib/stats/bootstrap'
import { agreementBy, type Facet } from './agreement-by'
import type { RatedScale } from './rated-units'
import type { AgreementCollector } from './task'

/** What releases state of agreement, by the same rules as the page of a study: on the whole and by axis. */
export function sketchedAgreement<Content, Answer, Form>(scale: RatedScale<Content, Answer, Form>, facets: readonly Facet[], resampling: Resampling): AgreementCollector<Answer> {
  const by = agreementBy(scale as RatedScale, resampling, facets)
  return {
    add: (readings, { content }) => by.add({ content, specialty: null, readings }),
    measures: () => by.groups().flatMap(({ measures }) => measures),
  }
}
