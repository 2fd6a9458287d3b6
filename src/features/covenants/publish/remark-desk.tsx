/** Readers' questions and remarks at the desk: read before anybody else can, answered by function, or not placed. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { contactOf } from '../../../db/contact.ts'
import { queueMessage } from '../../../db/messages.ts'
import { closeTasks } from '../../../db/tasks.ts'
import { REMARK_KINDS, REMARK_STATES } from '../../../vocabulary/covenant.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Form, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, missing, page, tooLate, type DeskView, type Route } from '../../../web/desk/route.ts'
import { filled, oneOf, readForm, text, word } from '../../../web/desk/schema.ts'
import { day, moment } from '../../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { covenantById, type Covenant } from '../store.ts'
import { under } from './door-parts.tsx'
import { remarkAnswered } from './letters.ts'
import { answerRemark, opensBy, remarkById, remarksOf, type Remark } from './remark-store.ts'
import { secretOf } from './secrets.ts'

const crumbs = ({ id, title }: Covenant) => [
  { name: 'Afspraken', to: '/balie/afspraken' },
  { name: title, to: `/balie/convenanten/${id}` },
]
const short = (words: string) => (words.length > 80 ? `${words.slice(0, 79)}…` : words)

function RemarksPage({ view, covenant, remarks }: { view: DeskView; covenant: Covenant; remarks: readonly Remark[] }) {
  const waiting = remarks.filter(({ state }) => state === 'open').length
  return (
    <DeskPage view={view} title="Vragen van lezers" crumbs={crumbs(covenant)}>
      <Heading level={1}>Vragen van lezers</Heading>
      <Text lead>
        {waiting === 0
          ? 'Er wacht niets op antwoord.'
          : `${waiting} ${waiting === 1 ? 'bericht wacht' : 'berichten wachten'} op antwoord.`}{' '}
        Niets hiervan is openbaar voordat iemand het beantwoordt.
      </Text>
      {remarks.length === 0 ? null : (
        <Table
          id="vragen"
          caption="Vragen en opmerkingen"
          hideCaption
          stacked
          columns={[{ head: 'Bericht' }, { head: 'Wat' }, { head: 'Binnen op' }, { head: 'Stand' }]}
          rows={remarks.map((each) => ({
            key: each.id,
            cells: [
              <Link key="a" to={`/balie/convenanten/${covenant.id}/vragen/${each.id}`}>
                {short(each.text)}
              </Link>,
              REMARK_KINDS[each.kind],
              day('nl', each.at),
              each.state === 'open' ? `antwoord uiterlijk ${day('nl', each.dueOn)}` : REMARK_STATES[each.state],
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

type One = { view: DeskView; covenant: Covenant; remark: Remark; problems?: Problems }
function RemarkPage({ view, covenant, remark, problems = none }: One) {
  const at = `/balie/convenanten/${covenant.id}/vragen`
  return (
    <DeskPage
      view={view}
      title="Bericht van een lezer"
      crumbs={[...crumbs(covenant), { name: 'Vragen van lezers', to: at }]}
    >
      <p className="ld-kicker">Een {REMARK_KINDS[remark.kind]} van een lezer</p>
      <Heading level={1}>{covenant.title}</Heading>
      <ErrorSummary problems={problems} />
      <Section id="bericht" title="Het bericht">
        <p className="nl-paragraph ld-preline">{remark.text}</p>
        <Facts
          items={[
            { name: 'Binnen op', value: moment('nl', remark.at) },
            { name: 'Over afspraak', value: remark.pledge ?? 'het hele convenant' },
            { name: 'Naam erbij', value: remark.name === '' ? 'geen' : `${remark.name}: deze naam komt op de site` },
            {
              name: 'Antwoord',
              value: remark.email === '' ? 'alleen met de eigen link' : 'per e-mail en met de eigen link',
            },
            { name: 'Taal', value: remark.lang === 'en' ? 'Engels' : 'Nederlands' },
          ]}
        />
      </Section>
      {remark.state === 'open' ? (
        allows(view.who.roles, 'covenant.write') ? (
          <Form view={view} action={`${at}/${remark.id}/antwoord`}>
            <Area
              name="antwoord"
              label="Uw antwoord"
              hint={`Iedereen leest dit als antwoord van: ${view.who.function || 'uw functie'}. Zonder uw naam.`}
              rows={6}
              maxLength={4_000}
              problems={problems}
            />
            <Choice
              name="plaatsen"
              label="Komt het bericht op de site?"
              hint="Niet als er een persoon in staat, als het scheldt, of als het over iets anders gaat."
              options={[
                { value: 'wel', label: 'Ja, met dit antwoord' },
                { value: 'niet', label: 'Nee. Dit antwoord zegt waarom, en alleen de lezer krijgt het' },
              ]}
              problems={problems}
            />
            <Buttons>
              <Button>Verstuur het antwoord</Button>
            </Buttons>
          </Form>
        ) : null
      ) : (
        <Section id="antwoord" title={REMARK_STATES[remark.state]}>
          {remark.answer === '' ? null : <p className="nl-paragraph ld-preline">{remark.answer}</p>}
          {remark.answeredAt === null ? null : (
            <Text>
              {remark.function}, {moment('nl', remark.answeredAt)}
            </Text>
          )}
        </Section>
      )}
    </DeskPage>
  )
}

const ANSWER = {
  antwoord: text(4_000, filled('Schrijf een antwoord. De lezer krijgt het altijd.')),
  plaatsen: word(oneOf(['wel', 'niet'], 'Kies of het bericht op de site komt.')),
}
const place = '/convenanten/:covenant/vragen'

/** `key`: of the installation, which makes the secret of the link in a mail. */
export const remarkRoutes = (key: Buffer): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: place,
    may: 'covenant.read',
    answer: async ({ tx, municipality, params, view }) => {
      const covenant = await covenantById(tx, municipality.id, params['covenant']!)
      if (!covenant) return missing
      return page(<RemarksPage {...{ view, covenant }} remarks={await remarksOf(tx, municipality.id, covenant.id)} />)
    },
  },
  {
    method: 'GET',
    path: `${place}/:remark`,
    may: 'covenant.read',
    answer: async ({ tx, municipality, params, view }) => {
      const covenant = await covenantById(tx, municipality.id, params['covenant']!)
      const remark = covenant && (await remarkById(tx, municipality.id, covenant.id, params['remark']!))
      return remark ? page(<RemarkPage {...{ view, covenant, remark }} />) : missing
    },
  },
  {
    method: 'POST',
    path: `${place}/:remark/antwoord`,
    may: 'covenant.write',
    answer: async ({ tx, municipality, params, view, who, sent, origin }) => {
      const covenant = await covenantById(tx, municipality.id, params['covenant']!)
      const remark = covenant && (await remarkById(tx, municipality.id, covenant.id, params['remark']!))
      if (!covenant || !remark) return missing
      const { held, problems } = readForm(ANSWER, sent)
      if (!held) return page(<RemarkPage {...{ view, covenant, remark, problems }} />, 422)
      const shown = held.plaatsen === 'wel'
      if (!(await answerRemark(tx, municipality.id, remark.id, { text: held.antwoord, shown, by: who.id })))
        return tooLate('Dit bericht is al beantwoord, of de lezer nam het terug.')
      if (remark.email !== '') {
        const secret = secretOf(key, 'remark', remark.id)
        const link = opensBy(remark, secret) ? `${origin}${under(remark.lang)}/reacties/${secret}` : undefined
        const city = { city: municipality.name, contact: await contactOf(tx, municipality.id) }
        await queueMessage(tx, municipality.id, {
          recipient: remark.email,
          kind: 'remark',
          key: `remark/${remark.id}/answered`,
          object: `remark/${remark.id}`,
          ...remarkAnswered(
            { lang: remark.lang, title: covenant.title, link, ...city },
            { shown, answer: held.antwoord, by: who.function },
          ),
        })
      }
      await closeTasks(tx, municipality.id, `remark/${remark.id}`, ['covenant-remark'])
      await record(tx, municipality.id, {
        act: shown ? 'covenant.remark-answered' : 'covenant.remark-declined',
        object: `covenant/${covenant.id}`,
        detail: { remark: remark.id },
      })
      return go(
        `/balie/convenanten/${covenant.id}/vragen`,
        shown ? 'Het staat op de site, met uw antwoord.' : 'Het staat niet op de site.',
      )
    },
  },
]
