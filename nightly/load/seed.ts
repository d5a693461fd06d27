/**
 * As much as a few years of a whole country leave behind: firms, desks, links, and cases in every state. Written by the superuser behind the
 * walls, a table at a time: cases look as the use cases leave them, but their history is short and nothing of it stands in the trails.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { Rulebook } from '@ieum/rules'
import pg from 'pg'

export const on = '2026-06-01'

export const size = { firms: 100_000, links: 300, sessions: 4_000 } as const

/** Of the cases that are under way, one a firm; and as many that are over. */
const live = [
  ['drafted', 15],
  ['consented', 15],
  ['sent', 15],
  ['received', 15],
  ['under-review', 20],
  ['returned', 5],
  ['accepted', 5],
  ['enrolled', 10],
] as const
const over = [
  ['completed', 40],
  ['declined', 25],
  ['failed', 5],
  ['withdrawn', 10],
  ['expired', 10],
  ['recalled', 10],
] as const
const changes: Readonly<Record<string, number>> = {
  drafted: 1,
  consented: 2,
  sent: 3,
  received: 4,
  'under-review': 5,
  returned: 6,
  accepted: 6,
  enrolled: 7,
  completed: 8,
  declined: 6,
  failed: 7,
  withdrawn: 3,
  expired: 4,
  recalled: 4,
}

export interface Seeded {
  readonly firms: number
  readonly referrals: number
  readonly links: number
  readonly posts: number
  /** Rows of all tables. */
  readonly rows: number
}

export async function seed(url: string, rulebook: Rulebook): Promise<Seeded> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(`
      set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB';
      create function pg_temp.id(of text) returns uuid language sql immutable as
        $$ select overlay(overlay(md5(of) placing '4' from 13) placing '8' from 17)::uuid $$`)
    const links = linksOf(rulebook)
    const agencies = [...new Set(links.flatMap(({ from, to }) => [from.agency, to.agency]))]
    await seedDesks(client, agencies)
    await seedLinks(client, links)
    await seedFirms(client)
    await seedReferrals(client)
    await client.query('vacuum (analyze)')
    const { rows } = await client.query(
      `select count(*)::int as referrals, (select sum(n_live_tup)::int from pg_stat_user_tables) as rows from referral`,
    )
    return { firms: size.firms, links: links.length, posts: agencies.length * 6, ...rows[0] }
  } finally {
    await client.end()
  }
}

interface SeededLink {
  readonly from: { readonly id: string; readonly agency: string }
  readonly to: { readonly id: string; readonly agency: string }
}

/** Between programmes of different agencies, spread over the whole catalogue. */
function linksOf({ programmes }: Rulebook): readonly SeededLink[] {
  const links: SeededLink[] = []
  for (let number = 0; links.length < size.links && number < programmes.length * 20; number += 1) {
    const from = programmes[(number * 37) % programmes.length]!
    const to = programmes[(number * 101 + 13) % programmes.length]!
    if (from.agency !== to.agency && !links.some(link => link.from.id === from.id && link.to.id === to.id))
      links.push({ from, to })
  }
  return links
}

/** Four officers, an owner and an approver for each agency. */
async function seedDesks(client: pg.Client, agencies: readonly string[]): Promise<void> {
  await client.query(
    `with posts as (
       select agency, place, agency || '-' || place as person, pg_temp.id('post' || agency || place) as id,
              case place when 5 then 'programme-owner' when 6 then 'approver' else 'desk-officer' end as role
       from unnest($1::text[]) as agency, generate_series(1, 6) as place),
     people as (
       insert into person (id, email, email_verified, name)
       select person, lower(person) || '@agency.example', true, person from posts),
     made as (insert into post (id, agency, role, name_ko, name_en) select id, agency, role, person, person from posts)
     insert into post_holder (post_id, person_id) select id, person from posts`,
    [agencies],
  )
}

