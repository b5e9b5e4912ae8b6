import { verify } from '@node-rs/argon2'
import { hashPassword } from './hash-password'

let decoy: Promise<string> | undefined

/** Takes as long where there is no hash to compare with, so that time does not tell whether an account exists. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  const matches = await verify(hash ?? (await (decoy ??= hashPassword('no account has this password'))), password.normalize('NFKC'))
  return hash !== null && matches
}
