/** What of each noun can be found: a view for each kind of thing, and which table it follows (migration 108). */
import { sql, type Kysely } from 'kysely'

type Source = {
  readonly name: string
  /** What gives municipality, "row" and the columns below. */
  readonly from: string
  readonly columns: Readonly<Partial<Record<(typeof COLUMNS)[number], string>>> & { readonly row: string }
  /** Tables that it follows, with what in them is the "row". */
  readonly follows: readonly (readonly [string, string])[]
}
const COLUMNS = ['key', 'lang', 'alone', 'path', 'title', 'keywords', 'lead', 'body', 'at', 'until'] as const
const ELSE: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  key: '',
  lang: `'nl'`,
  alone: 'true',
  path: '',
  title: '',
  keywords: `''`,
  lead: `''`,
  body: `''`,
  at: 'null::timestamptz',
  until: 'null::date',
}

/** Lists are read leniently, as `$[*]`: one that is not as it should be stops nobody from publishing. */
const SOURCES: readonly Source[] = [
  {
    name: 'organisation',
    from: `published.organisation_held o where to_no is null`,
    columns: {
      row: 'slug',
      key: 'slug',
      path: `'/organisaties/' || slug`,
      title: 'name',
      keywords: 'kind',
      lead: `concat_ws(', ', kind, street)`,
      body: `coalesce((select string_agg(distinct s.address, ' ') from published.subject_held s
        where s.municipality = o.municipality and s.organisation = o.slug and s.to_no is null), '')`,
    },
    follows: [
      ['organisation_held', 'slug'],
      ['subject_held', 'organisation'],
    ],
  },
  {
    name: 'covenant',
    from: 'published.covenant where to_at is null',
    columns: {
      row: 'no',
      key: 'no::text',
      path: `'/convenanten/' || no`,
      title: 'title',
      body: `wall.said_in(document -> 'articles', 20000)`,
      at: 'from_at',
    },
    follows: [['covenant', 'no']],
  },
  {
    name: 'pledge',
    from: 'published.pledge',
    columns: {
      row: 'no',
      key: `no || '/' || pledge`,
      path: `'/convenanten/' || no || '/afspraken/' || pledge`,
      title: 'title',
      keywords: `coalesce((select string_agg(n #>> '{}', ' ') from jsonb_path_query(terms -> 'norms', '$[*]') n), '')`,
      lead: `coalesce(terms ->> 'unitWords', '')`,
      body: `concat_ws(' ', terms ->> 'decision', terms ->> 'proof', terms ->> 'onMiss')`,
    },
    follows: [['pledge', 'no']],
  },
  {
    name: 'toets',
    from: `published.toets where "current"`,
    columns: {
      row: 'no',
      key: 'no::text',
      path: `'/toetsen/' || no`,
      title: 'title',
      keywords: `coalesce(document ->> 'number', '')`,
      lead: `coalesce(document ->> 'advice', '')`,
      body: `wall.said_in(document -> 'sections', 20000)`,
      at: 'published_at',
    },
    follows: [['toets', 'no']],
  },
  {
    name: 'entry',
    from: 'published.entry where to_at is null',
    columns: {
      row: 'id',
      key: 'id::text',
      path: `'/registers/' || register || '/' || slug`,
      title: 'title',
      body: 'wall.said_in(values, 4000)',
      at: 'from_at',
    },
    follows: [['entry', 'id']],
  },
  {
    name: 'help',
    from: `published.help_offer where state = 'active'`,
    columns: {
      row: `(kind || '/' || no)`,
      key: `kind || '/' || no`,
      path: `'/leren/hulp/' || case kind when 'place' then 'plek' else 'cursus' end || '/' || no`,
      title: 'title',
      keywords: `concat_ws(' ', case kind when 'place' then 'hulp plek spreekuur' else 'cursus les' end, district, keeper)`,
      lead: `concat_ws(', ', provider, nullif(district, ''))`,
      body: `concat_ws(' ', told ->> 'about', told ->> 'forWhom', told ->> 'street', told ->> 'postcode')`,
      at: 'changed_at',
      until: 'ends_on',
    },
    follows: [['help_offer', `kind || '/' || no`]],
  },
  {
    name: 'warning',
    from: 'published.warning',
    columns: {
      row: 'id',
      key: 'number',
      path: `'/samen/waarschuwingen/' || left(number, 5) || '-' || substr(number, 6)`,
      title: 'title',
      keywords: `concat_ws(' ', number, tracking, (select string_agg(concat_ws(' ', p ->> 'vendor', p ->> 'name'), ' ')
        from jsonb_path_query(products, '$[*]') p))`,
      lead: 'what',
      body: `concat_ws(' ', act, works, notes)`,
      at: 'changed_at',
    },
    follows: [['warning', 'id']],
  },
  {
    name: 'street',
    from: `(select distinct on (municipality, slug) * from published.street_round
      order by municipality, slug, begins_on desc, published_at desc) s`,
    columns: {
      row: 'slug',
      key: 'slug',
      path: `'/straten/' || slug`,
      title: 'name',
      keywords: `'straat winkelstraat schouw'`,
      at: 'published_at',
    },
    follows: [['street_round', 'slug']],
  },
  {
    name: 'tender',
    from: `published.tender where "current"`,
    columns: {
      row: 'no',
      key: 'no::text',
      path: `'/aanbestedingen/' || no`,
      title: 'title',
      keywords: `'aanbesteding'`,
      at: 'issued_at',
    },
    follows: [['tender', 'no']],
  },
]

