import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { DiscardPlanDocument } from '../api/operations.generated.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { formatFullTime } from '../design/format.js';
import type { IconName } from '../design/icon.js';
import type { JsonObject } from '../json.js';
import { Menu, MenuItem } from '../design/menu.js';
import { PageHead } from '../design/page.js';
import { ProblemList } from '../design/states.js';
import { useNarrow } from '../design/useNarrow.js';
import { useSubmit } from '../shell/useSubmit.js';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { SaveTemplateDialog } from '../templates/saveTemplateDialog.js';
import { PlanSettings } from './planSettings.js';
import { PrerequisitesDialog } from './prerequisitesDialog.js';
import { usePlanScreen } from './planContext.js';
import { formatTitle } from './settingWords.js';
import type { ShownPlan } from './usePlan.js';

type OpenDialog = 'discard' | 'template' | 'settings' | 'prerequisites';

interface PlanHeadProps {
  isMappingShown: boolean;
  onMapping: (isShown: boolean | undefined) => void;
}

export function PlanHead({ isMappingShown, onMapping }: PlanHeadProps) {
  const branch = useBranch();
  const { plan, whyFixed, whyNot } = usePlanScreen();
  const [dialog, setDialog] = useState<OpenDialog>();
  const close = () => setDialog(undefined);
  const place = { projectKey: branch.project.key, branchName: branch.name };
  const isReady = plan.status === 'READY';
  const isOpen = isReady || plan.status === 'STAGING';
  return (
    <>
      <PageHead title={`Import into ${place.projectKey} / ${place.branchName}`} facts={<PlanFacts plan={plan} />}>
        {isReady && plan.sourceFields.length > 0 && (
          <HeadButton
            icon={isMappingShown ? 'list' : 'link'}
            title={isMappingShown ? 'Items' : 'Mapping'}
            onPress={() => onMapping(isMappingShown ? undefined : true)}
          />
        )}
        {isReady && <HeadButton icon="gear" title="Options" onPress={() => setDialog('settings')} />}
        <Menu label="More" button={<Button look="quiet" icon="more" label="More" />}>
          <MenuItem icon="link" onAction={() => setDialog('prerequisites')} isDisabled={!isReady}>
            Prerequisites
          </MenuItem>
          <MenuItem icon="template" onAction={() => setDialog('template')} whyDisabled={whyNot}>
            Save as template
          </MenuItem>
          <MenuItem icon="upload" href={branchPath(place, 'import')}>
            Import another file
          </MenuItem>
          <MenuItem
            icon="trash"
            isDanger
            onAction={() => setDialog('discard')}
            isDisabled={!isOpen}
            whyDisabled={whyNot}
          >
            Discard the plan
          </MenuItem>
        </Menu>
      </PageHead>
      {dialog === 'discard' && isOpen && <DiscardDialog onClose={close} />}
      {dialog === 'template' && (
        <SaveTemplateDialog
          direction="IMPORT"
          settings={templateSettings(plan.settings)}
          keeps="It keeps the options of this import, for the next files: strategies, mapping and how items come in."
          onClose={close}
        />
      )}
      {dialog === 'settings' && <PlanSettings whyFixed={whyFixed} onClose={close} />}
      {dialog === 'prerequisites' && <PrerequisitesDialog onClose={close} />}
    </>
  );
}

/** Where there is little room, only its icon is shown. */
function HeadButton({ icon, title, onPress }: { icon: IconName; title: string; onPress: () => void }) {
  const isNarrow = useNarrow();
  return isNarrow ? (
    <Button look="quiet" icon={icon} label={title} onPress={onPress} />
  ) : (
    <Button look="quiet" icon={icon} onPress={onPress}>
      {title}
    </Button>
  );
}

function PlanFacts({ plan }: { plan: ShownPlan }) {
  const { source, fileName, createdBy, createdAt, format } = plan;
  const isNarrow = useNarrow();
  return (
    <>
      {source?.project && (
        <span>
          From <b>{source.project.key}</b>
        </span>
      )}
      {source?.branch != null && (
        <span>
          branch <b>{source.branch}</b>
        </span>
      )}
      {source?.exportedAt != null && (
        <span>
          exported <b>{formatFullTime(source.exportedAt)}</b>
          {source.exportedBy != null && !isNarrow && ` by ${source.exportedBy}`}
        </span>
      )}
      {fileName !== null && <span className={text.mono}>{fileName}</span>}
      {format !== null && source?.project == null && <span>{formatTitle(format)}</span>}
      {!isNarrow && (
        <span>
          uploaded {formatFullTime(createdAt)}
          {createdBy && ` by ${createdBy.name}`}
        </span>
      )}
    </>
  );
}

function DiscardDialog({ onClose }: { onClose: () => void }) {
  const { plan, refresh } = usePlanScreen();
  const branch = useBranch();
  const navigate = useNavigate();
  const { submit, problems } = useSubmit(DiscardPlanDocument);
  return (
    <FormDialog
      title="Discard the plan?"
      verb="Discard"
      isDanger
      onClose={onClose}
      onSubmit={async () => {
        const data = await submit({ input: { planId: plan.id } });
        if (!data?.discardImport.plan) return false;
        refresh();
        await navigate({
          to: branchPath({ projectKey: branch.project.key, branchName: branch.name }, `import/${plan.id}`),
          replace: true,
        });
        return true;
      }}
    >
      <p>
        The choices for {plan.fileName ?? 'this file'} are lost. Nothing was imported. The file stays with its task.
      </p>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}

/** A collection belongs to one branch, so a template does not keep it. */
function templateSettings(settings: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'intoCollection'));
}
