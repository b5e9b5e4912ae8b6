import { LateMissingPage } from '@/components/shell/late-missing-page'
import { paths } from '@/lib/web/paths'
import { keepPreference } from '../keep-preference'

export { generateMetadata } from '../not-found'

/** Within the frame of the signed-in pages, which brings its own head. */
export default function NotFound() {
  return <LateMissingPage keep={keepPreference} homeHref={paths.home()} framed />
}
