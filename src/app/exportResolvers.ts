import { ExportPreviewResolver, ExportResolver, ExportService, PreviewReader } from '../features/exporting/index.js';
import { TransferResolver, TransferService } from '../features/importing/index.js';

/** The resolvers that select from a branch: for a preview, a file, or a plan on another branch. */
export function exportResolvers(parts: ConstructorParameters<typeof TransferService>[0]): object[] {
  const service = new ExportService(parts);
  return [
    new ExportResolver(service),
    new ExportPreviewResolver(service, new PreviewReader(parts.workers, parts.kinds)),
    new TransferResolver(new TransferService(parts, service)),
  ];
}
