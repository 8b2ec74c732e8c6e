# The explorer, with what it needs to read articles. It keeps its graph in /app/data unless QUANMAI_STORE names a Neo4j.
FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=5178
WORKDIR /app
COPY --from=build /app /app
RUN mkdir -p data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 5178
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/status').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# node itself, so that Ctrl-C and docker stop reach it
CMD ["node", "--import", "tsx", "server/main.ts"]
