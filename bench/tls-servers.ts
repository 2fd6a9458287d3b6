/** Servers as Debian has them, in odd ways: each with the files it needs and the command that keeps it running. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Served = {
  readonly name: string
  readonly program: string
  /** Debian's package. */
  readonly from: string
  readonly mail?: true
  /** What it is told; `at`: the folder with the keys, `port`: where on loopback. */
  readonly files: (at: string, port: number) => Readonly<Record<string, string>>
  readonly command: (at: string, port: number) => readonly string[]
}

const nginx = (name: string, settings: string, certificates = ['rsa', 'ec']): Served => ({
  name: `nginx, ${name}`,
  program: '/usr/sbin/nginx',
  from: 'nginx-light',
  files: (at, port) => ({
    'nginx.conf': `daemon off; error_log stderr; pid ${at}/nginx.pid; events {} http { access_log off;
      server { listen 127.0.0.1:${port} ssl; server_name stad.test;
      ${certificates.map((key) => `ssl_certificate ${at}/${key}.pem; ssl_certificate_key ${at}/${key}.key;`).join(' ')}
      ${settings.replaceAll('AT', at)} location / { return 200 "stad"; } } }`,
  }),
  command: (at) => ['-p', at, '-c', `${at}/nginx.conf`],
})

const MODULES = ['mpm_event', 'ssl', 'socache_shmcb', 'authz_core']
const apache = (name: string, settings: string, key = 'rsa'): Served => ({
  name: `Apache, ${name}`,
  program: '/usr/sbin/apache2',
  from: 'apache2',
  files: (at, port) => ({
    'apache.conf': `ServerRoot /usr/lib/apache2\nPidFile ${at}/apache.pid\nErrorLog ${at}/apache.log\n
${MODULES.map((one) => `LoadModule ${one}_module modules/mod_${one}.so`).join('\n')}
DefaultRuntimeDir ${at}\nUser www-data\nGroup www-data\nServerName stad.test\nListen 127.0.0.1:${port}
SSLSessionCache none\nSSLEngine on\nSSLCertificateFile ${at}/${key}.pem\nSSLCertificateKeyFile ${at}/${key}.key
${settings.replaceAll('AT', at)}\n`,
  }),
  command: (at) => ['-f', `${at}/apache.conf`, '-DFOREGROUND'],
})

const stunnel = (name: string, settings: string): Served => ({
  name: `stunnel, ${name}`,
  program: '/usr/bin/stunnel4',
  from: 'stunnel4',
  files: (at, port) => ({
    'stunnel.conf': `foreground = yes\npid =\n[web]\naccept = 127.0.0.1:${port}\nconnect = 127.0.0.1:9
cert = ${at}/rsa.pem\nkey = ${at}/rsa.key\n${settings}\n`,
  }),
  command: (at) => [`${at}/stunnel.conf`],
})

const postfix = (name: string, settings: string): Served => ({
  name: `Postfix, ${name}`,
  program: '/usr/lib/postfix/sbin/master',
  from: 'postfix',
  mail: true,
  files: (at, port) => ({
    'main.cf': `compatibility_level = 3.6\nqueue_directory = ${at}/spool\ndata_directory = ${at}/data
daemon_directory = /usr/lib/postfix/sbin\nmail_owner = postfix\nmyhostname = stad.test\nmydestination =
inet_interfaces = 127.0.0.1\nmaillog_file = ${at}/mail.log\nmaillog_file_prefixes = ${at}
smtpd_tls_cert_file = ${at}/rsa.pem\nsmtpd_tls_key_file = ${at}/rsa.key\nsmtpd_tls_security_level = may\n${settings}\n`,
    'master.cf': `127.0.0.1:${port} inet n - n - - smtpd\ntlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite\nanvil unix - - n - 1 anvil\npostlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup\nproxymap unix - - n - - proxymap\n`,
  }),
  command: (at) => ['-c', at, '-d'],
})

