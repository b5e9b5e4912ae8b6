/** The places a person may stand in; a page passes only those that its person has. */
export type Place = 'desk' | 'bench' | 'studies' | 'releases' | 'people'
export type PlaceLink = { place: Place; href: string; waiting?: number }

/** Whether `pathname` lies in the place at `href`. */
export const isIn = (pathname: string, href: string) => pathname === href || pathname.startsWith(href + '/')
