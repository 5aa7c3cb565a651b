/** What comes along with the selection, each with the way that leads to it. */
import type { ReactNode } from 'react';
import type { ExportCompanionFragment, ExportSummaryQuery } from '../api/operations.generated.js';
import { Button } from '../design/button.js';
import { DrawerGroup } from '../design/drawer.js';
import drawer from '../design/drawer.module.css';
import { Checkbox, SearchField } from '../design/field.js';
import { countOf, formatCount } from '../design/format.js';
import { Icon } from '../design/icon.js';
import { Note, ProblemList } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { placeText, shapeOf } from '../resources/kindShape.js';
import { MissingBadge, NeedMark } from '../resources/needMark.js';
import styles from './exporting.module.css';
import type { Named } from './selection.js';

type Preview = NonNullable<ExportSummaryQuery['exportPreview']>;

interface CompanionsColumnProps {
  preview: Preview;
  leftOut: readonly Named[];
  find: string;
  onFind: (find: string) => void;
  onBring: (resources: readonly Named[], isBrought: boolean) => void;
  onMore: (() => void) | undefined;
  /** The one whose reason is explained. */
  litId: string | undefined;
  onLight: (item: ExportCompanionFragment) => void;
}

/** From so many on, the list has a search. */
const manyItems = 30;

