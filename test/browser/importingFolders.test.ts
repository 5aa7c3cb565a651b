import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browserConsole.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile } from '../support/objectBatches.js';
import { exportBytes } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person imports several files at once', (browser) => {
  it('which become one plan', async () => {
    const flow = new ImportFlow(await consoleServer());
    const place = await flow.makeProject();
    const page = await browser.open(await consoleServer(), `p/${place.key}/main/import`);
    await page
      .locator('input[type=file]:not([webkitdirectory])')
      .setInputFiles([
        jsonFile('books.json', entryFile('Book', [{ externalReferenceCode: 'B1', title: 'One' }])),
        jsonFile('definitions.json', definitionFile([definitionSpec('BOOK', 'Book')])),
      ]);
    await page.getByText('files.zip', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await page.getByText('2 to create').waitFor();
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByRole('link', { name: 'Show the resources' }).waitFor();
    await soon(async () => (await flow.resources(place)).map(({ name }) => name).sort()).toEqual(['BOOK', 'Book/B1']);
  });

  it('also if two of them have the same name, in different folders', async () => {
    const flow = new ImportFlow(await consoleServer());
    const place = await flow.makeProject();
    const folder = await mkdtemp(path.join(tmpdir(), 'waybill-folder-'));
    try {
      const files = ['one', 'two'].map((name) => path.join(folder, name, 'file.json'));
      for (const file of files) await mkdir(path.dirname(file));
      await writeFile(files[0]!, definitionFile([definitionSpec('BOOK', 'Book')]));
      await writeFile(files[1]!, entryFile('Book', [{ externalReferenceCode: 'B1', title: 'One' }]));
      const page = await browser.open(await consoleServer(), `p/${place.key}/main/import`);
      await page.getByRole('button', { name: 'Choose a folder' }).waitFor();
      await drop(page, files);
      await page.getByText('files.zip', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Make the plan' }).click();
      await page.getByText('2 to create').waitFor();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('but not a folder in which an export was interrupted', async () => {
    const flow = new ImportFlow(await consoleServer());
    const [source, target] = [await flow.makeProject(), await flow.makeProject()];
    await flow.import(bundleOf([castFunction('one')]), source);
    const selection = { branchId: source.branchId, all: true };
    const { bytes } = await exportBytes(await consoleServer(), { selection, format: 'DIRECTORY' });
    const folder = await unpack(bytes);
    try {
      await writeFile(path.join(folder, '.waybill-incomplete'), '');
      const page = await browser.open(await consoleServer(), `p/${target.key}/main/import`);
      await page.locator('input[type=file][webkitdirectory]').setInputFiles(folder);
      await page.getByText('files.zip', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Make the plan' }).click();
      await page.getByText('An export into this folder was interrupted').first().waitFor();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    ['chosen', (page: Page, folder: string) => page.locator('input[type=file][webkitdirectory]').setInputFiles(folder)],
    ['dropped', (page: Page, folder: string) => drop(page, [folder])],
  ])('which lie in a folder, as a bundle does that is kept in Git, %s', async (_, give) => {
    const flow = new ImportFlow(await consoleServer());
    const [source, target] = [await flow.makeProject(), await flow.makeProject()];
    await flow.import(bundleOf([castFunction('one'), castFunction('two')]), source);
    const selection = { branchId: source.branchId, all: true };
    const { bytes } = await exportBytes(await consoleServer(), { selection, format: 'ZIP' });
    const folder = await unpack(bytes);
    try {
      const page = await browser.open(await consoleServer(), `p/${target.key}/main/import`);
      await page.getByRole('button', { name: 'Choose a folder' }).waitFor();
      await give(page, folder);
      await page.getByText('files.zip', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Make the plan' }).click();
      await page.getByText('2 to create').waitFor();
      await page.getByText(source.key, { exact: false }).first().waitFor();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** Drags files or folders of the disk over the page and drops them, as a file manager does: the browser itself makes the events. */
async function drop(page: Page, files: string[]): Promise<void> {
  const zone = page.getByText('Drop a file or a folder here');
  const { x, y } = (await zone.boundingBox())!;
  const camera = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await camera.send('Input.dispatchDragEvent', { type, x: x + 5, y: y + 5, data });
}

/** Lays the files of an archive into a folder, beside what a repository has of its own. */
async function unpack(archive: Buffer): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waybill-folder-'));
  const { files } = await JSZip.loadAsync(archive);
  await mkdir(path.join(folder, '.git'));
  await writeFile(path.join(folder, '.git/HEAD'), 'ref: refs/heads/main');
  for (const file of Object.values(files)) {
    await mkdir(path.dirname(path.join(folder, file.name)), { recursive: true });
    await writeFile(path.join(folder, file.name), await file.async('nodebuffer'));
  }
  return folder;
}

function jsonFile(name: string, text: string) {
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}
