import { sayRole } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useToken } from '../../sign-in/use-token.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { ConfirmFirm } from './confirm-firm.tsx'
import { Invitations } from './invitations.tsx'
import { OwnPage } from './own-page.tsx'
import { PersonForm } from './person-form.tsx'
import { Safety } from './safety.tsx'
import { SecondFactorNeeded } from './second-factor-needed.tsx'

/** Who I am, what waits for me, and what I may do here. */
export function MePage() {
  const { t } = useTranslation()
  const firm = useToken('firm')
  return (
    <OwnPage title={t('me.title')}>
      {me => (
        <div className="own-parts">
          {firm === undefined ? null : <ConfirmFirm key={firm} token={firm} person={me.person} />}
          <Invitations invitations={me.invitations} />
          {me.posts.length > 0 && !me.person.secondFactor ? <SecondFactorNeeded person={me.person} /> : null}
          <Capacities me={me} />
          <PersonForm key={me.person.id} person={me.person} />
          <Safety me={me} />
        </div>
      )}
    </OwnPage>
  )
}

function Capacities({ me: { posts, firms } }: { me: Me }) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const agencyName = useAgencyName()
  return (
    <section className="own-section" aria-labelledby="capacities">
      <h2 id="capacities">{t('me.capacities.title')}</h2>
      {posts.length + firms.length === 0 ? <p className="own-nothing">{t('me.capacities.none')}</p> : null}
      <ul className="own-capacities">
        {posts.map(({ post, agency, role, name }) => (
          <li key={post}>
            <Link to="/desk/$post" params={{ post }}>
              {agencyName(agency)} · {said(name)}
            </Link>
            <small>{sayRole(role, language)}</small>
          </li>
        ))}
        {firms.map(({ firm, role, name }) => (
          <li key={firm}>
            <Link to="/firm/$firm" params={{ firm }}>
              <WithKorean text={name} />
            </Link>
            <small>{sayRole(role, language)}</small>
          </li>
        ))}
      </ul>
      <p className="row">
        <Link to="/me/firms/new" className="button quiet">
          {t('me.capacities.addFirm')}
        </Link>
        <Link to="/me/notices" className="button quiet">
          {t('me.capacities.notices')}
        </Link>
      </p>
    </section>
  )
}
