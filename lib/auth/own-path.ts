/** An address of this installation, or the start page: nobody is sent elsewhere by a link to the sign-in page. */
export function ownPath(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return '/'
  const url = new URL(wanted, 'http://own.invalid')
  return url.origin === 'http://own.invalid' && !url.pathname.startsWith('/sign-in') ? url.pathname + url.search + url.hash : '/'
}
