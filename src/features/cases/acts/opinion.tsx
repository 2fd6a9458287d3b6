/**
 * Gives an opinion, or a newer version of one. One form keeps all: sign it, keep it as a draft, or ask something first.
 */
import type { Tx } from '../../../db/as.ts'
import type { OpinionDraft } from '../../../db/narrow.ts'
import { ROLE_NAMES, ROLES } from '../../../vocabulary/roles.ts'
import { Area, Button, Buttons, Form, none, Select } from '../../../web/desk/form.tsx'
import { forbidden, go, missing, page, tooLate, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { day, moment } from '../../../web/language.ts'
import { Details, Notice, Section, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { requestsNow } from '../objections.ts'
import { QuestionList } from '../pages/case-questions.tsx'
import { Dossier } from '../pages/dossier.tsx'
import { name } from '../pages/part.ts'
import { mayOpine } from '../rules/may.ts'
import { inWords } from '../rules/reason.ts'
import type { Doing } from '../store/ask.ts'
import { draftOf, keepDraft } from '../store/drafts.ts'
import { giveOpinion } from '../store/opinions.ts'
import { type Named, peopleWith, whoCanDo } from '../store/people.ts'
import { askQuestion } from '../store/questions.ts'
import type { Case, RequestRow } from '../store/rows.ts'
import { Act, type Base } from './form.tsx'
import { draftOfOpinion, OpinionFields, readOpinion } from './opinion-form.tsx'

/** What an opinion may still be given in. */
const OPEN = ['opinions', 'advice', 'reaction', 'decision']

type PageProps = Base & {
  request: RequestRow
  people: readonly Named[]
  value: OpinionDraft
  /** When the draft was kept that is shown. */
  keptAt?: Date | undefined
  question?: { readonly 'vraag-aan': string; readonly vraag: string }
}
function OpinionPage({ view, file, request, people, value, keptAt, question, problems = none }: PageProps) {
  const last = request.opinions.at(-1)
  const mine = file.questions.filter((each) => each.request === request.id)
  const handler = file.facts.handler
  return (
    <Act
      view={view}
      file={file}
      title={last ? 'Geef een nieuwe versie van uw advies' : `Uw advies als ${ROLE_NAMES[request.role]}`}
      problems={problems}
      aside={<Dossier file={file} />}
      pen="uw advies"
      lead={
        <>
          Graag uiterlijk {day('nl', request.dueOn)}. U ondertekent met uw naam en functie. Een advies kan niemand
          wijzigen, ook u niet. U kunt wel een nieuwe versie geven.
        </>
      }
    >
      {keptAt === undefined ? null : (
        <Notice title="Dit is uw concept">
          <Text>Bewaard op {moment('nl', keptAt)}. Alleen u ziet het, tot u het ondertekent.</Text>
        </Notice>
      )}
      {mine.length === 0 ? null : (
        <Section id="vragen" title="Uw vragen">
          <QuestionList file={file} questions={mine} />
        </Section>
      )}
      <Form view={view} action={`${pathOf(file.row)}/advies/${request.id}`}>
        <OpinionFields value={value} people={people} problems={problems} />
        <Buttons>
          <Button>Onderteken en verstuur het advies</Button>
          <Button kind="secondary" name="doe" value="concept">
            Concept opslaan
          </Button>
        </Buttons>
        <Details summary="Eerst iets vragen" open={question !== undefined}>
          <Text>Wat u hierboven schreef, blijft bewaard als concept. Het antwoord staat straks op deze pagina.</Text>
          <Select
            name="vraag-aan"
            label="Aan wie?"
            value={question?.['vraag-aan'] ?? 'indiener'}
            problems={problems}
            options={[
              { value: 'indiener', label: `De indiener, ${name(file, file.row.author)}` },
              ...(handler === null || handler === view.who.id
                ? []
                : [{ value: 'behandelaar', label: `De behandelaar, ${name(file, handler)}` }]),
            ]}
          />
          <Area
            name="vraag"
            label="Uw vraag"
            rows={3}
            value={question?.vraag ?? ''}
            problems={problems}
            maxLength={4_000}
          />
          <Buttons>
            <Button kind="secondary" name="doe" value="vraag">
              Stel de vraag
            </Button>
          </Buttons>
        </Details>
      </Form>
    </Act>
  )
}

/** A question goes to the author, or to the handler if there is one. */
const questionFields = (handler: string | null) => ({
  'vraag-aan': word(
    thatIs((whom) => whom !== 'behandelaar' || handler !== null, 'Er is nu geen behandelaar. Vraag het de indiener.'),
  ),
  vraag: text(4_000, thatIs(inWords, 'Schrijf uw vraag in een zin.')),
})

export const opinionRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => {
  const onRequest = (then: (asked: Asked<Tx>, file: Case, request: RequestRow, doing: Doing) => Promise<Reply>) =>
    onCase(async (asked, file, doing) => {
      const request = file.requests.find(({ id }) => id === asked.params['request'])
      if (!request) return missing
      if (!mayOpine(request, asked.who, file.facts)) return forbidden('Dit advies is niet aan u gevraagd.')
      const other = file.requests.find(({ replaces }) => replaces === request.id)
      return other
        ? tooLate(`Dit advies is aan een vervanger gevraagd: ${name(file, other.person)}. U hoeft niets te doen.`)
        : then(asked, file, request, doing)
    })
  return [
    {
      method: 'GET',
      path: '/zaken/:case/advies/:request',
      may: 'case.opine',
      answer: onRequest(async ({ tx, municipality, view, who }, file, request) => {
        const draft = await draftOf(tx, municipality.id, request.id, who.id)
        return page(
          <OpinionPage
            view={view}
            file={file}
            request={request}
            people={await whoCanDo(tx, municipality.id)}
            value={draft?.content ?? draftOfOpinion(request.opinions.at(-1))}
            keptAt={draft?.savedAt}
          />,
        )
      }),
    },
    {
      method: 'POST',
      path: '/zaken/:case/advies/:request',
      may: 'case.opine',
      answer: onRequest(async ({ tx, municipality, view, who, sent, today }, file, request, doing) => {
        if (!requestsNow(file).includes(request) || !OPEN.includes(file.row.state))
          return tooLate('Deze ronde is voorbij. Uw advies van toen blijft te lezen.')
        const last = request.opinions.at(-1)
        if (
          last &&
          last.by !== who.id &&
          (await peopleWith(tx, municipality.id, ROLES)).some(({ id }) => id === last.by)
        )
          return forbidden(`${name(file, last.by)} gaf dit advies en is de enige die het herziet.`)
        const people = await whoCanDo(tx, municipality.id)
        const { value, opinion, problems } = readOpinion(sent, people, today)
        const here = { view, file, request, people, value }
        if (sent.mark('doe') === 'concept') {
          await keepDraft(doing, request.id, value)
          return go(`${pathOf(file.row)}/advies/${request.id}`, 'Uw concept is opgeslagen. Alleen u ziet het.')
        }
        if (sent.mark('doe') === 'vraag') {
          const { handler } = file.facts
          const question = readForm(questionFields(handler), sent)
          if (!question.held)
            return page(<OpinionPage {...here} question={question.typed} problems={question.problems} />, 422)
          const whom = question.held['vraag-aan'] === 'behandelaar' ? handler! : file.row.author
          await keepDraft(doing, request.id, value)
          await askQuestion(doing, file, request, whom, question.held.vraag)
          return go(
            `${pathOf(file.row)}/advies/${request.id}`,
            'Uw vraag is gesteld en uw concept is bewaard. U krijgt bericht als er antwoord is.',
          )
        }
        if (!opinion) return page(<OpinionPage {...here} problems={problems} />, 422)
        await giveOpinion(doing, file, request, opinion)
        return go(pathOf(file.row), 'Uw advies is ondertekend en staat in het dossier.')
      }),
    },
  ]
}
