/** Relative links of the Markdown documents that lead to no file, or to no heading of one. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Each as `file: link`. */
export async function deadLinks(root) {
  const folders = ['.', 'docs', 'docs/adr'].map(async (folder) => {
    const names = await readdir(path.join(root, folder));
    return names.filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name));
  });
  const files = (await Promise.all(folders)).flat();
  const textByFile = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(path.join(root, file), 'utf8')])),
  );
  return files.flatMap((file) => {
    const links = [...withoutCode(textByFile.get(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
    return links.filter((link) => isDead(link, file)).map((link) => `${file}: ${link}`);
  });

  function isDead(link, from) {
    if (/^[a-z]+:/.test(link)) return false;
    const [place, heading] = link.split('#');
    const target = place === '' ? from : path.join(path.dirname(from), place);
    if (!existsSync(path.join(root, target))) return true;
    return heading !== undefined && textByFile.has(target) && !anchorsOf(textByFile.get(target)).has(heading);
  }
}

function withoutCode(markdown) {
  return markdown.replace(/^```.*?^```$/gms, '');
}

/** As GitHub makes them. */
function anchorsOf(markdown) {
  const headings = [...withoutCode(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
