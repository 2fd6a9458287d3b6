/** What becomes public, field by field: proposed, approved, withdrawn. */
import type { Tx } from '../../../db/as.ts'
import { Button, Buttons, Form } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { forbidden, go, notYet, overtaken, page, tooLate, type Route } from '../../../web/desk/route.ts'
import { DocumentBody } from '../../../web/document.tsx'
import { day } from '../../../web/language.ts'
import { Heading, Link, Notice, Section, Text } from '../../../web/parts.tsx'
import { caseNumber, pathOf } from '../address.ts'
import { CHANGED, openProposal, whyNotApprove, whyNotPropose } from '../rules/release.ts'
import { crumbs, releasePath, type Props, type ReleaseDoors } from './doors.ts'
import { propose, publish, withdraw } from './store.ts'

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

export const releaseRoutes = ({ onDraft, print, files }: ReleaseDoors): readonly Route<Tx>[] => [
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
      if (sent.mark('stuk') !== draft.hash)
        return overtaken('Het stuk is veranderd terwijl u het las. Er is nog niets voorgesteld. Lees het opnieuw.')
      await propose(doing, file, draft)
      return go(releasePath(file), 'Voorgesteld. Een tweede persoon keurt het goed.')
    }, true),
  },
  {
    method: 'POST',
    path: '/zaken/:case/publiceren/intrekken',
    may: 'case.publish',
    answer: onDraft(async (_, file, draft, doing) => {
      if (!openProposal(draft.facts)) return tooLate('Er ligt geen voorstel meer om in te trekken.')
      await withdraw(doing, file, draft)
      return go(releasePath(file), 'Het voorstel is ingetrokken.')
    }, true),
  },
  {
    method: 'POST',
    path: '/zaken/:case/publiceren/goedkeuren',
    may: 'case.publish',
    answer: onDraft(async ({ who, sent }, file, draft, doing) => {
      const why =
        whyNotApprove(draft.facts, who, draft.hash) ?? (sent.mark('stuk') === draft.hash ? undefined : CHANGED)
      if (why !== undefined) return why === CHANGED ? notYet(why) : forbidden(why)
      await publish(doing, file, draft, { print, files })
      return go(releasePath(file), 'Het stuk is openbaar.')
    }, true),
  },
]
