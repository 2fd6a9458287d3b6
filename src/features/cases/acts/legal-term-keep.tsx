/** One legal term: how it stands; it is extended once, and ended. */
import { z } from 'zod'
import type { Tx } from '../../../db/as.ts'
import { isDate } from '../../../lib/iso-date.ts'
import { Area, Button, Buttons, Field, Form, none } from '../../../web/desk/form.tsx'
import {
  type Asked,
  forbidden,
  go,
  missing,
  overtaken,
  page,
  tooLate,
  type Reply,
  type Route,
} from '../../../web/desk/route.ts'
import { readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { day, todayIn } from '../../../web/language.ts'
import { Facts, Section, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { name } from '../pages/part.ts'
import { countedBy, type LegalState, legalState, legalTerm } from '../rules/legal-terms.ts'
import { inWords } from '../rules/reason.ts'
import type { Doing } from '../store/ask.ts'
import { endLegalTerm, extendLegalTerm } from '../store/legal-terms.ts'
import type { Case, LegalTermRow } from '../store/rows.ts'
import { Act, type Base, said } from './form.tsx'
import { whyNotKeep } from './legal-term-start.tsx'

const told = (state: LegalState, dueOn: string): string =>
  ({
    running: `De termijn loopt tot en met ${dueOn}.`,
    late: `De termijn liep tot en met ${dueOn} en is voorbij.`,
    over: `De termijn liep tot en met ${dueOn}. U kunt verder.`,
    met: 'Afgerond.',
    missed: `Te laat afgerond: de termijn liep tot en met ${dueOn}.`,
    early: `Gestopt vóór het einde op ${dueOn}.`,
  })[state]

function TermPage({
  view,
  file,
  term,
  today,
  mine,
  problems = none,
  typed,
}: Base & { term: LegalTermRow; today: string; mine: boolean }) {
  const rule = legalTerm(term.term)
  const at = `${pathOf(file.row)}/termijnen/${term.id}`
  return (
    <Act
      oneForm
      view={view}
      file={file}
      title={rule?.name ?? term.term}
      problems={problems}
      lead={told(legalState(term, today), day('nl', term.dueOn))}
    >
      <Facts
        items={[
          { name: rule?.term === 'before' ? 'Moet klaar zijn vóór' : 'Telt vanaf', value: day('nl', term.startsOn) },
          { name: 'Vastgelegd door', value: name(file, term.by) },
          ...(rule
            ? [
                { name: 'Duur', value: rule.length },
                { name: 'Laatste dag', value: countedBy(rule.term) },
                { name: 'Grond', value: rule.source },
              ]
            : []),
          ...(term.extended === null ? [] : [{ name: 'Verlengd', value: term.extended }]),
          ...(term.endedOn === null
            ? []
            : [
                { name: 'Afgerond', value: `${day('nl', term.endedOn)}, ${name(file, term.endedBy)}` },
                ...(term.note === '' ? [] : [{ name: 'Toelichting', value: term.note }]),
              ]),
        ]}
      />
      {term.endedOn === null && rule?.waitAlso !== undefined ? <Text>{rule.waitAlso}</Text> : null}
      {mine && term.endedOn === null ? (
        <Section id="afronden" title="Afronden">
          {rule?.wait && today <= term.dueOn ? (
            <Text>
              Deze termijn wacht u uit. Stopt die eerder, bijvoorbeeld omdat die toch niet geldt, leg dan uit waarom.
            </Text>
          ) : null}
          <Form view={view} action={`${at}/afronden`}>
            <Field
              name="datum"
              label="Wanneer was het klaar?"
              type="date"
              value={said(typed, 'datum', today)}
              problems={problems}
            />
            <Area
              name="toelichting"
              label="Toelichting"
              hint="Bijvoorbeeld wat de uitkomst is, of waarom de termijn toch niet geldt."
              rows={3}
              value={said(typed, 'toelichting')}
              problems={problems}
              maxLength={2_000}
            />
            <Buttons>
              <Button>Termijn afronden</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
      {mine && term.endedOn === null && term.extended === null && rule?.extended && today <= term.dueOn ? (
        <Section id="verlengen" title="Verlengen">
          <Form view={view} action={`${at}/verlengen`}>
            <Area
              name="reden"
              label="Waarom is de termijn verlengd?"
              rows={3}
              value={said(typed, 'reden')}
              problems={problems}
              maxLength={2_000}
            />
            <Buttons>
              <Button kind="secondary">Termijn eenmaal verlengen</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
    </Act>
  )
}

/** What is not right about ending a term on this day. */
function endProblems(
  { term, startsOn, dueOn }: LegalTermRow,
  on: string,
  note: string,
  { today, begunOn }: { today: string; begunOn: string },
): Readonly<Record<string, string>> {
  const rule = legalTerm(term)
  if (!isDate(on) || on > today) return { datum: 'Vul de dag in waarop het klaar was, niet later dan vandaag.' }
  if (rule?.term !== 'before' && on < startsOn)
    return { datum: `De termijn begon op ${day('nl', startsOn)}. Eerder kan het niet klaar zijn.` }
  if (rule?.term === 'before' && on < begunOn)
    return { datum: `De zaak begon op ${day('nl', begunOn)}. Vul een dag in vanaf die dag.` }
  if (inWords(note)) return {}
  return {
    toelichting:
      rule?.wait && on <= dueOn
        ? `De termijn loopt tot en met ${day('nl', dueOn)}. Leg in een zin uit waarom die eerder stopt.`
        : 'Schrijf in een zin wat de uitkomst is. Een termijn houdt een besluit niet meer tegen als die is afgerond.',
  }
}

/** What these may hold depends on the term: `endProblems`. */
const END = { datum: word(z.string()), toelichting: text(2_000) }
const LONGER = { reden: text(2_000, thatIs(inWords, 'Leg in een zin uit waarom de termijn is verlengd.')) }

export const keepTermRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => {
  const MEANWHILE = 'Iemand anders veranderde deze termijn intussen. Er is niets gewijzigd.'
  const onTerm = (then: (asked: Asked<Tx>, file: Case, term: LegalTermRow, doing: Doing) => Promise<Reply>) =>
    onCase(async (asked, file, doing) => {
      const term = file.legalTerms.find(({ id }) => id === asked.params['term'])
      return term ? then(asked, file, term, doing) : missing
    })
  /** Only while it runs, and only for who keeps it. */
  const keeping = (then: Parameters<typeof onTerm>[0]) =>
    onTerm(async (asked, file, term, doing) => {
      const why = whyNotKeep(file, asked.who.id)
      return why !== undefined
        ? forbidden(why)
        : term.endedOn === null
          ? then(asked, file, term, doing)
          : tooLate('Deze termijn is al afgerond.')
    })
  return [
    {
      method: 'GET',
      path: '/zaken/:case/termijnen/:term',
      may: 'case.read',
      answer: onTerm(async ({ view, who, today }, file, term) =>
        page(
          <TermPage view={view} file={file} term={term} today={today} mine={whyNotKeep(file, who.id) === undefined} />,
        ),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/termijnen/:term/afronden',
      may: 'case.write',
      answer: keeping(async ({ view, sent, today }, file, term, doing) => {
        const { datum: on, toelichting: note } = readForm(END, sent).typed
        const problems = endProblems(term, on, note, { today, begunOn: todayIn(file.row.createdAt) })
        if (Object.keys(problems).length > 0)
          return page(
            <TermPage view={view} file={file} term={term} today={today} mine problems={problems} typed={sent} />,
            422,
          )
        return (await endLegalTerm(doing, file, term, on, note))
          ? go(`${pathOf(file.row)}#termijnen`, 'De termijn is afgerond.')
          : overtaken(MEANWHILE)
      }),
    },
    {
      method: 'POST',
      path: '/zaken/:case/termijnen/:term/verlengen',
      may: 'case.write',
      answer: keeping(async ({ view, sent, today }, file, term, doing) => {
        const rule = legalTerm(term.term)
        if (!rule?.extended || term.extended !== null)
          return tooLate('Deze termijn kan niet, of niet nog eens, worden verlengd.')
        if (today > term.dueOn)
          return tooLate('De laatste dag van deze termijn is voorbij. Verlengen kan alleen daarvoor.')
        const { held, problems } = readForm(LONGER, sent)
        if (!held)
          return page(
            <TermPage view={view} file={file} term={term} today={today} mine problems={problems} typed={sent} />,
            422,
          )
        return (await extendLegalTerm(doing, file, term, { ...rule, extended: rule.extended }, held.reden))
          ? go(`${pathOf(file.row)}#termijnen`, 'De termijn is verlengd.')
          : overtaken(MEANWHILE)
      }),
    },
  ]
}
