/** The inside of the worker thread: each kind of heavy work by its name. Runs beside the site, never in it. */
import { parentPort } from 'node:worker_threads'
import { readTable, type Columns, type Reading, type Table } from './csv.ts'
import { NoList } from './csv-text.ts'
import { odsOf, type OdsCell } from './ods-write.ts'
import { strengthOf, type Asked, type Strength } from './password-strength.ts'
import { wordDifferences, type Pair, type Part } from './word-difference.ts'

type File = { readonly bytes: Uint8Array; readonly columns: Columns<string>; readonly reading: Reading<string> }
/** A list, or why the file is none. */
export type Listed = { readonly table: Table<string> } | { readonly noList: string }

function listed({ bytes, columns, reading }: File): Listed {
  try {
    return { table: readTable(bytes, columns, reading) }
  } catch (error) {
    if (!(error instanceof NoList)) throw error
    return { noList: error.message }
  }
}

type Sheet = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly OdsCell[])[]
}

/** Every kind of work: what is given and what comes of it, plain data both. */
export type Work = {
  list: { readonly given: File; readonly gives: Listed }
  sheet: { readonly given: Sheet; readonly gives: Uint8Array }
  'word-differences': { readonly given: readonly Pair[]; readonly gives: (readonly Part[] | undefined)[] }
  'password-strength': { readonly given: Asked; readonly gives: Strength }
}
type Doing = { readonly [N in keyof Work]: (given: Work[N]['given']) => Work[N]['gives'] | Promise<Work[N]['gives']> }
const WORK: Doing = {
  list: listed,
  sheet: ({ title, head, rows }) => odsOf(title, head, rows),
  'word-differences': wordDifferences,
  'password-strength': strengthOf,
}

parentPort?.on('message', async ({ name, given }: { name: keyof Work; given: never }) => {
  try {
    parentPort!.postMessage({ gives: await WORK[name](given) })
  } catch (error) {
    parentPort!.postMessage({ fault: String(error) })
  }
})
