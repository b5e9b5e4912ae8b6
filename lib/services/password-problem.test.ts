import { describe, expect, test } from 'vitest'
import { passwordProblem } from './password-problem'

const person = { email: 'maria.gonzalez@hospital.example', name: 'María González' }

describe('what speaks against a password', () => {
  test.each(['seventeen grey herons', '心电图提示窦性心律不齐伴偶发室早', 'aaaaabbbbbcccccddddd', '      a lot of space', 'TXm9f2kQwe7LpZs'])(
    'composition is free: %s',
    (password) => expect(passwordProblem(password, person)).toBeNull(),
  )
  test('length is counted in characters, after normalisation, not in bytes or code units', () => {
    expect(passwordProblem('grey heron fly', person)).toBe('password-too-short')
    expect(passwordProblem('😀😁😂🤣😃😄😅😆😉😊😋😎😍😘', person)).toBe('password-too-short')
    expect(passwordProblem('x7'.repeat(200), person)).toBe('password-too-long')
  })
  test.each(['passwordpassword', 'Password12345678', 'P@ssw0rd!!!!!!!!', '123456789012345', 'qwertyuiopasdfgh', 'aaaaaaaaaaaaaaaa', 'abcabcabcabcabcabc', 'Doubleread2026!!'])(
    'the first guesses are refused: %s',
    (password) => expect(passwordProblem(password, person)).toBe('password-common'),
  )
  test.each(['maria.gonzalez@hospital.example', 'Maria.Gonzalez1985', 'MaríaGonzález2026', 'maria gonzalez maria gonzalez'])(
    'one’s own name and address are refused: %s',
    (password) => expect(passwordProblem(password, { ...person, name: password.includes('í') ? person.name : 'Maria Gonzalez' })).toBe('password-is-you'),
  )
})
