/** Writes an article of a draft: a new one, another text, another place, or taken out. */
import type { Tx } from '../../db/as.ts'
import { lastAct, record } from '../../db/audit.ts'
import { basisOf, changesBetween, Clash, merged, trailOf } from '../../web/desk/edit.tsx'
import { Area, Button, Buttons, Field, Form, Hidden, none, Select, type Problems } from '../../web/desk/form.tsx'
import { go, overtaken, page, type DeskView, type Reply, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text, thatIs } from '../../web/desk/schema.ts'
import { Link, Text } from '../../web/parts.tsx'
import type { CovenantText } from '../../model/covenant.ts'
import { Act, onDraft, versionPlace } from './frame.tsx'
import type { Covenant, Version } from './store.ts'
import { writeVersion } from './version-store.ts'
import {
  articleIn,
  newId,
  PARTS,
  paragraphsOf,
  typedOf,
  withArticle,
  withoutArticle,
  type Found,
  type Part,
} from './text.ts'

const LABELS = { titel: 'Titel', tekst: 'Tekst', plaats: 'Plaats' }
type Input = { readonly titel: string; readonly tekst: string; readonly plaats: string }
const NEW: Input = { titel: '', tekst: '', plaats: '' }

const FIELDS = {
  titel: text(200, filled('Geef het artikel een titel.')),
  tekst: text(
    20_000,
    thatIs((typed) => paragraphsOf(typed).length > 0, 'Schrijf minstens één lid.'),
  ),
  plaats: text(60),
}
const inputOf = ({ article, after }: Found): Input => ({
  titel: article.title,
  tekst: typedOf(article),
  plaats: after,
})

/** Where it can stand: first, or behind each of the others. */
const places = (version: Version, part: Part, id?: string) =>
  version.text[part].filter((each) => each.id !== id).map((each) => ({ value: each.id, label: `Na “${each.title}”` }))

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly version: Version
  readonly part: Part
  readonly id?: string
  readonly input: Input
  readonly basis?: string
  readonly clash?: React.ReactNode
  readonly problems?: Problems
}

function ArticlePage({ view, covenant, version, part, id, input, basis, clash, problems = none }: Props) {
  const at = versionPlace(covenant, version.no)
  return (
    <Act
      view={view}
      covenant={covenant}
      version={version}
      title={id === undefined ? 'Voeg een artikel toe' : `Pas “${articleIn(version.text, id)!.article.title}” aan`}
      problems={problems}
    >
      {clash}
      <Form view={view} action={id === undefined ? `${at}/artikel-erbij` : `${at}/artikelen/${id}/wijzigen`}>
        {basis === undefined ? null : <Hidden name="basis" value={basis} />}
        {id === undefined ? <Hidden name="waar" value={part} /> : null}
        <Field name="titel" label="Titel" value={input.titel} maxLength={200} problems={problems} />
        <Area
          name="tekst"
          label="Tekst"
          hint="Zet een lege regel tussen twee leden. Schrijf korte zinnen: een cafébaas moet het kunnen lezen."
          value={input.tekst}
          rows={14}
          maxLength={20_000}
          problems={problems}
        />
        <Select
          name="plaats"
          label="Plaats"
          hint={`In ${PARTS[part]}. De nummers volgen vanzelf.`}
          empty="Als eerste"
          options={places(version, part, id)}
          value={input.plaats}
          problems={problems}
        />
        <Buttons>
          <Button>{id === undefined ? 'Artikel toevoegen' : 'Artikel opslaan'}</Button>
          <Link to={id === undefined ? at : `${at}#artikel-${id}`}>Annuleren</Link>
        </Buttons>
      </Form>
      {id === undefined ? null : (
        <Text>
          <Link to={`${at}/artikelen/${id}/weg`}>Haal dit artikel uit het concept</Link>
        </Text>
      )}
    </Act>
  )
}

const gone = (): Reply =>
  overtaken('Dit artikel staat niet meer in het concept. Een collega haalde het weg. Er is niets opgeslagen.')
const written = (at: string, id: string, told: string): Reply => go(`${at}#artikel-${id}`, told)
const last = (covenant: CovenantText, part: Part): string => covenant[part].at(-1)?.id ?? ''

/** What the page put in the form: where the new one belongs. */
const partOf = (told: string | null): Part => (told === 'exercises' ? 'exercises' : 'articles')

