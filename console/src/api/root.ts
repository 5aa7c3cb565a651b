/** Where the server is. It inserts `<base>` into the page, so that the console runs below any path of a proxy. */
export const root = new URL('.', document.baseURI);

/** The path of the console without a slash at its end: empty at the top of a host. */
export const basePath = root.pathname.replace(/\/$/, '');

export const graphqlUrl = new URL('graphql', root).href;

export const socketUrl = graphqlUrl.replace(/^http/, 'ws');
