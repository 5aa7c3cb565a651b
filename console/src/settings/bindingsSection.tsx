/** What resources of other projects are in this one, as imports have remembered it. */
import { useState } from 'react';
import {
  DeleteBindingDocument,
  ProjectBindingsDocument,
  SetBindingDocument,
  type BindingLineFragment,
} from '../api/operations.generated.js';
import { usePages } from '../api/usePages.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { SearchField, TextField } from '../design/field.js';
import { capitalized, countOf } from '../design/format.js';
import { Line, Lines, Section } from '../design/section.js';
import { ProblemList, SkeletonRows, sentenceOf } from '../design/states.js';
import text from '../design/text.module.css';
import { useSubmit } from '../shell/useSubmit.js';
import type { SectionProps } from './section.js';

export function BindingsSection({ project, whyNot }: Pick<SectionProps, 'project' | 'whyNot'>) {
  const [find, setFind] = useState('');
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(ProjectBindingsDocument, {
    variables: { projectId: project.id, filter: find === '' ? null : { search: find } },
    pageIn: (data) => data.bindings,
    pageSize: 50,
  });
  const remove = useSubmit(DeleteBindingDocument);
  const [edited, setEdited] = useState<BindingLineFragment>();
  return (
    <Section
      title="Remembered names"
      about="An import remembers what it has renamed and replaced. The next plan of a file from the same project proposes it again."
    >
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {totalCount === undefined && !error && <SkeletonRows count={2} />}
      {(totalCount !== 0 || find !== '') && (
        <SearchField label="Search remembered names" value={find} onChange={setFind} />
      )}
      {totalCount === 0 && (
        <p className={text.muted}>
          {find === '' ? 'No import has renamed or replaced anything.' : 'None has this text.'}
        </p>
      )}
      <Lines label="Remembered names">
        {nodes.map((binding) => (
          <Line key={binding.id} main={<BindingWords binding={binding} />}>
            <Button
              look="quiet"
              icon="edit"
              label={`Change what ${binding.name} is here`}
              whyDisabled={whyNot}
              onPress={() => setEdited(binding)}
            />
            <Button
              look="quiet"
              icon="close"
              label={`Forget ${binding.name}`}
              whyDisabled={whyNot}
              onPress={() => {
                void remove.submit({ input: { id: binding.id } }).then(refresh);
              }}
            />
          </Line>
        ))}
      </Lines>
      {hasMore && <Button onPress={loadMore}>Show more of {countOf(totalCount ?? 0, 'name')}</Button>}
      <ProblemList problems={remove.problems} />
      {edited && (
        <BindingDialog
          projectId={project.id}
          binding={edited}
          onChanged={refresh}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
    </Section>
  );
}

function BindingWords({ binding }: { binding: BindingLineFragment }) {
  const { name, toName, type, kind, source } = binding;
  return (
    <span>
      <span className={text.name}>{name}</span> of {source.key ?? source.projectId}{' '}
      {type === 'REMAP' ? 'is replaced by' : 'is'} <span className={text.name}>{toName}</span>
      {kind && <span className={text.muted}> {capitalized(kind.title)}</span>}
    </span>
  );
}

interface BindingDialogProps {
  projectId: string;
  binding: BindingLineFragment;
  onChanged: () => void;
  onClose: () => void;
}

function BindingDialog({ projectId, binding, onChanged, onClose }: BindingDialogProps) {
  const { name, type, kind, source, toVersion, toTenant } = binding;
  const [toName, setToName] = useState(binding.toName);
  const { submit, problems } = useSubmit(SetBindingDocument);
  return (
    <FormDialog
      title={`What ${name} is here`}
      verb="Save"
      whyDisabled={whyNotSaved(binding, toName.trim())}
      onClose={onClose}
      onSubmit={async () => {
        const what = { projectId, sourceProject: source.projectId, kind: kind?.name ?? '', name, type };
        const input = { ...what, toName: toName.trim(), toVersion, toTenant };
        const isDone = (await submit({ input }))?.setBinding.binding != null;
        if (isDone) onChanged();
        return isDone;
      }}
    >
      <p className={text.muted}>Plans that exist already do not change.</p>
      <TextField label="Its name in this project" value={toName} onChange={setToName} isMono autoFocus />
      <ProblemList problems={problems} />
    </FormDialog>
  );
}

function whyNotSaved({ toName }: BindingLineFragment, wanted: string): string | undefined {
  if (wanted === '') return 'Write a name first.';
  return wanted === toName ? 'It has this name already.' : undefined;
}
