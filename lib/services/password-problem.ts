/**
 * What speaks against a password, by NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where it is the only factor, no
 * rules of composition, no common or context-specific value.
 */
export const shortestPassword = 15
/** Far above what anyone types; bounds the work of hashing. */
const longestPassword = 256

/** What the longest common passwords are made of, once repetition, digits and signs are taken away. */
const commonStems = new Set(
  `password passwort passwd pass motdepasse contrasena senha wachtwoord lozinka parola mima woaini admin administrator root
  letmein welcome login secret changeme default guest user test testing temp qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl
  zxcvbn zxcvbnm qazwsx qazwsxedc iloveyou monkey dragon sunshine princess football baseball superman batman master shadow
  hello freedom whatever trustno starwars computer internet samsung google doubleread hospital doctor nurse medicine medical
  clinic patient health abc abcd abcde abcdef abcdefg abcdefgh abcdefghijklmnopqrstuvwxyz`.split(/\s+/),
)
const rows = ['01234567890123456789', '98765432109876543210', 'qwertyuiopasdfghjklzxcvbnm', 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz']

/** The shortest unit whose repetition makes the text (the last one may be cut off). */
function unitOf(text: string): string {
  for (let size = 1; size <= text.length / 2; size++) {
    const unit = text.slice(0, size)
    if (unit.repeat(Math.ceil(text.length / size)).startsWith(text)) return unit
  }
  return text
}

function isCommon(password: string): boolean {
  const plain = password.toLowerCase()
  if (unitOf(plain).length <= 4) return true
  if (rows.some((row) => row.includes(plain))) return true
  const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '')
  const spellings = [plain, plain.replaceAll('@', 'a').replaceAll('0', 'o').replaceAll('$', 's')].map(lettersOf)
  if (spellings.some((letters) => commonStems.has(unitOf(letters)))) return true
  return lettersOf(plain) === '' && rows.some((row) => row.includes(plain.replace(/\D/g, '')))
}

export type PasswordProblem = 'password-too-short' | 'password-too-long' | 'password-common' | 'password-is-you'

/** @returns the rule that the password breaks, a key of refusals.fields; null when none. */
export function passwordProblem(password: string, person: { email: string; name: string }): PasswordProblem | null {
  const length = [...password.normalize('NFKC')].length
  if (length < shortestPassword) return 'password-too-short'
  if (length > longestPassword) return 'password-too-long'
  const squeeze = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const mine = [person.email, person.email.split('@')[0] ?? '', person.name].map(squeeze).filter((part) => part.length > 2)
  // Their own name with a year behind it is still their own name.
  const core = squeeze(password).replace(/\d+$/, '')
  if (mine.some((part) => unitOf(squeeze(password)) === part || core === part || core === part.replace(/\d+$/, ''))) return 'password-is-you'
  return isCommon(password) ? 'password-common' : null
}