export const articleRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/versies/:version/artikel-erbij',
    may: 'covenant.write',
    answer: onDraft('to-read', async ({ view, query }, covenant, version) => {
      const part = partOf(query.get('waar'))
      const input = { ...NEW, plaats: last(version.text, part) }
      return page(<ArticlePage view={view} covenant={covenant} version={version} part={part} input={input} />)
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/versies/:version/artikel-erbij',
    may: 'covenant.write',
    answer: onDraft('to-change', async ({ tx, municipality, view, sent }, covenant, version) => {
      const { typed, held, problems } = readForm(FIELDS, sent)
      const part = partOf(sent.mark('waar'))
      if (!held) {
        const props = { view, covenant, version, part, input: typed, problems }
        return page(<ArticlePage {...props} />, 422)
      }
      const id = newId(version.text, held.titel)
      const article = { id, title: held.titel, paragraphs: paragraphsOf(held.tekst) }
      await writeVersion(
        tx,
        municipality.id,
        covenant.id,
        version.no,
        withArticle(version.text, part, article, held.plaats),
      )
      await record(tx, municipality.id, {
        act: 'covenant.article-added',
        object: `covenant/${covenant.id}`,
        detail: { version: version.no, article: id, title: held.titel },
      })
      return written(versionPlace(covenant, version.no), id, 'Het artikel staat in het concept.')
    }),
  },
  {
    method: 'GET',
    path: '/convenanten/:covenant/versies/:version/artikelen/:article/wijzigen',
    may: 'covenant.write',
    answer: onDraft('to-read', async ({ view, params }, covenant, version) => {
      const found = articleIn(version.text, params['article']!)
      if (!found) return gone()
      const input = inputOf(found)
      const props = { view, covenant, version, part: found.part, id: found.article.id, input }
      return page(<ArticlePage {...props} basis={basisOf(input)} />)
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/versies/:version/artikelen/:article/wijzigen',
    may: 'covenant.write',
    answer: onDraft('to-change', async ({ tx, municipality, view, sent, params }, covenant, version) => {
      const found = articleIn(version.text, params['article']!)
      if (!found) return gone()
      const { id } = found.article
      const { typed: input, held, problems } = readForm(FIELDS, sent)
      const before = inputOf(found)
      const form = { view, covenant, version, part: found.part, id, input, basis: basisOf(before) }
      if (sent.mark('basis') !== form.basis) {
        const { values, taken } = merged(sent.mark('basis'), before, input)
        const clash = {
          changes: changesBetween(before, values),
          labels: LABELS,
          last: await lastAct(tx, municipality.id, `covenant/${covenant.id}`),
          taken,
        }
        return page(<ArticlePage {...form} input={values} clash={<Clash {...clash} />} />, 409)
      }
      if (!held) return page(<ArticlePage {...form} problems={problems} />, 422)
      const at = versionPlace(covenant, version.no)
      const changes = changesBetween(before, held)
      if (changes.length === 0) return written(at, id, 'Er is niets veranderd.')
      const article = { id, title: held.titel, paragraphs: paragraphsOf(held.tekst) }
      const text = withArticle(version.text, found.part, article, held.plaats)
      await writeVersion(tx, municipality.id, covenant.id, version.no, text)
      await record(tx, municipality.id, {
        act: 'covenant.article-changed',
        object: `covenant/${covenant.id}`,
        detail: { version: version.no, article: id, ...trailOf(changes) },
      })
      return written(at, id, 'Het artikel is opgeslagen.')
    }),
  },
  {
    method: 'GET',
    path: '/convenanten/:covenant/versies/:version/artikelen/:article/weg',
    may: 'covenant.write',
    answer: onDraft('to-read', async ({ view, params }, covenant, version) => {
      const found = articleIn(version.text, params['article']!)
      if (!found) return gone()
      const at = versionPlace(covenant, version.no)
      return page(
        <Act view={view} covenant={covenant} version={version} title={`Haal “${found.article.title}” weg?`}>
          <Text lead>Het artikel gaat uit dit concept. In eerdere versies blijft het staan.</Text>
          {found.article.paragraphs.map((each) => (
            <Text key={each}>{each}</Text>
          ))}
          <Form view={view} action={`${at}/artikelen/${found.article.id}/weg`}>
            <Buttons>
              <Button>Artikel weghalen</Button>
              <Link to={`${at}#artikel-${found.article.id}`}>Annuleren</Link>
            </Buttons>
          </Form>
        </Act>,
      )
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/versies/:version/artikelen/:article/weg',
    may: 'covenant.write',
    answer: onDraft('to-change', async ({ tx, municipality, params }, covenant, version) => {
      const found = articleIn(version.text, params['article']!)
      if (!found) return gone()
      const text = withoutArticle(version.text, found.article.id)
      await writeVersion(tx, municipality.id, covenant.id, version.no, text)
      await record(tx, municipality.id, {
        act: 'covenant.article-removed',
        object: `covenant/${covenant.id}`,
        detail: { version: version.no, article: found.article.id, title: found.article.title },
      })
      return go(versionPlace(covenant, version.no), `“${found.article.title}” is uit het concept gehaald.`)
    }),
  },
]
