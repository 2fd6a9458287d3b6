/** The guide for who adds a register: its example is read as it stands, and it names every word that there is. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { FIELD_KINDS, FIELD_ROLES, LINK_TARGETS, PUBLICATION_WAYS } from '../vocabulary/register.ts'
import { RegisterFile } from './register-file.ts'
import { fieldFor, readRegisters, registerFor } from './registers.ts'

const guide = readFileSync('docs/gids/register-toevoegen.md', 'utf8')

test('the example of the guide is a register', () => {
  const [, name] = /bijvoorbeeld `([\w-]+\.yaml)`/.exec(guide)!
  const [, text] = /```yaml\n([^]*?)```/.exec(guide)!
  const dir = mkdtempSync(path.join(tmpdir(), 'guide-'))
  cpSync('registers', dir, { recursive: true })
  writeFileSync(path.join(dir, name!), text!)
  const register = registerFor(readRegisters(dir), 'laadpaal')!
  expect(register).toMatchObject({ publication: 'two-people', list: ['naam', 'plaats', 'beheerder', 'weg'] })
  expect(fieldFor(register, 'ends')!.remindDays).toEqual([90, 30])
  expect(register.fields.at(-1)!.parts.map(({ kind }) => kind)).toEqual(['date', 'text'])
})

test('the guide names every word of a register file', () => {
  const { velden, ...top } = RegisterFile.shape
  const words = [
    ...Object.keys(top),
    ...Object.keys(velden.element.shape),
    ...[FIELD_KINDS, PUBLICATION_WAYS].flatMap(Object.keys),
    ...FIELD_ROLES,
  ].filter((word) => !word.endsWith('_en'))
  expect(words.filter((word) => !guide.includes(`\`${word}\``))).toEqual([])
  expect(Object.keys(LINK_TARGETS).filter((word) => !guide.includes(word))).toEqual([])
})
