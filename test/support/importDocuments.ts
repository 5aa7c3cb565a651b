const problemFields = `code severity message path fix
  ... on FileProblem { line kind name }
  ... on ResourceProblem { kind name resourceId }`;

const originFields = `instance { id name } project { key name } branch exportedAt sourceName sourceId bundleDigest
  previous { project { key } branch sourceName }`;

const taskFields = `id type status stage processedCount totalCount createdCount updatedCount unchangedCount skippedCount deletedCount
  failedCount errorMessage files { purpose name mediaType sizeBytes sha256 url }`;

const itemFields = `id kind { name } name newName mode isSelected isDeletion action canRename line problems { ${problemFields} }
  existing { id name mode origin { project { key } } } origin { ${originFields} } diff { path before after }`;

function amendment(field: string, inputType: string): string {
  return `mutation ($input: ${inputType}!) { ${field}(input: $input) { problems { ${problemFields} } } }`;
}

/** The documents that the steps of an import send; they ask for more than the operations of the contract do. */
export const importDocuments = {
  createProject: `mutation ($input: CreateProjectInput!) {
    createProject(input: $input) { project { id defaultBranch { id } } problems { ${problemFields} } } }`,
  createResource: `mutation ($input: CreateResourceInput!) {
    createResource(input: $input) { resource { id } problems { ${problemFields} } } }`,
  plan: `query ($id: ID!, $filter: ImportItemFilter, $first: Int, $after: String) {
    importPlan(id: $id) {
      id status format source { instance { name } project { key } branch exportedAt }
      counts { total selected create update referenceUpdate unchanged delete collision skipped blocked }
      problems { ${problemFields} } isExecutable
      items(filter: $filter, first: $first, after: $after) {
        totalCount edges { node { ${itemFields} } } pageInfo { hasNextPage endCursor } } } }`,
  selectImportItems: amendment('selectImportItems', 'SelectImportItemsInput'),
  setImportMode: amendment('setImportMode', 'SetImportModeInput'),
  setImportOptions: amendment('setImportOptions', 'SetImportOptionsInput'),
  renameImportItem: amendment('renameImportItem', 'RenameImportItemInput'),
  remapPrerequisite: amendment('remapPrerequisite', 'RemapPrerequisiteInput'),
  prerequisites: `query ($id: ID!) { importPlan(id: $id) { prerequisites { nodes {
    kind { name } name toName isPresent requiredByCount requiredBy(first: 10) { nodes { id name } }
    candidates(first: 5) { id name score } } } } }`,
  discardImport: amendment('discardImport', 'DiscardImportInput'),
  execute: `mutation ($input: ExecuteImportInput!) {
    executeImport(input: $input) { task { id } problems { ${problemFields} } } }`,
  task: `query ($id: ID!) { task(id: $id) { ${taskFields} } }`,
  startExport: `mutation ($input: StartExportInput!) {
    startExport(input: $input) { task { id } problems { ${problemFields} } } }`,
  resources: `query ($branchId: ID!, $after: String) {
    resources(branchId: $branchId, first: 100, after: $after) {
      edges { node { id kind { name } name mode spec digest revision parent { name } origin { ${originFields} } } }
      pageInfo { hasNextPage endCursor } } }`,
} as const;
