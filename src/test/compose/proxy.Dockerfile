# The proxy of docker/compose.yml, of the distribution's package, where no registry is in reach.
FROM eclipse-temurin:25-jre
RUN apt-get update -q \
    && apt-get install -q -y --no-install-recommends nginx \
    && rm -rf /var/lib/apt/lists/*
CMD ["nginx", "-g", "daemon off;"]
