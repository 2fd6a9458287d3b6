/** Where evidence is kept: in the folder of this installation, or in the store of objects that was set. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { folderHome } from '../db/folder-home.ts'
import { Trouble } from '../lib/trouble.ts'
import type { Home } from '../model/home.ts'
import { s3Home, type S3Place } from '../outside/s3-home.ts'
import type { Place } from './place.ts'

/** The folder, also where a store was set: what still stands there can be brought over. */
export const evidenceFolder = ({ data }: Place): string => path.join(data, 'evidence')

/** The store that was set; undefined: none. Throws Trouble that says which setting is not right. */
export function s3Place(env: NodeJS.ProcessEnv = process.env): S3Place | undefined {
  const bucket = env['LEIDRAAD_S3_BUCKET']
  if (!bucket) return undefined
  const endpoint = env['LEIDRAAD_S3_ENDPOINT'] ?? ''
  if (!/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    throw new Trouble('LEIDRAAD_S3_ENDPOINT is geen adres van een objectopslag; verwacht: https://…')
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw new Trouble(`LEIDRAAD_S3_BUCKET "${bucket}" is geen naam van een bucket`)
  const file = env['LEIDRAAD_S3_KEYS_FILE']
  const [key, secret] = file
    ? readFileSync(file, 'utf8').split(/\r?\n/, 2)
    : [env['LEIDRAAD_S3_KEY'], env['LEIDRAAD_S3_SECRET']]
  if (!key || !secret)
    throw new Trouble(
      'de sleutels van de objectopslag ontbreken: zet LEIDRAAD_S3_KEY en LEIDRAAD_S3_SECRET, of noem met ' +
        'LEIDRAAD_S3_KEYS_FILE een bestand met op de eerste regel de sleutel en op de tweede het geheim',
    )
  const prefix = (env['LEIDRAAD_S3_PREFIX'] ?? '').replace(/^\/+|\/+$/g, '')
  return {
    endpoint,
    bucket,
    region: env['LEIDRAAD_S3_REGION'] || 'us-east-1',
    key: key.trim(),
    secret: secret.trim(),
    prefix: prefix === '' ? '' : `${prefix}/`,
  }
}

/** The home of this installation. Throws Trouble for settings that are not right. */
export function evidenceHome(place: Place, env: NodeJS.ProcessEnv = process.env): Home {
  const store = s3Place(env)
  return store ? s3Home(store) : folderHome(evidenceFolder(place))
}

/** The host of the store, which no visit may lead to. */
export function closedHosts(env: NodeJS.ProcessEnv = process.env): string[] {
  const store = s3Place(env)
  return store ? [new URL(store.endpoint).hostname] : []
}