async function seedLinks(client: pg.Client, links: readonly SeededLink[]): Promise<void> {
  await client.query(
    `insert into link_agreement (id, link, version, from_programme, outcome, to_programme, kind, from_agency, to_agency, proposed_by,
       days_to_answer, legal_basis, purpose_ko, purpose_en, valid_from, state, offered_at, agreed_at)
     select pg_temp.id('link' || n), 'load-link-' || n, 1, f, 'completed', t, 'preferred', fa, ta, fa,
       10, '협약 제3조', '다음 단계 지원사업으로 잇기', 'leading on', '2020-01-01', 'agreed', now(), now()
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality as l (f, fa, t, ta, n)`,
    [
      links.map(({ from }) => from.id),
      links.map(({ from }) => from.agency),
      links.map(({ to }) => to.id),
      links.map(({ to }) => to.agency),
    ],
  )
}

async function seedFirms(client: pg.Client): Promise<void> {
  await client.query(`
    insert into person (id, email, email_verified, name)
      select 'firm-' || n, 'firm-' || n || '@firm.example', true, '대표 ' || n from generate_series(1, ${size.firms}) n;
    insert into firm (id, number, name_ko)
      select pg_temp.id('firm' || n), lpad((1000000000 + n)::text, 10, '0'), '예시기업 ' || n from generate_series(1, ${size.firms}) n;
    insert into firm_member (firm_id, person_id, kind)
      select pg_temp.id('firm' || n), 'firm-' || n, 'member' from generate_series(1, ${size.firms}) n;
    insert into fact (firm_id, name, value, source, source_name, as_of, recorded_by)
      select pg_temp.id('firm' || n), name, value, 'entered', 'firm', '2026-05-01', 'firm-' || n
      from generate_series(1, ${size.firms}) n,
        lateral (values ('industry', '"C24311"'::jsonb), ('root_industry', to_jsonb(n % 2 = 0)), ('employees', to_jsonb(5 + n % 200)),
                        ('size', '"small"'::jsonb)) as f (name, value)`)
}

const stateOf = (states: readonly (readonly [string, number])[]) => {
  const shares = states.map(([, share]) => share)
  const upTo = (index: number) => shares.slice(0, index + 1).reduce((sum, share) => sum + share, 0)
  return `case ${states.map(([state], index) => `when draw < ${upTo(index)} then '${state}'`).join(' ')} end`
}

