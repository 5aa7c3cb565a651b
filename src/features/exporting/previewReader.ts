/** Collects the parts of a preview that an operation requests, and computes them, and no others, in one call on one state of the branch. */
import type { PageRequest, RequestContext } from '../../graphql/index.js';
import type { KindRegistry } from '../kinds/index.js';
import type { Workers } from '../workers/index.js';
import { describeFacts, describePage, PreviewNodes, type DescribedPage, type PreviewFacts } from './describePreview.js';
import type { ExportItemFilter } from './exportPreview.inputs.js';
import { exportPreviewCall, type PreviewAnswer, type PreviewPart } from './exportPreview.call.js';
import type { PreparedExport } from './prepareExport.js';
import type { PreviewPageInput } from './previewPages.js';
import { unknownFilterKinds } from './unknownNames.js';

interface PageKey {
  prepared: PreparedExport;
  filter: ExportItemFilter;
  request: PageRequest;
}

type Key = PageKey | { prepared: PreparedExport; part: PreviewPart };

/** The result of a key: a page, or all facts. */
type Found = { facts: PreviewFacts } | DescribedPage;

export class PreviewReader {
  constructor(
    private readonly workers: Workers,
    private readonly kinds: KindRegistry,
  ) {}

  /** Only requested parts have values. */
  async facts({ loaders }: RequestContext, prepared: PreparedExport, part: PreviewPart): Promise<PreviewFacts> {
    const found = (await loaders.load(this.read, { prepared, part })) as { facts: PreviewFacts };
    return found.facts;
  }

  async page({ loaders }: RequestContext, key: PageKey): Promise<DescribedPage> {
    return (await loaders.load(this.read, key)) as DescribedPage;
  }

  private readonly read = async (keys: readonly Key[]): Promise<Found[]> => {
    const foundByKey = new Map<Key, Found>();
    for (const prepared of new Set(keys.map((key) => key.prepared))) {
      const asked = keys.filter((key) => key.prepared === prepared);
      for (const [key, found] of await this.readOne(prepared, asked)) foundByKey.set(key, found);
    }
    return keys.map((key) => foundByKey.get(key) as Found);
  };

  private async readOne(prepared: PreparedExport, keys: readonly Key[]): Promise<[Key, Found][]> {
    const pageKeys = keys.filter((key) => 'request' in key);
    const parts = [...new Set(keys.flatMap((key) => ('part' in key ? [key.part] : [])))];
    const answer = await this.ask(prepared, parts, pageKeys.map(partsOf));
    const nodes = new PreviewNodes(answer);
    const filtered = pageKeys.flatMap(({ filter }) => unknownFilterKinds(this.kinds, filter.kinds ?? []));
    const problems = [...answer.problems, ...filtered];
    const facts = describeFacts(this.kinds, { ...answer, problems }, nodes);
    return keys.map((key) => {
      if ('part' in key) return [key, { facts }];
      const items = answer.pages[pageKeys.indexOf(key)] ?? { items: [], totalCount: 0 };
      return [key, describePage(items, key.request, nodes)];
    });
  }

  private async ask(
    { order, problems, actorId }: PreparedExport,
    parts: readonly PreviewPart[],
    pages: readonly PreviewPageInput[],
  ): Promise<PreviewAnswer> {
    if (!order) return { ...nothing, problems };
    const answer = await this.workers.callHeavy(exportPreviewCall, { order, parts, pages }, actorId);
    return { ...answer, problems: [...problems, ...answer.problems] };
  }
}

function partsOf({ filter, request }: PageKey): PreviewPageInput {
  const { inclusions = null, kinds = null, search = null } = filter;
  return {
    inclusions,
    kinds,
    search,
    first: request.first,
    after: (request.after as PreviewPageInput['after']) ?? null,
  };
}

const none = { total: 0, first: [] };
const nothing: PreviewAnswer = {
  ...{ byKind: [], requirements: none, unresolved: none, cycles: none },
  ...{ sizeBytes: 0, problems: [], pages: [], nodes: [] },
};
