/** Leaves a part out of a publication, with ground and reason, and shows it again. */
import type { Tx } from '../../../db/as.ts'
import type { ReactNode } from 'react'
import { lastAct } from '../../../db/audit.ts'
import { groundInWords, WOO_GROUNDS } from '../../../vocabulary/woo.ts'
import {
  Area,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  Hidden,
  none,
  type Problems,
  Select,
} from '../../../web/desk/form.tsx'
import { basisOf, changesBetween, Clash } from '../../../web/desk/edit.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { type Asked, notYet, go, missing, page, type Reply, type Route, type Sent } from '../../../web/desk/route.ts'
import { said } from '../../../web/desk/said.ts'
import { readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { Heading, Notice, Text } from '../../../web/parts.tsx'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import { inWords } from '../rules/reason.ts'
import { whyNotPropose } from '../rules/release.ts'
import type { Doing } from '../store/ask.ts'
import type { Case } from '../store/rows.ts'
import { crumbs, releasePath, type Props, type ReleaseDoors } from './doors.ts'
import type { Omission } from './document.ts'
import { type Draft, omit, showAgain } from './store.ts'

const LABELS = { grond: 'Weigeringsgrond', reden: 'Toelichting' }
/** An omission as its form holds it; empty where nothing is left out. */
const valuesOf = (omission: Omission | undefined) => ({ grond: omission?.ground ?? '', reden: omission?.text ?? '' })

function OmissionPage({
  view,
  file,
  draft,
  field,
  problems = none,
  typed,
  clash,
}: Props & {
  field: { readonly id: string; readonly title: string }
  problems?: Problems
  typed?: Sent
  clash?: ReactNode
}) {
  const now = draft.omissions.find((each) => each.field === field.id)
  const basis = <Hidden name="basis" value={basisOf(valuesOf(now))} />
  const at = `${pathOf(file.row)}/publiceren/${encodeURIComponent(field.id)}`
  return (
    <DeskPage
      oneForm
      view={view}
      title="Niet openbaar maken"
      crumbs={[...crumbs(file), { name: 'Openbaar maken', to: `${pathOf(file.row)}/publiceren` }]}
    >
      <p className="ld-kicker">
        {caseNumber(file.row)} {file.row.title}
      </p>
      <Heading level={1}>Niet openbaar: {field.title}</Heading>
      <Text lead>
        Alleen met een grond uit de Wet open overheid. De grond en uw toelichting staan op de openbare pagina; schrijf
        daarin dus niet wat u weglaat.
      </Text>
      {draft.versions.length === 0 ? null : (
        <Notice title="Er staat al een versie openbaar">
          <Text>
            Wat u nu weglaat, staat niet in de volgende versie. Eerdere versies blijven te lezen zoals ze waren.
          </Text>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      {clash}
      <Form view={view} action={at}>
        {basis}
        <Select
          name="grond"
          label="Weigeringsgrond"
          empty="Kies een weigeringsgrond"
          value={said(typed, 'grond', now?.ground)}
          problems={problems}
          options={WOO_GROUNDS.map(({ id }) => ({ value: id, label: groundInWords(id)! }))}
        />
        <Area
          name="reden"
          label="Waarom geldt deze weigeringsgrond hier?"
          rows={3}
          value={said(typed, 'reden', now?.text)}
          problems={problems}
          maxLength={2_000}
        />
        <Buttons>
          <Button>Laat dit deel weg</Button>
        </Buttons>
      </Form>
      {now ? (
        <Form view={view} action={at}>
          {basis}
          <Buttons>
            <Button kind="secondary" name="weer" value="ja">
              Maak dit deel weer openbaar
            </Button>
          </Buttons>
        </Form>
      ) : null}
    </DeskPage>
  )
}

const FIELDS = {
  grond: word(thatIs((ground) => groundInWords(ground) !== undefined, 'Kies een grond uit de wet.')),
  reden: text(2_000, thatIs(inWords, 'Leg in een zin uit waarom die grond hier geldt.')),
}

export const omissionRoutes = ({ onDraft }: ReleaseDoors): readonly Route<Tx>[] => {
  const onField = (
    then: (
      asked: Asked<Tx>,
      file: Case,
      draft: Draft,
      doing: Doing,
      field: { id: string; title: string },
    ) => Promise<Reply> | Reply,
    locked = false,
  ) =>
    onDraft((asked, file, draft, doing) => {
      const field = draft.document.sections
        .flatMap(({ fields }) => fields)
        .find(({ id }) => id === asked.params['field'])
      if (!field) return missing
      const why = whyNotPropose(draft.facts, asked.who)
      return why === undefined ? then(asked, file, draft, doing, field) : notYet(why)
    }, locked)
  return [
    {
      method: 'GET',
      path: '/zaken/:case/publiceren/:field',
      may: 'case.publish',
      answer: onField(({ view }, file, draft, _, field) =>
        page(<OmissionPage view={view} file={file} draft={draft} field={field} />),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/publiceren/:field',
      may: 'case.publish',
      answer: onField(async ({ tx, municipality, view, sent }, file, draft, doing, field) => {
        const now = valuesOf(draft.omissions.find((each) => each.field === field.id))
        const back = sent.mark('weer') === 'ja'
        // Who saw nothing left out sends the mark of nothing, or none.
        const seen = sent.mark('basis') || basisOf(back ? now : valuesOf(undefined))
        if (seen !== basisOf(now)) {
          const typed = back ? valuesOf(undefined) : readForm(FIELDS, sent).typed
          const changes = changesBetween(now, typed, (name, value) =>
            name === 'grond' ? (groundInWords(value) ?? value) : value,
          )
          const last = await lastAct(tx, municipality.id, objectOf(file.row))
          const clash = <Clash changes={changes} labels={LABELS} last={last} />
          return page(
            <OmissionPage
              view={view}
              file={file}
              draft={draft}
              field={field}
              clash={clash}
              {...(back ? {} : { typed: sent })}
            />,
            409,
          )
        }
        if (back) {
          await showAgain(doing, file, field.id)
          return go(releasePath(file), 'Dit deel wordt weer openbaar.')
        }
        const { held, problems } = readForm(FIELDS, sent)
        if (!held)
          return page(
            <OmissionPage view={view} file={file} draft={draft} field={field} problems={problems} typed={sent} />,
            422,
          )
        await omit(doing, file, { field: field.id, ground: held.grond, text: held.reden })
        return go(releasePath(file), 'Dit deel blijft weg, met grond en reden.')
      }, true),
    },
  ]
}