/** Few links carry most of it, as few desks have most of the work. */
async function seedReferrals(client: pg.Client): Promise<void> {
  await client.query(`
    create temporary table drawn as
      select n, pg_temp.id('referral' || n) as id, pg_temp.id('firm' || firm) as firm_id, firm,
        1 + floor(${size.links} * power(((n::bigint * 48271) % 99991) / 99991.0, 2))::int as link,
        case when n <= ${size.firms} then ${stateOf(over)} else ${stateOf(live)} end as state
      from (select n, 1 + (n::bigint * 7919) % ${size.firms} as firm, (n::bigint * 31) % 100 as draw
            from generate_series(1, ${2 * size.firms}) n) as numbers;
    create temporary table cases as
      select d.*, l.id as agreement_id, l.from_agency, l.to_agency, l.from_programme, l.to_programme, c.changed,
        pg_temp.id('post' || l.from_agency || (1 + n % 4)) as sender_post, pg_temp.id('post' || l.to_agency || (1 + n % 4)) as receiver_post,
        d.n > ${size.firms} as live, c.changed >= 3 and d.state <> 'withdrawn' as was_sent
      from drawn d join link_agreement l on l.id = pg_temp.id('link' || d.link)
      join (values ${Object.entries(changes)
        .map(([state, changed]) => `('${state}', ${changed})`)
        .join()}) as c (state, changed) on c.state = d.state;
    insert into participation (firm_id, programme, edition, outcome, on_day, source, source_agency)
      select firm_id, from_programme, '2025', 'completed', '2026-05-15', 'decision', from_agency from cases on conflict do nothing;
    insert into referral (id, number, agreement_id, firm_id, from_agency, to_agency, from_programme, to_programme, state, changed, sender_post,
        receiver_post, due, days_left, reason, drafted_on, sent_on, answered_on, closed_on, updated_at)
      select id, 'L' || lpad(n::text, 8, '0'), agreement_id, firm_id, from_agency, to_agency, from_programme, to_programme, state, changed,
        sender_post, case when was_sent then receiver_post end,
        case when state in ('sent', 'received', 'under-review') then date '2026-05-25' + (n % 25)::int end,
        case when state = 'returned' then 5 end, case when state = 'declined' then 'places-full' end,
        '2026-05-01', case when was_sent then date '2026-05-10' end,
        case when state in ('returned', 'accepted', 'declined', 'enrolled', 'completed') then date '2026-05-20' end,
        case when not live then date '2026-05-25' end, timestamptz '2026-05-01' + n * interval '1 second'
      from cases;
    insert into referral_event (referral_id, seq, move, from_state, to_state, on_day, person_id, by_party)
      select id, seq, moves[seq], moves[seq - 1], case when seq = changed then state else moves[seq] end, date '2026-05-01' + seq, 'firm-' || firm, 'sender'
      from cases, lateral (select array['draft', 'consent', 'send', 'receive', 'review', 'accept', 'enrol', 'complete'] as moves) as m,
        generate_series(1, changed) as seq;
    insert into consent (firm_id, referral_id, kind, recipient_agency, purpose, facts, participations, until, refusal, text_id, text_version,
        text_language, text_body, given_by, withdrawn_at)
      select firm_id, id, kind, case kind when 'outcome' then from_agency else to_agency end, '다음 단계 지원사업으로 잇기',
        array['industry', 'root_industry'], true, date '2026-12-31', '거부해도 다른 지원에 불이익이 없습니다', 'hand-off', 1, 'ko',
        repeat('동의를 구하는 글입니다. ', 12), 'firm-' || firm, case when state = 'withdrawn' then now() end
      from cases, lateral (values ('hand-off'), ('outcome')) as k (kind)
      where changed >= 2 and (kind = 'hand-off' or n % 2 = 0);
    insert into referral_proof (referral_id, firm_id, on_day, proof)
      select id, firm_id, date '2026-05-10', jsonb_build_object('on', '2026-05-10', 'programme', to_programme, 'criteria', '[]'::jsonb,
        'missing', '[]'::jsonb, 'facts', '{}'::jsonb)
      from cases where was_sent;
    insert into notice (person_id, event, kind, referral_id, firm_id, read_at)
      select 'firm-' || firm, 'referral:' || id || ':' || seq, 'referral.move', id, firm_id, case when n % 3 > 0 then now() end
      from cases, generate_series(1, least(changed, 3)) as seq;
    insert into notice (post_id, event, kind, referral_id, read_at)
      select sender_post, 'referral:' || id || ':' || seq, 'referral.move', id, case when n % 3 > 0 then now() end
      from cases, generate_series(2, least(changed, 3)) as seq;
    drop table drawn, cases`)
}

/** Sign-ins that are going on: of each officer, and of some firms. Gives the cookie of each person. */
export async function seedSessions(
  url: string,
  secret: string,
  people: readonly string[],
): Promise<Map<string, string>> {
  const sessions = people.map(person => ({ person, token: randomBytes(24).toString('base64url') }))
  const client = new pg.Client(url)
  await client.connect()
  await client.query(
    `insert into sign_in_session (id, person_id, token, signed_in_by, second_factor, signed_in_at, expires_at)
     select 'load-' || n, person, token, 'password', true, now(), now() + interval '30 minutes'
     from unnest($1::text[], $2::text[]) with ordinality as s (person, token, n)`,
    [sessions.map(({ person }) => person), sessions.map(({ token }) => token)],
  )
  await client.end()
  return new Map(
    sessions.map(({ person, token }) => {
      const signature = createHmac('sha256', secret).update(token).digest('base64')
      return [person, `ieum.session_token=${encodeURIComponent(`${token}.${signature}`)}`]
    }),
  )
}
