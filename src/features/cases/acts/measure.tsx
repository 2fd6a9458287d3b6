/** Proves a measure, and verifies the proof of another. */
import type { Tx } from '../../../db/as.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { Area, Button, Buttons, Choice, Field, Form, none, type Problems } from '../../../web/desk/form.tsx'
import { type Asked, forbidden, go, missing, page, type Reply, type Route } from '../../../web/desk/route.ts'
import { emptyOr, oneOf, readForm, text, thatIs, word, type Across } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { inWords, saysAnything } from '../rules/reason.ts'
import type { Doing } from '../store/ask.ts'
import { prove, verify } from '../store/measures.ts'
import type { Case, MeasureRow } from '../store/rows.ts'
import { Act, type Base, said } from './form.tsx'

export function MeasurePage({
  view,
  file,
  measure,
  mayProve,
  mayVerify,
  problems = none,
  typed,
}: Base & { measure: MeasureRow; mayProve: boolean; mayVerify: boolean }) {
  const action = `${pathOf(file.row)}/maatregelen/${measure.id}`
  return (
    <Act view={view} file={file} title="Maatregel" problems={problems} lead={measure.text}>
      <Text>
        {file.names.get(measure.owner)} · uiterlijk {day('nl', measure.dueOn)}
      </Text>
      {measure.proofs.map((proof) => (
        <article key={proof.no} className="ld-comment">
          <p className="ld-quiet">
            {file.names.get(proof.by)}, {day('nl', proof.at)}
            {proof.verdict === 'accepted'
              ? ' · goedgekeurd'
              : proof.verdict === 'insufficient'
                ? ' · nog niet genoeg'
                : ''}
          </p>
          <p>{proof.text}</p>
          {proof.url ? (
            <p>
              <a className="nl-link" href={proof.url} rel="noreferrer">
                {proof.url}
              </a>
            </p>
          ) : null}
        </article>
      ))}
      {mayProve ? (
        <Form view={view} action={`${action}/bewijs`}>
          <Area
            name="tekst"
            label="Hoe is te zien dat het gedaan is?"
            rows={3}
            value={said(typed, 'tekst')}
            problems={problems}
            maxLength={4_000}
          />
          <Field name="link" label="Link" type="url" optional value={said(typed, 'link')} problems={problems} />
          <Buttons>
            <Button>Bewijs insturen</Button>
          </Buttons>
        </Form>
      ) : null}
      {mayVerify ? (
        <Form view={view} action={`${action}/controle`}>
          <Choice
            name="oordeel"
            label="Is dit genoeg?"
            value={[said(typed, 'oordeel')]}
            problems={problems}
            options={[
              { value: 'accepted', label: 'Ja, de maatregel is klaar' },
              { value: 'insufficient', label: 'Nee, er ontbreekt nog iets' },
            ]}
          />
          <Area
            name="tekst"
            label="Toelichting"
            rows={3}
            value={said(typed, 'tekst')}
            problems={problems}
            maxLength={4_000}
          />
          <Buttons>
            <Button>Onderteken de controle</Button>
          </Buttons>
        </Form>
      ) : null}
    </Act>
  )
}

const PROOF = {
  tekst: text(4_000, thatIs(inWords, 'Beschrijf in een zin waaraan het te zien is.')),
  link: word(emptyOr((url) => /^https?:\/\/[^\s<>"]{3,1900}$/i.test(url), 'Vul een link in die begint met https://.')),
}
const VERDICT = {
  oordeel: word(oneOf(['accepted', 'insufficient'], 'Kies of dit genoeg is.')),
  tekst: text(4_000),
}
const EXPLAINED: Across<typeof VERDICT> = {
  field: 'tekst',
  holds: ({ oordeel, tekst }) => (oordeel === 'accepted' ? saysAnything : inWords)(tekst),
  says: 'Licht uw oordeel toe in een zin.',
}

export const measureRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => {
  function onMeasure(
    then: (asked: Asked<Tx>, file: Case, measure: MeasureRow, doing: Doing) => Promise<Reply> | Reply,
  ) {
    return onCase(async (asked, file, doing) => {
      const measure = file.measures.find(({ id }) => id === asked.params['measure'])
      return measure ? then(asked, file, measure, doing) : missing
    })
  }
  return [
    {
      method: 'GET',
      path: '/zaken/:case/maatregelen/:measure',
      may: 'case.read',
      answer: onMeasure((asked, file, measure) =>
        page(<MeasurePage view={asked.view} file={file} measure={measure} {...mayAt(asked, file, measure)} />),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/maatregelen/:measure/bewijs',
      may: 'case.follow',
      answer: onMeasure(async (asked, file, measure, doing) => {
        if (!mayAt(asked, file, measure).mayProve) return forbidden('Wie de maatregel uitvoert, levert het bewijs.')
        const { held, problems } = readForm(PROOF, asked.sent)
        if (!held) return again(asked, file, measure, problems)
        await prove(doing, file, measure, held.tekst, held.link || null)
        return go(pathOf(file.row), 'Het bewijs wacht op controle door een ander.')
      }),
    },
    {
      method: 'POST',
      path: '/zaken/:case/maatregelen/:measure/controle',
      may: 'case.follow',
      answer: onMeasure(async (asked, file, measure, doing) => {
        if (!mayAt(asked, file, measure).mayVerify)
          return forbidden('Een ander dan wie het bewijs leverde, controleert het.')
        const { held, problems } = readForm(VERDICT, asked.sent, [EXPLAINED])
        if (!held) return again(asked, file, measure, problems)
        await verify(doing, file, measure, held.oordeel, held.tekst)
        return go(pathOf(file.row), 'De controle is ondertekend.')
      }),
    },
  ]
}

/** The page as it was sent, with what is not right. */
const again = (asked: Asked<Tx>, file: Case, measure: MeasureRow, problems: Problems): Reply =>
  page(
    <MeasurePage
      view={asked.view}
      file={file}
      measure={measure}
      {...mayAt(asked, file, measure)}
      problems={problems}
      typed={asked.sent}
    />,
    422,
  )

/** Who proves does not verify. */
function mayAt({ who }: Asked<Tx>, { row }: Case, measure: MeasureRow): { mayProve: boolean; mayVerify: boolean } {
  const prover = measure.proofs.findLast(({ verdict }) => verdict === null)?.by
  return {
    mayProve: measure.owner === who.id && measure.state === 'open',
    mayVerify:
      measure.state === 'proven' &&
      prover !== who.id &&
      measure.owner !== who.id &&
      (who.id === row.handler || who.id === row.decisionMaker || allows(who.roles, 'case.handle')),
  }
}
