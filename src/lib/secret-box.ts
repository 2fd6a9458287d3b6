/**
 * Keeps small secrets sealed in the database with a key beside it (AES-256-GCM): a copy of the database alone opens
 * nothing.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Trouble } from './trouble.ts'

export type SecretBox = { seal(text: string): string; open(sealed: string): string }

/** `context` binds what is sealed to its place: moved to another row it does not open. */
export function secretBox(key: Buffer, context = ''): SecretBox {
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      )
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
    },
  }
}

/**
 * The key of this installation: LEIDRAAD_KEY (any long text), or a file that is made once and that only we may read.
 */
export function installationKey(dataDir: string, given: string | undefined = process.env['LEIDRAAD_KEY']): Buffer {
  if (given !== undefined && given !== '') {
    if (given.length < 32) throw new Trouble('LEIDRAAD_KEY is te kort: verwacht minstens 32 tekens')
    return createHash('sha256').update(given).digest()
  }
  const file = path.join(dataDir, 'sleutel')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process made it meanwhile
    }
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}
