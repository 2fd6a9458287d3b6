/** What tests of others would say of published evidence, worked out once for each. */
import { asToday } from '../../db/evidence-format.ts'
import type { Evidence } from '../../model/evidence.ts'
import { yardsticksOf } from '../../yardsticks/all.ts'
import { readFile } from '../store.ts'
import type { Site } from '../view.ts'

type Yardsticks = ReturnType<typeof yardsticksOf>
/** What is under a hash never changes: the last ones asked for are kept. */
const kept = new Map<string, Yardsticks>()
const KEPT = 200

/** undefined: the evidence is not published. Throws Trouble as reading it does. */
export async function yardsticksIn(site: Pick<Site, 'db' | 'store'>, hash: string): Promise<Yardsticks | undefined> {
  const known = kept.get(hash)
  if (known) return known
  const file = await readFile(site, hash, ['application/json'])
  if (!file) return undefined
  const told = yardsticksOf(asToday(JSON.parse(Buffer.from(file.body).toString('utf8')) as Evidence))
  const [oldest] = kept.keys()
  if (oldest !== undefined && kept.size >= KEPT) kept.delete(oldest)
  kept.set(hash, told)
  return told
}
