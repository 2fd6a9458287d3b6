/** What goes wrong around the program, said in one sentence. What is our own fault is not in here. */
import { Trouble } from '../lib/trouble.ts'

type Fault = {
  readonly code?: string
  readonly syscall?: string
  readonly path?: string
  readonly dest?: string
  readonly port?: number
  readonly address?: string
  readonly severity?: string
  readonly errors?: readonly unknown[]
}

const FILES: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `${path} is er niet`,
  EISDIR: (path) => `${path} is een map; verwacht wordt een bestand`,
  ENOTDIR: (path) => `${path}: een deel van dit pad is geen map`,
  EEXIST: (path) => `${path} bestaat al`,
  ENOTEMPTY: (path) => `${path} is niet leeg`,
  EACCES: (path) => `dit programma mag niet bij ${path}`,
  EPERM: (path) => `dit programma mag niet bij ${path}`,
  EROFS: (path) => `op ${path} kan niet worden geschreven: de schijf is alleen te lezen`,
  ELOOP: (path) => `${path} verwijst naar zichzelf`,
  ENAMETOOLONG: (path) => `${path} is te lang voor een bestandsnaam`,
  EBUSY: (path) => `${path} is in gebruik`,
}
const FULL = 'de schijf is vol. Maak ruimte en probeer het opnieuw; wat bewaard was, is er nog'

/** By SQLSTATE (PostgreSQL, appendix A). */
const DATABASE: Readonly<Record<string, string>> = {
  '28000': 'de database weigert deze naam (DATABASE_URL)',
  '28P01': 'de database weigert dit wachtwoord (DATABASE_URL)',
  '3D000': 'de database die DATABASE_URL noemt, bestaat niet',
  '42501': 'de naam in DATABASE_URL mag dit niet in de database',
  '25006': 'de database is alleen te lezen',
  '53100': FULL,
  '53200': 'de database heeft te weinig geheugen',
  '53300': 'de database heeft geen verbinding vrij. Probeer het later opnieuw',
  '55P03': 'de database is bezet. Probeer het later opnieuw',
}
const AWAY = /^(?:08|57P0)|^(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/

/** The sentence for who runs the program; undefined when it is a fault of ours. */
export function plainly(error: unknown): string | undefined {
  if (error instanceof Trouble) return error.message
  const { code = '', syscall = '', path, errors, ...fault } = (error ?? {}) as Fault
  if (errors?.length) return plainly(errors[0])
  if (code === 'ENOSPC' || code === 'EDQUOT') return FULL
  if (code === 'EMFILE' || code === 'ENFILE') return 'er staan te veel bestanden open; verhoog de grens (ulimit -n)'
  if (syscall === 'listen' || code === 'ERR_SOCKET_BAD_PORT') return listening(code, fault)
  if (code === 'ERR_INVALID_URL')
    return 'een van de ingestelde adressen (DATABASE_URL, LEIDRAAD_…_URL) is geen geldig adres'
  if (AWAY.test(code)) return 'de database antwoordt niet. Draait zij, en klopt DATABASE_URL?'
  if (Object.hasOwn(DATABASE, code)) return DATABASE[code]
  if (path !== undefined && Object.hasOwn(FILES, code))
    return syscall.startsWith('spawn') ? `${path} is niet te starten` : FILES[code]!(fault.dest ?? path)
  return code === 'EISDIR' ? 'dit is een map; verwacht wordt een bestand' : undefined
}

function listening(code: string, { port, address }: Fault): string {
  if (code === 'ERR_SOCKET_BAD_PORT') return 'een poort is een getal van 1 tot en met 65535'
  if (code === 'EADDRINUSE') return `poort ${port} is al in gebruik`
  if (code === 'EACCES') return `poort ${port} mag dit programma niet gebruiken; kies er een boven 1023`
  return `${address ?? 'het adres in LEIDRAAD_HOST'} is geen adres van deze computer (LEIDRAAD_HOST)`
}
