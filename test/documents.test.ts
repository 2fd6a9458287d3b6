/**
 * Holds the documents against the code: the glossary's words exist, decisions are numbered once, links lead somewhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { OWN, SETTINGS } from '../src/apps/settings.ts'

const source = readdirSync('src', { recursive: true })
  .map(String)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n')

test('every identifier of the glossary exists under src', () => {
  const words = [...readFileSync('GLOSSARY.md', 'utf8').matchAll(/^\| [^|]+ \| `(\w+)` \|/gm)].map(([, word]) => word!)
  expect(words.length).toBeGreaterThan(20)
  for (const word of words) expect(new RegExp(`\\b${word}`).test(source), word).toBe(true)
})

test('decisions have one number each, and stand in their list', () => {
  const list = readFileSync('docs/decisions/README.md', 'utf8')
  const files = readdirSync('docs/decisions').filter((file) => /^\d{4}-/.test(file))
  expect(new Set(files.map((file) => file.slice(0, 4))).size).toBe(files.length)
  for (const file of files) {
    expect(list, file).toContain(`(${file})`)
    expect(readFileSync(`docs/decisions/${file}`, 'utf8')).toMatch(/^# \d{4} [\s\S]+\*\*Decision\.\*\*[\s\S]+/)
  }
})

test('every link between documents leads somewhere', () => {
  const documents = ['.', 'docs', 'docs/decisions', 'docs/gids', 'lists', 'test/city', 'bench']
    .filter((dir) => existsSync(dir))
    .flatMap((dir) =>
      readdirSync(dir)
        .filter((file) => file.endsWith('.md'))
        .map((file) => path.join(dir, file)),
    )
  for (const document of documents) {
    for (const [, link] of readFileSync(document, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
      expect(existsSync(path.join(path.dirname(document), link!)), `${document}: ${link}`).toBe(true)
    }
  }
})

test('every dependency has its reason', () => {
  const reasons = readFileSync('docs/dependencies.md', 'utf8')
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const covered =
      reasons.includes(`\`${name}\``) ||
      [...reasons.matchAll(/`([^`]+)\*([^`]*)`/g)].some(
        ([, head, tail]) => name.startsWith(head!) && name.endsWith(tail!),
      )
    expect(covered, name).toBe(true)
  }
})

test('every test that the threat model cites exists', () => {
  const cited = [...readFileSync('docs/security.md', 'utf8').matchAll(/\| (\S+\.test\.ts)(?:: "([^"]+)")? \|$/gm)]
  expect(cited.length).toBeGreaterThan(20)
  for (const [, file, name] of cited) {
    expect(existsSync(file!), file).toBe(true)
    // A long name is broken in two by hand.
    const text = readFileSync(file!, 'utf8').replaceAll(/' \+\s+'/g, '')
    if (name !== undefined) expect(text.includes(name), `${file}: ${name}`).toBe(true)
  }
})

test('every setting that the program reads is in its help and in the guide, and no other', () => {
  const read = new Set(
    [...source.matchAll(/\benv\[?\.?'?((?:LEIDRAAD|DATABASE|CHROMIUM)_[A-Z\d_]+|PORT)\b/g)].map(([, name]) => name!),
  )
  expect(read.size).toBeGreaterThan(20)
  for (const own of OWN) read.delete(own)
  expect([...read].toSorted()).toEqual(Object.keys(SETTINGS).toSorted())
  const guide = readFileSync('docs/gids/beheerder.md', 'utf8')
  for (const name of Object.keys(SETTINGS)) expect(guide.includes(`\`${name}\``), name).toBe(true)
})
