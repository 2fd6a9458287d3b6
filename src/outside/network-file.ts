/**
 * Reads the network file that opens the egress guard to a test city. Without one, only global addresses can be reached.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isIP } from 'node:net'
import { z } from 'zod'
import { Trouble } from '../lib/trouble.ts'
import type { Network } from '../model/network.ts'

const port = z.int().min(1).max(65_535)
const Shape = z.strictObject({
  allow: z.array(z.string().refine(isRange, 'verwacht een adresreeks zoals 127.0.0.0/8')).default([]),
  resolver: z
    .string()
    .regex(/^(\[[0-9a-f:]+\]|[0-9.]+):\d{1,5}$/i, 'verwacht adres:poort, zoals 127.0.0.1:5353')
    .optional(),
  hosts: z
    .record(
      z.string(),
      z.string().refine((address) => isIP(address) !== 0, 'verwacht een IP-adres'),
    )
    .default({}),
  ports: z.record(z.string().regex(/^\d{1,5}$/), port).default({}),
  ca: z.string().optional(),
  owners: z.string().optional(),
  vrps: z.string().optional(),
  routes: z.string().optional(),
  registries: z
    .record(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/), z.url({ protocol: /^https$/ }).nullable())
    .optional(),
  cvdr: z.url({ protocol: /^https?$/ }).optional(),
  patience: z.int().positive().optional(),
})

/**
 * The network as the file tells it; `ca` and `owners` are paths beside the file. Throws with the file, the key and what
 * was expected.
 */
export function readNetwork(file: string): Network {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    // A file that is not there says so itself.
    if (!(error instanceof SyntaxError)) throw error
    throw new Trouble(`netwerkbestand ${file}: ${error.message}`, { cause: error })
  }
  const read = Shape.safeParse(json)
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.') || 'geheel'}: ${issue.message}`)
    throw new Trouble(`netwerkbestand ${file}: ${faults.join('; ')}`)
  }
  const { resolver, ca, owners, vrps, routes, registries, cvdr, patience, hosts, ...rest } = read.data
  const beside = (name: string) => path.resolve(path.dirname(file), name)
  return {
    ...rest,
    hosts: Object.fromEntries(Object.entries(hosts).map(([name, address]) => [name.toLowerCase(), address])),
    ...(resolver === undefined ? {} : { resolver }),
    ...(registries === undefined ? {} : { registries }),
    ...(cvdr === undefined ? {} : { cvdr }),
    ...(patience === undefined ? {} : { patience }),
    ...(owners === undefined ? {} : { owners: beside(owners) }),
    ...(vrps === undefined || routes === undefined ? {} : { vrps: beside(vrps), routes: beside(routes) }),
    ...(ca === undefined ? {} : { ca: readFileSync(beside(ca), 'utf8') }),
  }
}

function isRange(text: string): boolean {
  const [address, bits, ...more] = text.split('/')
  const family = isIP(address ?? '')
  const most = family === 4 ? 32 : 128
  return family !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}
