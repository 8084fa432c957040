# The ledger: API, web application and command line in one image.
FROM node:24-slim AS build
WORKDIR /ledger
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4400 \
    DATA_DIR=/data
WORKDIR /ledger
COPY --from=build /ledger/package.json ./
COPY --from=build /ledger/node_modules node_modules
COPY --from=build /ledger/dist dist
# All that is ever written lies in DATA_DIR, so that the rest of the file system may be read-only.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4400
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Every verb of the command line works in place of `serve`: docker run ... token --operator
ENTRYPOINT ["node", "dist/apps/cli/src/main.js"]
CMD ["serve"]
