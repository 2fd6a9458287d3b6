/** Writes files so that they are there whole or not at all. */
import { access, mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a file that is named by its content, whole or not at all: what has its name has its content, also after a
 * power cut.
 */
export async function keepFile(file: string, bytes: Uint8Array): Promise<void> {
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    return
  await mkdir(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${performance.now()}.part`
  const handle = await open(draft, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}
