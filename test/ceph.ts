/**
 * A real S3 store for as long as a test: Ceph's RadosGW from Debian, in memory, on loopback. What only looks like one
 * does not count: stand-ins overwrite what should stay and take any secret.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { S3Place } from '../src/outside/s3-home.ts'

const PACKAGES = ['radosgw', 'ceph-mon', 'ceph-osd']
/** Milliseconds for the packages to come, and for the store to answer. */
const INSTALL = 100_000
const READY = 60_000
const run = promisify(execFile)

/** Installs what is needed, where that may. Why not, when it could not be; undefined when it is there. */
export async function installCeph(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Debian'
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words: string[]) => run('apt-get', ['-qq', '-y', ...words], { env, timeout: INSTALL })
  try {
    await apt('install', '--no-install-recommends', ...PACKAGES).catch(async () => {
      await apt('update')
      await apt('install', '--no-install-recommends', ...PACKAGES)
    })
    return undefined
  } catch (error) {
    return `apt-get install ${PACKAGES.join(' ')}: ${String((error as Error).message).slice(0, 200)}`
  }
}

export type Ceph = {
  readonly place: S3Place
  /** Stops answering, and answers again at the same address with what it had. */
  away(): Promise<void>
  back(): Promise<void>
  close(): Promise<void>
}

/** A store with one empty bucket. Throws with what its programs said when it does not come up in time. */
export async function startCeph(): Promise<Ceph> {
  const dir = mkdtempSync(path.join(tmpdir(), 'ceph-'))
  const [mon, rgw, low] = await Promise.all([freePort(), freePort(), freePort()])
  const at = (name: string) => path.join(dir, name)
  const conf = at('ceph.conf')
  const fsid = randomUUID()
  for (const name of ['mon', 'osd']) mkdirSync(at(name))
  writeFileSync(
    conf,
    `[global]
fsid = ${fsid}
mon_host = [v2:127.0.0.1:${mon}]
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
ms_bind_ipv6 = false
ms_bind_port_min = ${low}
ms_bind_port_max = ${Math.min(65_000, low + 200)}
keyring = ${at('keyring')}
mon_data = ${at('mon')}
osd_data = ${at('osd')}
rgw_data = ${dir}
run_dir = ${dir}
admin_socket = ${dir}/$name.asok
pid_file = ${dir}/$name.pid
log_file = ${dir}/$name.log
crash_dir = ${dir}
osd_objectstore = memstore
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 4
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_warn_on_pool_no_redundancy = false
`,
  )
  const limit = AbortSignal.timeout(READY)
  const tool = (program: string, ...words: string[]) => run(program, ['-c', conf, ...words], { signal: limit })
  const keys = (...words: string[]) => run('ceph-authtool', [at('keyring'), ...words])
  const running: ChildProcess[] = []
  const begin = (program: string, ...words: string[]) => {
    const child = spawn(program, ['-c', conf, '-f', ...words], { stdio: 'ignore' })
    running.push(child)
    return child
  }
  const key = 'leidraadtest'
  const place: S3Place = {
    endpoint: `http://127.0.0.1:${rgw}`,
    bucket: 'bewijs',
    region: 'us-east-1',
    key,
    secret: randomUUID(),
    prefix: 'stad/',
  }
  const gateway = () => begin('radosgw', '-n', 'client.admin', '--rgw_frontends', `beast endpoint=127.0.0.1:${rgw}`)
  let door: ChildProcess | undefined
  const ceph: Ceph = {
    place,
    away: async () => end(door!),
    async back() {
      door = gateway()
      await answering(place.endpoint, AbortSignal.timeout(READY))
    },
    close: async () => void (await Promise.all(running.toReversed().map(end))),
  }
  try {
    await keys('--create-keyring', '--gen-key', '-n', 'mon.', '--cap', 'mon', 'allow *')
    const all = (...who: string[]) => who.flatMap((each) => ['--cap', each, 'allow *'])
    await keys('--gen-key', '-n', 'client.admin', ...all('mon', 'osd', 'mds', 'mgr'))
    await keys('--gen-key', '-n', 'osd.0', '--cap', 'mon', 'allow profile osd', '--cap', 'osd', 'allow *')
    await run('monmaptool', ['--create', '--fsid', fsid, '--addv', 'a', `[v2:127.0.0.1:${mon}]`, at('monmap')])
    await tool('ceph-mon', '--mkfs', '-i', 'a', '--monmap', at('monmap'), '--keyring', at('keyring'))
    begin('ceph-mon', '-i', 'a')
    const osd = randomUUID()
    await tool('ceph', 'osd', 'new', osd)
    await tool('ceph', 'auth', 'import', '-i', at('keyring'))
    await tool('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', osd)
    begin('ceph-osd', '-i', '0')
    await tool('ceph', 'osd', 'crush', 'add', 'osd.0', '1', 'root=default', 'host=a')
    await ceph.back()
    const user = ['--uid', 'leidraad', '--display-name', 'Leidraad', '--access-key', key, '--secret-key', place.secret]
    await tool('radosgw-admin', '-n', 'client.admin', 'user', 'create', ...user)
    const { S3Client, CreateBucketCommand } = await import('@aws-sdk/client-s3')
    const client = new S3Client({
      ...place,
      forcePathStyle: true,
      credentials: { accessKeyId: key, secretAccessKey: place.secret },
    })
    await client.send(new CreateBucketCommand({ Bucket: place.bucket }), { abortSignal: limit })
    client.destroy()
    return ceph
  } catch (error) {
    await ceph.close()
    throw new Error(`Ceph did not come up; see the logs in ${dir}`, { cause: error })
  }
}

/** Waits until something answers there, however it does. */
async function answering(url: string, limit: AbortSignal): Promise<void> {
  while (
    !(await fetch(url, { signal: limit })
      .then(() => true)
      .catch(() => false))
  ) {
    limit.throwIfAborted()
    await pause(100)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
