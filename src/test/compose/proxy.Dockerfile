# The proxy of docker/compose.yml, of the distribution's package, where no registry is in reach.
FROM eclipse-temurin:25-jre
RUN apt-get update -q \
    && apt-get install -q -y --no-install-recommends haproxy \
    && rm -rf /var/lib/apt/lists/*
USER haproxy
CMD ["haproxy", "-W", "-db", "-f", "/usr/local/etc/haproxy/haproxy.cfg"]