const dovecot = (name: string, settings: string): Served => ({
  name: `Dovecot, ${name}`,
  program: '/usr/sbin/dovecot',
  from: 'dovecot-imapd',
  files: (at, port) => ({
    'dovecot.conf': `base_dir = ${at}/run\nstate_dir = ${at}/state\nlog_path = /dev/stderr\nprotocols = imap
listen = 127.0.0.1\nssl = required\nssl_cert = <${at}/ec.pem\nssl_key = <${at}/ec.key
service imap-login {
 service_count = 0
 process_min_avail = 2
 inet_listener imap {
 port = 0
 }
 inet_listener imaps {
 port = ${port}
 ssl = yes
 }
}
passdb {\n driver = static\n}\n${settings}\n`,
  }),
  command: (at) => ['-F', '-c', `${at}/dovecot.conf`],
})

const words = (...texts: readonly string[]): string[] => texts.join(' ').split(' ')
const MOZILLA = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'DHE-RSA-AES128-GCM-SHA256',
  'DHE-RSA-AES256-GCM-SHA384',
].join(':')
const ALL = 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'
const OPENSSL = '/usr/bin/openssl'
/** Ten odd ones, each in its own way. */
export const SERVED: readonly Served[] = [
  nginx(
    "as Mozilla's intermediate",
    `ssl_protocols TLSv1.2 TLSv1.3;
ssl_prefer_server_ciphers off;
ssl_session_tickets off;
ssl_ciphers ${MOZILLA};
ssl_dhparam AT/dh2048.pem;`,
  ),
  nginx(
    'all that OpenSSL has, early data, order of the client',
    `ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
ssl_ciphers ${ALL};
ssl_prefer_server_ciphers off;
ssl_early_data on;`,
    ['rsa'],
  ),
  nginx(
    'on a curve of its own, TLS 1.2 alone',
    `ssl_protocols TLSv1.2;
ssl_ciphers ECDHE:@SECLEVEL=0;
ssl_prefer_server_ciphers on;
ssl_ecdh_curve secp521r1:X448;`,
    ['ec'],
  ),
  apache(
    'CBC with SHA-1 first, a short prime',
    `SSLProtocol all -SSLv3
SSLHonorCipherOrder on
SSLCipherSuite DHE-RSA-AES256-SHA:AES128-SHA:ECDHE-RSA-AES128-GCM-SHA256:DHE-RSA-CAMELLIA256-SHA256:@SECLEVEL=0
SSLOpenSSLConfCmd DHParameters AT/dh1536.pem`,
  ),
  apache('TLS 1.3 alone, groups over primes', 'SSLProtocol -all +TLSv1.3\nSSLOpenSSLConfCmd Groups ffdhe3072:X25519'),
  apache(
    'signing with SHA-1 allowed',
    `SSLProtocol -all +TLSv1.2
SSLCipherSuite ECDHE+AESGCM:@SECLEVEL=0
SSLOpenSSLConfCmd SignatureAlgorithms RSA+SHA1:RSA+SHA256
SSLInsecureRenegotiation on`,
  ),
  stunnel(
    'RSA as the exchange of keys',
    `sslVersionMin = TLSv1
sslVersionMax = TLSv1.2
ciphers = AES256-SHA:AES128-GCM-SHA256:ARIA256-GCM-SHA384:NULL-SHA256:@SECLEVEL=0
securityLevel = 0
options = CIPHER_SERVER_PREFERENCE
renegotiation = yes`,
  ),
  stunnel(
    'only P-384',
    'curves = P-384\nciphersuites = TLS_AES_128_CCM_SHA256:TLS_AES_128_CCM_8_SHA256:TLS_AES_256_GCM_SHA384',
  ),
  postfix('as Debian installs it', ''),
  postfix(
    'all it can, order of its own',
    `smtpd_tls_protocols = >=TLSv1
smtpd_tls_ciphers = null
tls_preempt_cipherlist = yes
tls_null_cipherlist = ALL:COMPLEMENTOFALL:@SECLEVEL=0
smtpd_tls_eecdh_grade = auto
tls_eecdh_auto_curves = brainpoolP256r1, X25519, secp256k1`,
  ),
  dovecot('as Debian has it', ''),
  dovecot(
    'old versions, brainpool and X25519',
    `ssl_min_protocol = TLSv1
ssl_cipher_list = ALL:!kRSA:!PSK:!SRP:@SECLEVEL=0
ssl_curve_list = X25519:P-256:brainpoolP384r1
ssl_prefer_server_ciphers = yes`,
  ),
  {
    name: 'GnuTLS, RC4 and 3DES',
    program: '/usr/bin/gnutls-serv',
    from: 'gnutls-bin',
    files: () => ({}),
    command: (at, port) => [
      `--port=${port}`,
      `--x509certfile=${at}/rsa.pem`,
      `--x509keyfile=${at}/rsa.key`,
      '--priority=NORMAL:+VERS-ALL:+ARCFOUR-128:+3DES-CBC:+DHE-RSA:+RSA:+MD5:%SERVER_PRECEDENCE',
      '--quiet',
      '--http',
    ],
  },
  {
    name: 'OpenSSL s_server, an odd group',
    program: OPENSSL,
    from: 'openssl',
    files: () => ({}),
    command: (at, port) =>
      words(
        `s_server -accept 127.0.0.1:${port} -cert ${at}/rsa.pem -key ${at}/rsa.key -quiet -www -tls1_2`,
        '-groups secp256k1:P-521:sect283k1 -cipher ECDHE:@SECLEVEL=0',
      ),
  },
]

