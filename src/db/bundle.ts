/**
 * A bundle of evidence: all that one visit brought home, and what was said of it, in one ZIP with a hash of each part.
 * Whoever has it can read it with any program, and repeat the verdicts elsewhere with `leidraad judge`.
 */
import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { Trouble } from '../lib/trouble.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { Subject } from '../model/subject.ts'
import { asToday } from './evidence-format.ts'
import { harOf } from './har.ts'

/** What was said of the evidence, and by which edition of the norms and the lists. */
export type Said = {
  readonly subject: Subject
  readonly catalogue: string
  readonly lists: string
  /** Those that a check establishes: of a person or a form there is nothing to repeat. */
  readonly findings: readonly Finding[]
}
export type Bundle = {
  readonly evidence: Evidence
  readonly said: Said
  /** By their SHA-256, as the evidence names them. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

const FORMAT = 1
const EVIDENCE = 'bewijs.json'
const SAID = 'oordeel.json'
const MANIFEST = 'inhoud.json'
/** Bytes of it unpacked, and parts. */
const MOST = { bytes: 256 * 1024 * 1024, parts: 200 }

const README = `Dit is het bewijs van één bezoek van Leidraad, met wat daarvan is gezegd.

bewijs.json    alles wat is gezien, zoals de controles het lezen
oordeel.json   de bevindingen, met de versies van normen en lijsten
verkeer.har    wat de browser opvroeg (HAR 1.2, te openen in elke browser)
beeld/         schermafdrukken, elk onder zijn SHA-256
inhoud.json    de SHA-256 van elk bestand hierboven

Nagaan of het klopt:  leidraad judge DIT-BESTAND.zip
`

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const json = (value: unknown) => strToU8(`${JSON.stringify(value, undefined, 1)}\n`)

/** The bytes of a bundle; of the same visit always the same. */
export function bundled({ evidence, said, pictures }: Bundle): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'LEESMIJ.txt': strToU8(README),
    // As it is kept, so that its hash is the one under which it is published.
    [EVIDENCE]: strToU8(JSON.stringify(evidence)),
    [SAID]: json(said),
    'verkeer.har': json(harOf(evidence)),
    ...Object.fromEntries([...pictures].map(([hash, bytes]) => [`beeld/${hash}.jpg`, bytes])),
  }
  const manifest = {
    format: FORMAT,
    subject: said.subject.address,
    begun: evidence.begun,
    ended: evidence.ended,
    versions: { ...evidence.versions, catalogue: said.catalogue, lists: said.lists },
    files: Object.entries(files).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) })),
  }
  return zipSync({ ...files, [MANIFEST]: json(manifest) }, { mtime: new Date(1980, 0, 1) })
}

/**
 * What stands in a bundle, each part held against its hash. Throws Trouble for what is no bundle, is too large, or is
 * no longer what it was.
 */
export function readBundle(bytes: Uint8Array): Bundle {
  const files = unpacked(bytes)
  const manifest = parsed(files, MANIFEST) as { format?: unknown; files?: unknown }
  if (manifest.format !== FORMAT || !Array.isArray(manifest.files))
    throw new Trouble(
      `dit bewijs is van vorm ${String(manifest.format)}; deze versie van Leidraad leest vorm ${FORMAT}`,
    )
  const told = new Map((manifest.files as { name: string; sha256: string }[]).map(({ name, sha256 }) => [name, sha256]))
  const strange = Object.keys(files).find((name) => name !== MANIFEST && !told.has(name))
  if (strange !== undefined) throw new Trouble(`in dit bewijs zit een bestand dat er niet bij hoort: ${strange}`)
  for (const [name, hash] of told) {
    if (!files[name]) throw new Trouble(`in dit bewijs ontbreekt ${name}`)
    if (hashOf(files[name]) !== hash) throw new Trouble(`${name} in dit bewijs is niet meer wat het was`)
  }
  const pictures = Object.entries(files).flatMap(([name, content]) => {
    const hash = /^beeld\/([0-9a-f]{64})\.jpg$/.exec(name)?.[1]
    return hash === undefined ? [] : [[hash, content] as const]
  })
  return {
    evidence: asToday(parsed(files, EVIDENCE) as Evidence),
    said: parsed(files, SAID) as Said,
    pictures: new Map(pictures),
  }
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let [size, parts] = [0, 0]
  try {
    return unzipSync(bytes, {
      filter({ originalSize }) {
        size += originalSize
        // What is unpacked never becomes more than it says of itself.
        if (size > MOST.bytes || ++parts > MOST.parts)
          throw new Trouble('dit bestand is te groot voor bewijs van één bezoek')
        return true
      },
    })
  } catch (error) {
    if (error instanceof Trouble) throw error
    throw new Trouble('dit is geen bundel met bewijs van Leidraad', { cause: error })
  }
}

function parsed(files: Readonly<Record<string, Uint8Array>>, name: string): object {
  try {
    const value: unknown = JSON.parse(strFromU8(files[name]!))
    if (typeof value === 'object' && value !== null) return value
  } catch (error) {
    throw new Trouble(`dit is geen bundel met bewijs van Leidraad: ${name} ontbreekt of is niet te lezen`, {
      cause: error,
    })
  }
  throw new Trouble(`dit is geen bundel met bewijs van Leidraad: ${name} is niet te lezen`)
}
