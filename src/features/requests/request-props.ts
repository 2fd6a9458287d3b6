/** What the page of a request at the desk is made from. */
import type { RequestKind } from '../../model/request.ts'
import type { Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import type { TypedAnswer, TypedStop } from './desk-rules.ts'
import type { Beside } from './beside-store.ts'
import type { DeskRequest, Requester, RequestFile, Step, Written } from './store.ts'
import type { TypedJudgement, TypedNote, TypedSupplier } from './weakness-rules.ts'
import type { Note, Weakness } from './weakness-store.ts'

export type Option = { readonly value: string; readonly label: string }
/** What came back of a form that was not right. */
export type Came = {
  /** Of a part that keeps nothing but what stands in its fields. */
  readonly part?: { readonly path: string; readonly problems: Problems }
  readonly stop?: { readonly typed: TypedStop; readonly problems: Problems }
  readonly extend?: { readonly why: string; readonly problems: Problems }
  readonly answer?: { readonly typed: TypedAnswer; readonly problems: Problems }
  readonly told?: { readonly text: string; readonly problems: Problems }
  readonly judgement?: { readonly typed: TypedJudgement; readonly problems: Problems }
  readonly supplier?: { readonly typed: TypedSupplier; readonly problems: Problems }
  readonly note?: { readonly typed: TypedNote; readonly problems: Problems }
}

export type RequestProps = {
  readonly view: DeskView
  readonly request: DeskRequest
  /** Undefined for whoever does not handle it. */
  readonly requester: Requester | undefined
  readonly kind: RequestKind | undefined
  readonly kinds: readonly RequestKind[]
  readonly steps: readonly Step[]
  readonly texts: readonly Written[]
  readonly files: readonly RequestFile[]
  readonly handler: string | undefined
  /** Who is named for what it is about, and has it until somebody takes it. */
  readonly named: string | undefined
  /** Whom the entry that it is about names, in the words of the register; empty where it does not. */
  readonly entry: { readonly contact: string; readonly owner: string }
  readonly beside: readonly Beside[]
  readonly alike: readonly { id: string; number: string; receivedOn: string; requester: string }[]
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly names: { readonly algorithms: readonly Option[]; readonly flows: readonly Option[] } | undefined
  /** Of a kind with that course, for who handles it. */
  readonly weakness: Weakness | undefined
  readonly notes: readonly Note[]
  readonly mayTell: boolean
  readonly mayTake: boolean
  /** Whether somebody at the counter may give another code. */
  readonly mayCode: boolean
  readonly mayNot: string | undefined
  readonly came: Came
  readonly today: string
}
