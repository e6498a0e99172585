import { type FragmentType, graphql, read } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import { Facts } from '../../ui/index.js';
import { cellOf } from '../cells.js';
import shared from '../region.module.css';
import { CellText } from '../withheld.js';
import { useMonitoringTexts } from './texts.js';

const answersMonitoring = graphql(`
  fragment AnswersMonitoring on Monitoring {
    outputs {
      value
      suppressed
    }
    goalsAchievedShare
    satisfaction
    surveyAnswers {
      value
      suppressed
    }
    costPerClient
  }
`);

/** The four questions as one town answered them in its report. */
export function Answers({ monitoring }: { monitoring: FragmentType<typeof answersMonitoring> }) {
  const t = useMonitoringTexts();
  const format = useFormat();
  const { outputs, goalsAchievedShare, satisfaction, surveyAnswers, costPerClient } = read(answersMonitoring, monitoring);
  const unknown = <span className={shared.absent}>{t('unknown')}</span>;
  return (
    <Facts
      facts={[
        [t('outputs'), <CellText key="outputs" cell={cellOf(outputs)} digits={0} />],
        [t('goals'), goalsAchievedShare === null ? unknown : format.share(goalsAchievedShare)],
        [
          t('satisfaction'),
          satisfaction === null ? (
            unknown
          ) : (
            <>
              {format.number(satisfaction, 2)}{' '}
              <span className={shared.note}>
                {t('surveyAnswers')}: <CellText cell={cellOf(surveyAnswers)} digits={0} />
              </span>
            </>
          ),
        ],
        [t('cost'), costPerClient === null ? unknown : format.euro(costPerClient)],
      ]}
    />
  );
}