/** The view of a source, what it follows, and what is there already. */
const sourceOf = ({ name, from, columns, follows }: Source): string => `
create view wall.sought_${name} as select municipality, ${columns.row} as "row",
  ${COLUMNS.map((column) => `${columns[column] ?? ELSE[column]} as "${column}"`).join(', ')} from ${from};
${follows.map(([table, row]) => `select wall.seek_in('${name}', '${table}', '${row.replaceAll("'", "''")}');`).join('\n')}
do $$ begin execute wall.seek_rows('${name}', ''); end $$;
`

/** Norms and how to meet them are of the newest publication, and change only with its catalogue. */
const norms = `
create view wall.sought_norms as select p.municipality, p.catalogue_version as "row", k.source, n ->> 'id' as key,
    l.lang, false as alone,
    '/normen/' || (n ->> 'id') || case k.source when 'how-to' then '/zo-doet-u-het' else '' end as path,
    n ->> case l.lang when 'nl' then 'label' else 'labelEnglish' end as title, n ->> 'id' as keywords,
    n ->> case l.lang when 'nl' then 'statement' else 'statementEnglish' end as lead,
    case k.source when 'norm' then concat_ws(' ', coalesce(case l.lang when 'en' then n ->> 'whyEnglish' end, n ->> 'why'),
      (select string_agg(concat_ws(' ', c -> 'title' ->> l.lang, c -> 'means' ->> 'question'), ' ')
        from jsonb_path_query(n -> 'criteria', '$[*]') c))
    else (select string_agg(concat_ws(' ', c -> 'title' ->> l.lang,
        coalesce(case l.lang when 'en' then c ->> 'firstStepEnglish' end, c ->> 'firstStep'),
        coalesce(case l.lang when 'en' then c ->> 'repairEnglish' end, c ->> 'repair')), ' ')
      from jsonb_path_query(n -> 'criteria', '$[*]') c) end as body, null::timestamptz as at, null::date as until
  from (select distinct on (municipality) * from published.publication order by municipality, no desc) p,
    jsonb_path_query(p.catalogue -> 'norms', '$[*]') n, (values ('norm'), ('how-to')) k (source), (values ('nl'), ('en')) l (lang);

create function wall.seek_norms(m uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  delete from published.sought where municipality = m and source in ('norm', 'how-to');
  insert into published.sought (municipality, "row", source, key, lang, alone, path, title, keywords, lead, body, at,
      until, found)
    select municipality, "row", source, key, lang, alone, path, title, keywords, left(lead, 500), left(body, 3000), at, until,
      wall.found_by(lang, title, keywords, lead, body)
    from wall.sought_norms where municipality = m and title <> '';
end $$;
create function wall.norms_moved() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if not exists (select from published.publication where municipality = new.municipality and no > new.no)
    and not exists (select from published.sought where municipality = new.municipality and source = 'norm'
      and "row" = new.catalogue_version) then perform wall.seek_norms(new.municipality); end if;
  return null;
end $$;
create trigger sought after insert or update on published.publication for each row execute function wall.norms_moved();
revoke execute on function wall.seek_norms(uuid), wall.norms_moved() from public;
select wall.seek_norms(id) from published.municipality;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [...SOURCES.map(sourceOf), norms]) await sql.raw(part).execute(db)
}
