import { redirect } from 'next/navigation'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readShell } from '@/lib/services/read-shell'
import { paths } from '@/lib/web/paths'

/** The start page is wherever this person works. */
export default async function Home() {
  const { places } = await readShell(await viewerOrSignIn())
  redirect(places[0] ? paths[places[0]]() : paths.account())
}
