# One image for the API and for ingest.
FROM node:24-slim
WORKDIR /atlas
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-workspace.yaml pnpm-lock.yaml ./
COPY patches ./patches
COPY packages ./packages
COPY test/package.json ./test/
RUN pnpm install --frozen-lockfile
COPY sql ./sql
COPY cities ./cities
RUN node --import tsx packages/start/src/build.ts
ENV npm_config_verify_deps_before_run=false
EXPOSE 8080
CMD ["pnpm", "start"]
