/** One user, service account or group: its rights, members and tokens. */
import { useState } from 'react';
import {
  PrincipalDetailDocument,
  SetGroupMemberDocument,
  SetSuperuserDocument,
  type OpenPrincipalFragment,
  type PrincipalLineFragment,
} from '../api/operations.generated.js';
import { useWhyOffline } from '../api/connection.js';
import { useQuery } from '../api/requests.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { Drawer, DrawerGroup, type Step } from '../design/drawer.js';
import drawer from '../design/drawer.module.css';
import { Checkbox } from '../design/field.js';
import { countOf, formatTime } from '../design/format.js';
import { Line, Lines } from '../design/section.js';
import { EmptyState, ErrorState, ProblemList, SkeletonRows } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { PrincipalName, PrincipalPicker } from './principalPicker.js';
import { roleWords, typeWords } from './principalWords.js';
import { TokensOf } from './tokensOf.js';

interface PrincipalDrawerProps {
  id: string;
  previous: Step;
  next: Step;
  onChanged: () => void;
  onClose: () => void;
}

export function PrincipalDrawer({ id, onChanged, ...rest }: PrincipalDrawerProps) {
  const { data, error, refresh } = useQuery(PrincipalDetailDocument, { id }, { policy: 'network-only' });
  const node = data?.node;
  const principal = node && 'type' in node ? (node as OpenPrincipalFragment) : undefined;
  const change = () => {
    refresh();
    onChanged();
  };
  return (
    <Drawer
      title={principal?.name ?? 'Principal'}
      facts={principal && `${typeWords[principal.type]}, first seen ${formatTime(principal.createdAt)}`}
      {...rest}
    >
      {error && !data && <ErrorState error={error} onRetry={refresh} />}
      {!data && !error && <SkeletonRows count={4} />}
      {data && !principal && (
        <EmptyState title="There is nobody with this id">
          <p>Close this, and choose from the list.</p>
        </EmptyState>
      )}
      {principal && (
        <div className={layout.scroll}>
          <Rights principal={principal} onChanged={change} />
          {principal.type === 'GROUP' && <Members group={principal} onChanged={change} />}
          <DrawerGroup title="Roles" />
          <div className={drawer.body}>
            {principal.memberships.nodes.length === 0 && (
              <p className={text.muted}>No role of its own. Roles are granted in the settings of a project.</p>
            )}
            <Lines label="Roles">
              {principal.memberships.nodes.map(({ role, project }) => (
                <Line key={project.id} main={<span className={text.name}>{project.key}</span>}>
                  {roleWords[role]}
                </Line>
              ))}
            </Lines>
          </div>
          {principal.type !== 'GROUP' && <TokensOf principal={principal} />}
        </div>
      )}
    </Drawer>
  );
}

function Rights({ principal, onChanged }: { principal: OpenPrincipalFragment; onChanged: () => void }) {
  const whyOffline = useWhyOffline();
  const { submit, problems, isBusy } = useSubmit(SetSuperuserDocument);
  return (
    <div className={`${drawer.body ?? ''} ${layout.stack ?? ''}`}>
      <Checkbox
        isSelected={principal.isSuperuser}
        isDisabled={isBusy || whyOffline !== undefined}
        onChange={(isSuperuser) => {
          void submit({ input: { principalId: principal.id, isSuperuser } }).then(onChanged);
        }}
      >
        {principal.type === 'GROUP'
          ? 'Superusers: members may do everything, in every project'
          : 'Superuser: may do everything, in every project'}
      </Checkbox>
      <ProblemList problems={problems} />
    </div>
  );
}

function Members({ group, onChanged }: { group: OpenPrincipalFragment; onChanged: () => void }) {
  const whyOffline = useWhyOffline();
  const { submit, problems } = useSubmit(SetGroupMemberDocument);
  const [isAdding, setIsAdding] = useState(false);
  const { totalCount, nodes } = group.members;
  return (
    <>
      <DrawerGroup title="Members" note={totalCount > 0 && countOf(totalCount, 'member')}>
        <Button
          isSmall
          icon="plus"
          whyDisabled={whyOffline}
          onPress={() => {
            setIsAdding(true);
          }}
        >
          Add
        </Button>
      </DrawerGroup>
      <div className={drawer.body}>
        {totalCount === 0 && <p className={text.muted}>Nobody is in this group.</p>}
        <Lines label="Members">
          {nodes.map((member) => (
            <Line key={member.id} main={<PrincipalName principal={member} />}>
              <Button
                look="quiet"
                isSmall
                icon="close"
                label={`Remove ${member.name} from ${group.name}`}
                whyDisabled={whyOffline}
                onPress={() => {
                  const input = { groupId: group.id, principalId: member.id, isMember: false };
                  void submit({ input }).then(onChanged);
                }}
              />
            </Line>
          ))}
        </Lines>
        {totalCount > nodes.length && <p className={text.muted}>The first {nodes.length} are shown.</p>}
        <ProblemList problems={problems} />
      </div>
      {isAdding && (
        <MemberDialog
          group={group}
          onAdded={onChanged}
          onClose={() => {
            setIsAdding(false);
          }}
        />
      )}
    </>
  );
}

const memberTypes = ['USER', 'SERVICE_ACCOUNT'] as const;

function MemberDialog({
  group,
  onAdded,
  onClose,
}: {
  group: OpenPrincipalFragment;
  onAdded: () => void;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<PrincipalLineFragment>();
  const { submit, problems } = useSubmit(SetGroupMemberDocument);
  return (
    <FormDialog
      title={`Add to ${group.name}`}
      verb="Add"
      whyDisabled={chosen ? undefined : 'Choose who is added first.'}
      onClose={onClose}
      onSubmit={async () => {
        if (!chosen) return false;
        const input = { groupId: group.id, principalId: chosen.id, isMember: true };
        const isDone = (await submit({ input }))?.setGroupMember.principal != null;
        if (isDone) onAdded();
        return isDone;
      }}
    >
      <PrincipalPicker types={memberTypes} chosen={chosen} onChoose={setChosen} />
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
