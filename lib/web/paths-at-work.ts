/** The addresses that a workbench leads to: apart from the others, so that it need not bring all of them along. */
export const pathsAtWork = {
  signIn: (then?: string) => `/sign-in${then === undefined ? '' : `?${new URLSearchParams([['then', then]]).toString()}`}`,
  desk: () => '/desk',
  reading: (seatId: string) => `/desk/${seatId}`,
}
