import type { Result } from '@ieum/matching'
import { standingOf } from '@ieum/matching'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { NextWindow } from '../../parts/next-window.tsx'
import { statedSupport } from '../../parts/stated-support.ts'
import { SupportText } from '../../parts/support-text.tsx'
import { VerdictMark } from '../../parts/verdict-mark.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import type { Entry } from './programme-list.ts'

/** One programme of the list; with a firm at hand, how it stands for it. */
export function ProgrammeRow({ entry, result }: { entry: Entry; result: Result | undefined }) {
  const { t } = useTranslation()
  const said = useSaid()
  const subject = useSubject()
  const { agency, ministryOf } = useDirectory()
  const { programme, edition, window, next } = entry
  return (
    <li className="programme-row">
      <h2>
        <Link to="/programmes/$id" params={{ id: programme.id }}>
          {said(programme.name)}
        </Link>
      </h2>
      <p>
        <AgencyLine agency={agency(programme.agency)} ministry={ministryOf(programme.agency)} />
      </p>
      <p>
        {subject('kind', programme.kind)} · {programme.stages.map(stage => subject('stage', stage)).join(' · ')}
      </p>
      <p>
        <SupportText support={statedSupport(edition)} />
      </p>
      <p className="programme-row-window">
        <NextWindow window={window} next={next} />
      </p>
      {result ? (
        <p className="programme-row-verdict">
          <span className="only-heard">{t('programmes.yourFirm')} </span>
          <VerdictMark standing={standingOf(result, programme)} />
        </p>
      ) : null}
    </li>
  )
}
