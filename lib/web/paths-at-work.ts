export const query = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `?${new URLSearchParams([[name, value]]).toString()}`

/** The addresses that a workbench leads to: apart from the others, so that it need not bring all of them along. */
export const pathsAtWork = {
  signIn: (then?: string) => `/sign-in${query('then', then)}`,
  desk: () => '/desk',
  reading: (seatId: string) => `/desk/${seatId}`,
  dispute: (adjudicationId: string) => `/bench/${adjudicationId}`,
}
