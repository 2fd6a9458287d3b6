/**
 * What somebody typed and that is not kept yet, on its way back into the form it was typed in: after a session that
 * ended, a body that was too large, or another button of the same page.
 */
import { createContext, useContext, type ReactNode } from 'react'
import { fingerprint } from '../../lib/fingerprint.ts'
import { tooLong } from '../../lib/too-long.ts'

/** The fields of one form, by name; an unchecked group has none. */
export type Typed = {
  readonly action: string
  readonly prefix: string
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** What went along unseen with a part of a page. */
  readonly unseen?: Readonly<Record<string, string>>
  /** Its writer was shown what changed meanwhile: what goes along unseen is of the page as it is now. */
  readonly fresh?: true
  /** What is not right about one of them, by its name. */
  readonly problems?: Readonly<Record<string, string>>
}

/** A part of a page that is one form: what its own button sends, and what stood in it before anybody typed. */
export type Part = {
  readonly action: string
  readonly prefix: string
  readonly names: readonly string[]
  /** What goes along unseen: told here, so that two parts may each have the same name for it. */
  readonly unseen: Readonly<Record<string, string>>
  readonly was: string
}

/** How a field reads once it is sent: as `sentOf` reads it. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()
/** A name for what stands in the fields of a part; the same when nothing was typed. */
export const contentsOf = (fields: readonly (readonly [name: string, values: readonly string[]])[]): string =>
  fingerprint(JSON.stringify(fields.map(([name, values]) => [name, values.map(plain)])))

/** The form that a field stands in; `seen` grows while the page is rendered, and so does `part`. */
type Here = {
  readonly prefix: string
  readonly typed: Typed | undefined
  readonly seen: Map<string, number>
  /** Only in a page that is one form: its fields, and what a browser sends of them when nobody typed. */
  readonly part?: {
    readonly action: string
    readonly shown: Map<string, string[]>
    readonly unseen: Map<string, string>
  }
}
/** `parts`: as they came with what was sent, so that a page with a message still knows what stood there first. */
type All = { readonly typed: readonly Typed[]; readonly parts: readonly Part[] }
const AllContext = createContext<All>({ typed: [], parts: [] })
const HereContext = createContext<Here>({ prefix: '', typed: undefined, seen: new Map() })

/** A page with what was typed in its forms. */
export const withTyped = (body: ReactNode, typed: readonly Typed[], parts: readonly Part[] = []): ReactNode => (
  <AllContext value={{ typed, parts }}>{body}</AllContext>
)

const isOf = (action: string, prefix: string) => (each: Typed | Part) =>
  each.action === action && each.prefix === prefix

/** What was typed in the form with this action; undefined when nothing was. */
export function useTyped(action: string, prefix = ''): Typed | undefined {
  return useContext(AllContext).typed.find(isOf(action, prefix))
}

/** Everything within is one form. With `whole` its fields are told to the page, which is sent as a whole. */
export function FormFields({
  action,
  prefix,
  whole,
  children,
}: {
  action: string
  prefix: string
  whole: boolean
  children: ReactNode
}) {
  const typed = useTyped(action, prefix)
  const here: Here = {
    prefix,
    typed,
    seen: new Map(),
    ...(whole && { part: { action, shown: new Map(), unseen: new Map() } }),
  }
  return (
    <HereContext value={here}>
      {children}
      {whole ? <PartEnd /> : null}
    </HereContext>
  )
}

/** Rendered after the fields of a part, so that it knows them all. */
function PartEnd() {
  const { prefix, part } = useContext(HereContext)
  const { parts } = useContext(AllContext)
  if (!part || part.shown.size + part.unseen.size === 0) return null
  const { action, shown, unseen } = part
  const was = parts.find(isOf(action, prefix))?.was ?? contentsOf([...shown])
  const told: Part = { action, prefix, names: [...shown.keys()], unseen: Object.fromEntries(unseen), was }
  return <input type="hidden" name="deel" value={JSON.stringify(told)} />
}

/**
 * A button of a part sends the page to the address of that part; `to`: elsewhere, and says of which part it is.
 * Undefined in a form of its own, that sends to its own address.
 */
export function usePartAction(to?: string): string | undefined {
  const { part, prefix } = useContext(HereContext)
  if (!part) return to
  const told = new URLSearchParams({ ...(prefix && { deel: prefix }), ...(to && { van: part.action }) })
  return told.size === 0 ? part.action : `${to ?? part.action}?${told.toString()}`
}

/**
 * What goes along unseen with a form where it stands, by its name; undefined where the part tells it to the page, so
 * that no input is needed.
 */
export function useUnseen(name: string, given: string): { readonly name: string; readonly value: string } | undefined {
  const { prefix, typed, part } = useContext(HereContext)
  const kept = typed?.fresh ? undefined : (typed?.unseen?.[name] ?? typed?.fields[name]?.[0])
  const value = kept ?? given
  part?.unseen.set(name, value)
  return part ? undefined : { name: `${prefix}${name}`, value }
}

/**
 * Name, id and values of a field where it stands: what was typed, or else what is given. A field that is repeated takes
 * its own of what was typed. `sends`: what a browser sends of the given values when nobody types. `most`: characters
 * that fit; `problem` says so of what was typed and is longer.
 */
export function useField(
  name: string,
  given: readonly string[],
  {
    one,
    sends = (values) => values,
    most = Infinity,
  }: { one: boolean; sends?: (values: readonly string[]) => readonly string[]; most?: number },
): {
  readonly name: string
  readonly id: string
  readonly values: readonly string[]
  readonly problem: string | undefined
} {
  const { prefix, typed, part, seen } = useContext(HereContext)
  const place = seen.get(name) ?? 0
  seen.set(name, place + 1)
  part?.shown.set(name, [...(part.shown.get(name) ?? []), ...sends(given)])
  const fields = typed?.fields
  const found = fields && (one ? fields[name]?.slice(place, place + 1) : (fields[name] ?? []))
  const length = plain(found?.[0] ?? '').length
  return {
    name: `${prefix}${name}`,
    id: `veld-${prefix}${name}`,
    values: found === undefined || (one && found.length === 0) ? given : found,
    problem: typed?.problems?.[name] ?? (length > most ? tooLong(length, most) : undefined),
  }
}
