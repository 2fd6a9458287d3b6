/** A copy of a folder of data that a test may spoil. Reading all of it again and again takes the processor a while. */
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The path of the copy, in a folder that goes with the test run. */
export function copied(folder: string): string {
  const to = mkdtempSync(path.join(tmpdir(), 'copied-'))
  cpSync(folder, to, { recursive: true })
  return to
}
