/** What every page of a register begins with: the register of the address, and the entry. */
import type { Tx } from '../db/as.ts'
import type { Uploads } from '../db/uploads.ts'
import type { Norm } from '../model/norm.ts'
import type { Entry, Register } from '../model/register.ts'
import { missing, type Asked, type Reply } from '../web/desk/route.ts'
import type { Power } from './power.ts'
import { entryById } from './store.ts'

export type RegisterDeps = {
  readonly registers: readonly Register[]
  readonly catalogue: { readonly norms: readonly Norm[] }
  readonly uploads: Uploads
  /** What registers can do beside what follows from their files. */
  readonly powers?: readonly Power[]
}
/** What a page works with. */
export type On = {
  /** The registers and norms to which links lead. */
  readonly house: { readonly registers: readonly Register[]; readonly norms: readonly Norm[] }
  readonly uploads: Uploads
  readonly powers: readonly Power[]
  /** With the register that the address names, or nothing is there. */
  in(work: (asked: Asked<Tx>, register: Register) => Promise<Reply>): (asked: Asked<Tx>) => Promise<Reply>
  /** With the entry too. `to-change`: nobody else changes it until the answer. */
  at(
    why: 'to-read' | 'to-change',
    work: (asked: Asked<Tx>, register: Register, entry: Entry) => Promise<Reply>,
  ): (asked: Asked<Tx>) => Promise<Reply>
}

/** The beginning that the pages share. */
export function onRegisters({ registers, catalogue, uploads, powers = [] }: RegisterDeps): On {
  const inRegister: On['in'] = (work) => async (asked) => {
    const register = registers.find(({ id }) => id === asked.params['register'])
    return register ? work(asked, register) : missing
  }
  return {
    house: { registers, norms: catalogue.norms },
    uploads,
    powers,
    in: inRegister,
    at: (why, work) =>
      inRegister(async (asked, register) => {
        const entry = await entryById(asked.tx, asked.municipality.id, register, asked.params['entry']!, why)
        return entry ? work(asked, register, entry) : missing
      }),
  }
}

/** Where a register is, and one entry of it. */
export const placeOf = (register: Pick<Register, 'id'>, entry?: { readonly id: string }): string =>
  `/balie/registers/${register.id}${entry === undefined ? '' : `/${entry.id}`}`

/** Where a file is read into a register. */
export const importPlace = (register: Pick<Register, 'id'>): string => `${placeOf(register)}/importeren`
/** Where a register is given as a file. */
export const exportPlace = (register: Pick<Register, 'id'>, extension: 'ods' | 'csv'): string =>
  `${placeOf(register)}/exporteren.${extension}`

/** The way to a page of a register, or of an entry. */
export const crumbsTo = (register: Register, entry?: { readonly id: string; readonly title: string }) => [
  { name: 'Registers', to: '/balie/registers' },
  { name: register.title, to: placeOf(register) },
  ...(entry === undefined ? [] : [{ name: entry.title, to: placeOf(register, entry) }]),
]