/** A folder with keys and primes of all kinds, made by Debian's OpenSSL. */
export function makeKeys(): string {
  const at = mkdtempSync(path.join(tmpdir(), 'leidraad-tls-'))
  const run = (...words: readonly string[]) => execFileSync(OPENSSL, words, { cwd: at, stdio: 'pipe' })
  const certificate = (name: string, kind: string) =>
    run(
      ...words(
        `req -x509 -nodes -days 30 -keyout ${name}.key -out ${name}.pem -newkey ${kind}`,
        '-subj /CN=stad.test -addext subjectAltName=DNS:stad.test',
      ),
    )
  certificate('rsa', 'rsa:2048')
  certificate('ec', 'ec -pkeyopt ec_paramgen_curve:P-256')
  run('genpkey', '-genparam', '-algorithm', 'DH', '-pkeyopt', 'group:ffdhe2048', '-out', 'dh2048.pem')
  run(...words('genpkey -genparam -algorithm DH -pkeyopt group:modp_1536 -out dh1536.pem'))
  execFileSync('chmod', ['-R', 'a+rX', at])
  return at
}

/** Starts one in a folder of its own; null with why when it does not come up. */
export async function start(served: Served, keys: string, port: number) {
  const at = path.join(keys, String(port))
  mkdirSync(at)
  for (const name of ['spool', 'data', 'run', 'state', 'logs']) mkdirSync(path.join(at, name))
  execFileSync('cp', [
    ...['rsa.pem', 'rsa.key', 'ec.pem', 'ec.key', 'dh2048.pem', 'dh1536.pem'].map((f) => `${keys}/${f}`),
    at,
  ])
  for (const [file, text] of Object.entries(served.files(at, port))) writeFileSync(path.join(at, file), text)
  if (served.from === 'postfix') {
    for (const name of ['active', 'incoming', 'maildrop', 'pid', 'private', 'public'])
      mkdirSync(path.join(at, 'spool', name))
    execFileSync('chown', [
      '-R',
      'postfix',
      path.join(at, 'data'),
      ...['active', 'incoming', 'maildrop', 'private', 'public'].map((d) => path.join(at, 'spool', d)),
    ])
  }
  execFileSync('chmod', ['-R', 'a+rX', at])
  const child = spawn(served.program, served.command(at, port), { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk).slice(-2_000)))
  child.stdout.on('data', (chunk: Buffer) => (said = (said + chunk).slice(-2_000)))
  for (let tries = 0; tries < 50; tries++) {
    if (await answers(port)) return { child, told: () => said }
    await new Promise((done) => setTimeout(done, 100))
  }
  await stop(child)
  return { child: null, told: () => said }
}

/** Ends a server that we started, and waits for it. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((done) => {
    child.once('exit', done)
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 3_000).unref()
  })
}

export const installed = ({ program }: Served): boolean => existsSync(program)
export const tidy = (keys: string): void => rmSync(keys, { recursive: true, force: true })

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      done(true)
    })
    socket.on('error', () => done(false))
  })
}
