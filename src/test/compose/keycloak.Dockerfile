# The identity provider of docker/compose.yml, of the distribution that Maven has unpacked, where no registry is in reach.
FROM eclipse-temurin:25-jre
COPY keycloak-* /opt/keycloak/
RUN useradd --uid 1000 --gid 0 keycloak \
    && mkdir -p /opt/keycloak/data/h2 /opt/keycloak/data/import \
    && chown -R 1000:0 /opt/keycloak
USER 1000
