/**
 * Locking the page behind a dialog writes one <style>; the library that does it asks this global for the nonce. The
 * nonce is read from our own script tags, where only scripts that already run can see it.
 */
export function passStyleNonce() {
  if (typeof document === 'undefined') return
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
  if (nonce) Reflect.set(globalThis, '__webpack_nonce__', nonce)
}
