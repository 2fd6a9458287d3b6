/** Gives an opinion, or a newer version of one. */
import type { Tx } from '../../../db/as.ts'
import type { Stance } from '../../../model/case.ts'
import { ROLE_NAMES } from '../../../model/roles.ts'
import { Area, Button, Buttons, Choice, Form, none } from '../../../web/desk/form.tsx'
import { tooLate, forbidden, go, missing, page, type Route } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { pathOf } from '../address.ts'
import { any, type CaseDoors, has } from '../doors.ts'
import { Dossier } from '../pages/dossier.tsx'
import { mayOpine } from '../rules/may.ts'
import { STANCES } from '../rules/words.ts'
import { giveOpinion } from '../store/opinions.ts'
import type { RequestRow } from '../store/rows.ts'
import { Act, type Base, said } from './form.tsx'

export function OpinionPage({ view, file, request, problems = none, typed }: Base & { request: RequestRow }) {
  const last = request.opinions.at(-1)
  const conditions = typed ? typed.all('voorwaarde') : (last?.conditions.map(({ text }) => text) ?? [])
  return (
    <Act
      view={view}
      file={file}
      title={last ? 'Geef een nieuwe versie van uw advies' : `Uw advies als ${ROLE_NAMES[request.role]}`}
      problems={problems}
      aside={<Dossier file={file} />}
      lead={
        <>
          Graag uiterlijk {day('nl', request.dueOn)}. U ondertekent met uw naam en functie. Een advies kan niemand
          wijzigen, ook u niet; u kunt wel een nieuwe versie geven.
        </>
      }
    >
      <Form view={view} action={`${pathOf(file.row)}/advies/${request.id}`}>
        <Choice
          name="oordeel"
          label="Uw oordeel"
          value={[said(typed, 'oordeel', last?.stance ?? '')]}
          problems={problems}
          options={Object.entries(STANCES).map(([value, label]) => ({ value, label }))}
        />
        <Area
          name="tekst"
          label="Toelichting"
          value={said(typed, 'tekst', last?.text ?? '')}
          rows={8}
          problems={problems}
        />
        <fieldset className="ld-choice" id="veld-voorwaarde" tabIndex={-1}>
          <legend className="utrecht-form-label">
            Voorwaarden <span className="ld-quiet">(niet verplicht)</span>
          </legend>
          <div className="ld-hint">Eén voorwaarde per vak. De indiener reageert op elk apart.</div>
          {problems['voorwaarde'] === undefined ? null : (
            <p className="ld-problem" id="fout-voorwaarde">
              {problems['voorwaarde']}
            </p>
          )}
          {[0, 1, 2, 3, 4].map((index) => (
            <Area
              key={index}
              name="voorwaarde"
              label={`Voorwaarde ${index + 1}`}
              optional
              rows={2}
              value={conditions[index] ?? ''}
              maxLength={2_000}
              id={`veld-voorwaarde-${index}`}
            />
          ))}
        </fieldset>
        <Buttons>
          <Button>Onderteken en verstuur het advies</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

export const opinionRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/advies/:request',
    may: 'case.opine',
    answer: onCase(async ({ view, who, params }, file) => {
      const request = file.requests.find(({ id }) => id === params['request'])
      return !request
        ? missing
        : mayOpine(request, who, file.row.author)
          ? page(<OpinionPage view={view} file={file} request={request} />)
          : forbidden('Dit advies is niet aan u gevraagd.')
    }),
  },
  {
    method: 'POST',
    path: '/zaken/:case/advies/:request',
    may: 'case.opine',
    answer: onCase(async ({ view, who, params, sent }, file, doing) => {
      const request = file.requests.find(({ id }) => id === params['request'])
      if (!request) return missing
      if (!mayOpine(request, who, file.row.author)) return forbidden('Dit advies is niet aan u gevraagd.')
      if (request.round !== file.row.round || !['opinions', 'advice', 'reaction', 'decision'].includes(file.row.state))
        return tooLate('Deze ronde is voorbij. Uw advies van toen blijft te lezen.')
      const [stance, text] = [sent.text('oordeel'), sent.text('tekst').slice(0, 20_000)]
      const conditions = sent
        .all('voorwaarde')
        .filter((each) => each !== '')
        .map((each) => each.slice(0, 2_000))
      const problems = {
        ...(has(STANCES, stance) ? {} : { oordeel: 'Kies uw oordeel.' }),
        ...(text === '' ? { tekst: 'Licht uw oordeel toe, ook als het kort is.' } : {}),
        ...(stance === 'conditions' && conditions.length === 0
          ? { voorwaarde: 'Noem minstens één voorwaarde, of kies een ander oordeel.' }
          : {}),
        ...((stance === 'none-needed' || stance === 'no-objection') && conditions.length > 0
          ? { oordeel: 'Bij voorwaarden past “geen bezwaar onder voorwaarden”.' }
          : {}),
      }
      if (any(problems))
        return page(<OpinionPage view={view} file={file} request={request} problems={problems} typed={sent} />, 422)
      await giveOpinion(doing, file, request, { stance: stance as Stance, text, conditions })
      return go(pathOf(file.row), 'Uw advies is ondertekend en staat in het dossier.')
    }),
  },
]