export function CompanionsColumn(props: CompanionsColumnProps) {
  const { preview, leftOut, find, onFind, onBring, onMore, litId, onLight } = props;
  const { toConfirm, silent, requirements, requirementCount, unresolved, unresolvedCount, problems } = preview;
  const row = (item: ExportCompanionFragment, tick?: ReactNode) => (
    <CompanionRow key={item.resource.id} {...{ item, tick, onLight }} isLit={item.resource.id === litId} />
  );
  const isFindShown = find !== '' || toConfirm.totalCount + silent.totalCount > manyItems;
  return (
    <>
      {isFindShown && (
        <div className={drawer.tools}>
          <div className={layout.grow}>
            <SearchField isWide isSmall label="Find what comes along" value={find} onChange={onFind} />
          </div>
        </div>
      )}
      <div className={layout.scroll}>
        {problems.length > 0 && (
          <div className={drawer.body}>
            <ProblemList problems={problems} />
          </div>
        )}
        {toConfirm.totalCount + leftOut.length > 0 && (
          <>
            <DrawerGroup title="To confirm" note={`${formatCount(toConfirm.totalCount)}, what it is made of`}>
              {toConfirm.nodes.length > 0 && (
                <Button
                  look="quiet"
                  isSmall
                  onPress={() => {
                    onBring(
                      toConfirm.nodes.map(({ resource }) => resource),
                      false,
                    );
                  }}
                >
                  Untick all
                </Button>
              )}
            </DrawerGroup>
            <ul className={drawer.items} aria-label="To confirm">
              {toConfirm.nodes.map((item) =>
                row(
                  item,
                  <Checkbox
                    label={`${item.resource.name} comes along`}
                    isSelected
                    onChange={() => {
                      onBring([item.resource], false);
                    }}
                  />,
                ),
              )}
              {leftOut.map((resource) => (
                <li key={resource.id}>
                  <Icon name={shapeOf(resource.kind.name)} />
                  <span className={layout.row}>
                    <span className={`${text.name ?? ''} ${text.cut ?? ''}`}>{resource.name}</span>
                    <span className={text.muted}>{resource.kind.title}</span>
                  </span>
                  <Checkbox
                    label={`${resource.name} comes along`}
                    isSelected={false}
                    onChange={() => {
                      onBring([resource], true);
                    }}
                  />
                  <span className={drawer.line}>left out: it must exist where the file is imported</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {silent.totalCount > 0 && (
          <>
            <DrawerGroup title="Taken silently" note={`${formatCount(silent.totalCount)}, parts of the above`} />
            <ul className={drawer.items} aria-label="Taken silently">
              {silent.nodes.map((item) => row(item))}
            </ul>
          </>
        )}
        {onMore && (
          <div className={drawer.body}>
            <Button onPress={onMore}>Show more</Button>
          </div>
        )}
        {requirementCount > 0 && (
          <>
            <DrawerGroup title="Only required" note={`${formatCount(requirementCount)}, must be there, never travel`} />
            <ul className={drawer.items} aria-label="Only required">
              {requirements.slice(0, shownOthers).map((requirement) => (
                <RequirementRow key={`${requirement.targetKinds.join()} ${requirement.targetName}`} {...requirement} />
              ))}
            </ul>
            <More count={requirementCount} />
          </>
        )}
        {unresolvedCount > 0 && (
          <>
            <DrawerGroup title="Unresolved" note={`${formatCount(unresolvedCount)}, not on this branch`} />
            <ul className={drawer.items} aria-label="Unresolved">
              {unresolved.slice(0, shownOthers).map(({ at, targetName, source, severityIfMissing }) => (
                <li key={`${source.id} ${at} ${targetName}`}>
                  <Icon name={severityIfMissing === 'ERROR' ? 'block' : 'warn'} />
                  <span className={`${text.name ?? ''} ${text.cut ?? ''}`}>{targetName}</span>
                  <MissingBadge severity={severityIfMissing} />
                  <span className={drawer.line}>
                    <span className={text.cut}>
                      {source.name} at {placeText(at)}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
            <More count={unresolvedCount} />
          </>
        )}
        {toConfirm.totalCount + silent.totalCount + requirementCount + unresolvedCount + leftOut.length === 0 &&
          problems.length === 0 && (
            <div className={drawer.body}>
              <Note icon="check">{find === '' ? 'It stands alone: nothing comes along.' : 'Nothing matches.'}</Note>
            </div>
          )}
      </div>
    </>
  );
}

const shownOthers = 100;

function More({ count }: { count: number }) {
  if (count <= shownOthers) return null;
  return (
    <p className={`${drawer.body ?? ''} ${text.muted ?? ''}`}>and {countOf(count - shownOthers, 'more', 'more')}</p>
  );
}

interface CompanionRowProps {
  item: ExportCompanionFragment;
  tick: ReactNode;
  isLit: boolean;
  onLight: (item: ExportCompanionFragment) => void;
}

function CompanionRow({ item, tick, isLit, onLight }: CompanionRowProps) {
  const { resource, reason } = item;
  return (
    <li className={isLit ? drawer.lit : undefined}>
      <Icon name={shapeOf(resource.kind.name)} />
      <span className={layout.row}>
        <button
          type="button"
          className={`${styles.why ?? ''} ${text.name ?? ''} ${text.cut ?? ''}`}
          aria-pressed={isLit}
          aria-label={`Why ${resource.name} is included`}
          onClick={() => {
            onLight(item);
          }}
        >
          {resource.name}
        </button>
        <span className={`${text.muted ?? ''} ${text.cut ?? ''}`} title={resource.kind.title}>
          {resource.kind.title}
        </span>
      </span>
      {tick ?? <span />}
      <span className={drawer.line} title={[...reason, resource].map(({ name }) => name).join(' › ')}>
        {shortened(reason).map((name, index) => (
          <span key={index} className={layout.rowTight}>
            {name}
            <Icon name="right" isSmall />
          </span>
        ))}
        <span className={text.cut}>{resource.name}</span>
      </span>
    </li>
  );
}

/** A long way is shown by its ends. */
function shortened(reason: ExportCompanionFragment['reason']): string[] {
  const names = reason.map(({ name }) => name);
  return names.length <= 3 ? names : [names[0] ?? '', '…', names.at(-1) ?? ''];
}

type Requirement = Preview['requirements'][number];

function RequirementRow({ targetName, targetKinds, requiredBy, requiredByCount, ...need }: Requirement) {
  const [first] = requiredBy;
  const others = requiredByCount - 1;
  return (
    <li>
      <Icon name={shapeOf(targetKinds[0])} />
      <span className={`${text.name ?? ''} ${text.cut ?? ''}`}>{targetName}</span>
      <NeedMark {...need} />
      <span className={drawer.line}>
        {first && (
          <span className={layout.rowTight}>
            {first.name}
            <Icon name="right" isSmall />
          </span>
        )}
        <span className={text.cut}>{targetName}</span>
        {others > 0 && <span>and {formatCount(others)} more</span>}
      </span>
    </li>
  );
}
