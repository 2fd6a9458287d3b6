/** Reads what the registers of the demo city hold: by register, who wrote each entry and what they typed. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { DataMistakes, readYaml } from '../../../src/catalogue/yaml-file.ts'

const text = z.string().min(1)
const email = z.string().regex(/^[a-z.]+@[a-z-]+\.test$/)
/** Days from the day on which the demo is filled, so that the demo never grows old. */
const when = z.union([
  z.strictObject({ over_dagen: z.int().positive() }),
  z.strictObject({ dagen_geleden: z.int().positive() }),
])
const row = z.record(text, z.union([text, when]))
/** Text as it is typed; a day from today; answers or names of what a link leads to; rows of a list. */
const typed = z.union([text, z.number(), z.boolean(), when, z.array(text).min(1), z.array(row).min(1)])
const values = z.record(text, typed)

const demoEntry = z.strictObject({
  door: email,
  waarden: values,
  /** What they changed afterwards, the oldest first. */
  later: z.array(values).default([]),
  /** No longer kept up. */
  gestopt: z.boolean().default(false),
  /** What the national register of algorithms held of it when somebody last looked, where that differs from here. */
  landelijk: z.record(text, text).optional(),
})
export type DemoEntry = Readonly<z.infer<typeof demoEntry>>
/** A plain object: the city comes to the program from a process of its own, as JSON. */
export type Entries = Readonly<Record<string, readonly DemoEntry[]>>
export type DemoTyped = z.infer<typeof typed>

/** The entries of the demo in a folder, by the id of their register. Throws `DataMistakes`, with file and line. */
export function readEntries(from: string): Entries {
  const dir = path.join(from, 'registers')
  return Object.fromEntries(
    readdirSync(dir)
      .toSorted()
      .map((file) => {
        const { value, mistakes } = readYaml(path.join(dir, file), z.array(demoEntry).min(1), `registers/${file}`)
        if (value === undefined) throw new DataMistakes(mistakes)
        return [path.basename(file, '.yaml'), value] as const
      }),
  )
}
