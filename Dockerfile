# `npm run smoke:image` runs the steps of the stage `build` in a plain folder, and the server that they make.
FROM node:24.11.1-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY drivers drivers
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run release
WORKDIR /build/release
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24.11.1-bookworm-slim
# What runs has no package manager and no compiler: the SQLite driver comes built for this Node.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* /usr/local/bin/yarn* \
  && mkdir /data && chown 1000:1000 /data
WORKDIR /app
COPY --from=build /build/release ./
ENV NODE_ENV=production MALLOC_ARENA_MAX=1 WAYBILL_HOST=0.0.0.0 WAYBILL_PORT=4000 WAYBILL_DATA_DIR=/data
# The user `node` of the image, by number, so that Kubernetes can see that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.WAYBILL_PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "dist/src/main.js"]
