/**
 * The pages of publication: what becomes public, field by field; what stays out and why; propose, approve, withdraw;
 * the paragraph for the council.
 */
import type { Tx } from '../../db/as.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { WOO_GROUNDS, groundInWords } from '../../model/woo.ts'
import { Area, Button, Buttons, ErrorSummary, Form, none, Select, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import {
  forbidden,
  go,
  missing,
  notYet,
  overtaken,
  page,
  tooLate,
  type Asked,
  type DeskView,
  type Reply,
  type Route,
  type Sent,
} from '../../web/desk/route.ts'
import { DocumentBody } from '../../web/document.tsx'
import { day } from '../../web/language.ts'
import { Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { caseNumber, pathOf, type Doing } from './acts.ts'
import { draftOf, hold, omit, propose, publish, showAgain, withdraw, type Draft, type Print } from './release.ts'
import { paragraphOf } from './release-document.ts'
import { CHANGED, openProposal, whyNotApprove, whyNotPropose } from './release-rules.ts'
import { loadCase, type Case } from './store.ts'

export type ReleaseDeps = { readonly questionnaires: readonly Questionnaire[]; readonly print: Print }
type Props = { readonly view: DeskView; readonly file: Case; readonly draft: Draft }

const crumbs = ({ row }: Case) => [
  { name: 'Zaken', to: '/balie/zaken' },
  { name: row.title, to: pathOf(row) },
]

function ReleasePage({ view, file, draft }: Props) {
  const { facts, hash, document, versions } = draft
  const [at, proposal] = [`${pathOf(file.row)}/publiceren`, openProposal(facts)]
  const [cannotPropose, cannotApprove] = [whyNotPropose(facts, view.who), whyNotApprove(facts, view.who, hash)]
  return (
    <DeskPage view={view} title="Openbaar maken" crumbs={crumbs(file)}>
      <p className="ld-kicker">
        {caseNumber(file.row)} {file.row.title}
      </p>
      <Heading level={1}>Openbaar maken</Heading>
      <Text lead>
        Hieronder staat precies wat openbaar wordt. Eén persoon stelt het voor, een tweede keurt het goed. Van collega’s
        komt alleen de functie op de site; wie besloot, staat er met naam.
      </Text>
      {versions.map(({ version, at: when }) => (
        <Text key={version}>
          <Link to={`/toetsen/${file.row.no}/versie/${version}`}>
            Versie {version}, openbaar sinds {day('nl', when)}
          </Link>
        </Text>
      ))}
      {proposal ? (
        <Notice title="Er ligt een voorstel">
          {proposal.hash === hash ? (
            <Text>Het stuk is voorgesteld. {cannotApprove ?? 'Lees het na en keur het goed.'}</Text>
          ) : (
            <Text>{CHANGED}</Text>
          )}
          {cannotApprove === undefined ? (
            <Form view={view} action={`${at}/goedkeuren`}>
              <input type="hidden" name="stuk" value={hash} />
              <Buttons>
                <Button>Keur goed en maak openbaar</Button>
              </Buttons>
            </Form>
          ) : null}
          <Form view={view} action={`${at}/intrekken`}>
            <Buttons>
              <Button kind="secondary">Trek het voorstel in</Button>
            </Buttons>
          </Form>
        </Notice>
      ) : cannotPropose === undefined ? (
        <Form view={view} action={`${at}/voorstellen`}>
          <input type="hidden" name="stuk" value={hash} />
          <Buttons>
            <Button>Stel voor om dit openbaar te maken</Button>
          </Buttons>
        </Form>
      ) : (
        <Text>{cannotPropose}</Text>
      )}
      <Section id="stuk" title="Wat openbaar wordt">
        <Text>
          <strong>{document.outcome}</strong>, {day('nl', document.decidedOn)}. Kenmerk van dit stuk:{' '}
          <code className="nl-code">{hash.slice(0, 12)}</code>
        </Text>
      </Section>
      <DocumentBody
        document={document}
        after={(field) =>
          proposal || cannotPropose ? null : (
            <p>
              <Link to={`${at}/${encodeURIComponent(field.id)}`}>
                {field.omitted ? 'Wijzig of maak weer openbaar' : 'Laat dit weg'}
                <span className="ld-hidden">: {field.title}</span>
              </Link>
            </p>
          )
        }
      />
    </DeskPage>
  )
}

function OmissionPage({
  view,
  file,
  draft,
  field,
  problems = none,
  typed,
}: Props & { field: { readonly id: string; readonly title: string }; problems?: Problems; typed?: Sent }) {
  const now = draft.omissions.find((each) => each.field === field.id)
  const at = `${pathOf(file.row)}/publiceren/${encodeURIComponent(field.id)}`
  return (
    <DeskPage
      view={view}
      title={Object.keys(problems).length > 0 ? 'Fout: niet openbaar maken' : 'Niet openbaar maken'}
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
      <Form view={view} action={at}>
        <Select
          name="grond"
          label="Grond"
          empty="Kies een grond"
          value={typed?.text('grond') ?? now?.ground ?? ''}
          problems={problems}
          options={WOO_GROUNDS.map(({ id }) => ({ value: id, label: groundInWords(id)! }))}
        />
        <Area
          name="reden"
          label="Waarom geldt die grond hier?"
          rows={3}
          value={typed?.text('reden') ?? now?.text ?? ''}
          problems={problems}
          maxLength={2_000}
        />
        <Buttons>
          <Button>Laat weg</Button>
        </Buttons>
      </Form>
      {now ? (
        <Form view={view} action={at}>
          <Buttons>
            <Button kind="secondary" name="weer" value="ja">
              Maak weer openbaar
            </Button>
          </Buttons>
        </Form>
      ) : null}
    </DeskPage>
  )
}

function ParagraphPage({ view, file, draft }: Props) {
  return (
    <DeskPage view={view} title="Alinea voor het voorstel" crumbs={crumbs(file)}>
      <p className="ld-kicker">
        {caseNumber(file.row)} {file.row.title}
      </p>
      <Heading level={1}>Alinea voor het voorstel</Heading>
      <Text lead>Kopieer deze tekst naar het college- of raadsvoorstel. Wat niet openbaar is, staat er niet in.</Text>
      <blockquote className="ld-comment">
        <p>{paragraphOf(draft.document)}</p>
      </blockquote>
    </DeskPage>
  )
}

export function releaseRoutes({ questionnaires, print }: ReleaseDeps): readonly Route<Tx>[] {
  type Then = (asked: Asked<Tx>, file: Case, draft: Draft, doing: Doing) => Promise<Reply> | Reply
  const onDraft =
    (then: Then, locked = false) =>
    async (asked: Asked<Tx>): Promise<Reply> => {
      const { tx, municipality, who, today, origin, params } = asked
      if (locked) await hold(tx, municipality.id, params['case']!)
      const file = await loadCase(tx, municipality.id, params['case']!, today)
      if (!file) return missing
      const outcomes = new Map(
        questionnaires
          .filter((each) => each.purpose === 'full-test' && each.about.includes(file.row.kind))
          .flatMap((each) => each.outcomes.map(({ id, label }) => [id, label] as const)),
      )
      return then(asked, file, await draftOf(tx, municipality, file, outcomes), {
        tx,
        municipality: municipality.id,
        who,
        today,
        origin,
      })
    }
  const at = ({ row }: Case) => `${pathOf(row)}/publiceren`
  const onField = (
    then: (
      asked: Asked<Tx>,
      file: Case,
      draft: Draft,
      doing: Doing,
      field: { id: string; title: string },
    ) => Promise<Reply> | Reply,
  ) =>
    onDraft((asked, file, draft, doing) => {
      const field = draft.document.sections
        .flatMap(({ fields }) => fields)
        .find(({ id }) => id === asked.params['field'])
      if (!field) return missing
      const why = whyNotPropose(draft.facts, asked.who)
      return why === undefined ? then(asked, file, draft, doing, field) : notYet(why)
    }, true)

  return [
    {
      method: 'GET',
      path: '/zaken/:case/alinea',
      may: 'case.read',
      answer: onDraft(({ view }, file, draft) =>
        file.decisions.length === 0 && file.row.state !== 'no-effect'
          ? notYet('De alinea is er als er een besluit of verklaring is.')
          : page(<ParagraphPage view={view} file={file} draft={draft} />),
      ),
    },
    {
      method: 'GET',
      path: '/zaken/:case/publiceren',
      may: 'case.publish',
      answer: onDraft(({ view }, file, draft) => page(<ReleasePage view={view} file={file} draft={draft} />)),
    },
    {
      method: 'POST',
      path: '/zaken/:case/publiceren/voorstellen',
      may: 'case.publish',
      answer: onDraft(async ({ who, sent }, file, draft, doing) => {
        const why = whyNotPropose(draft.facts, who)
        if (why !== undefined) return notYet(why)
        if (sent.text('stuk') !== draft.hash)
          return overtaken('Het stuk is veranderd terwijl u het las. Er is nog niets voorgesteld. Lees het opnieuw.')
        await propose(doing, file, draft)
        return go(at(file), 'Voorgesteld. Een tweede persoon keurt het goed.')
      }, true),
    },
    {
      method: 'POST',
      path: '/zaken/:case/publiceren/intrekken',
      may: 'case.publish',
      answer: onDraft(async (_, file, draft, doing) => {
        if (!openProposal(draft.facts)) return tooLate('Er ligt geen voorstel meer om in te trekken.')
        await withdraw(doing, file, draft)
        return go(at(file), 'Het voorstel is ingetrokken.')
      }, true),
    },
    {
      method: 'POST',
      path: '/zaken/:case/publiceren/goedkeuren',
      may: 'case.publish',
      answer: onDraft(async ({ who, sent }, file, draft, doing) => {
        const why =
          whyNotApprove(draft.facts, who, draft.hash) ?? (sent.text('stuk') === draft.hash ? undefined : CHANGED)
        if (why !== undefined) return why === CHANGED ? notYet(why) : forbidden(why)
        await publish(doing, file, draft, print)
        return go(at(file), 'Het stuk is openbaar.')
      }, true),
    },
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
      answer: onField(async ({ view, sent }, file, draft, doing, field) => {
        if (sent.text('weer') === 'ja') {
          await showAgain(doing, file, field.id)
          return go(at(file), 'Dit deel wordt weer openbaar.')
        }
        const [ground, text] = [sent.text('grond'), sent.text('reden').slice(0, 2_000)]
        const problems: Problems = {
          ...(groundInWords(ground) ? {} : { grond: 'Kies een grond uit de wet.' }),
          ...(text === '' ? { reden: 'Leg uit waarom die grond hier geldt.' } : {}),
        }
        if (Object.keys(problems).length > 0)
          return page(
            <OmissionPage view={view} file={file} draft={draft} field={field} problems={problems} typed={sent} />,
            422,
          )
        await omit(doing, file, { field: field.id, ground, text })
        return go(at(file), 'Dit deel blijft weg, met grond en reden.')
      }),
    },
  ]
}
