# What the scripts for compose have in common: the words for docker-compose, and how a service is watched.
patience=${INSPIRE_PATIENCE:-60} # seconds until a service that is not ready is named
longest=${INSPIRE_LONGEST:-300}  # and until it is given up: an identity provider's first start takes minutes on a small host

compose=(docker-compose)
command -v docker-compose >/dev/null || compose=(docker compose)
export COMPOSE_PROJECT_NAME=${COMPOSE_PROJECT_NAME:-inspire} COMPOSE_FILE=${COMPOSE_FILE:-compose.yml}

inside() {
    local service=$1
    shift
    "${compose[@]}" exec -T "$service" "$@" >/dev/null 2>&1 </dev/null
}

# What an address answers: a status, or 000 for nothing.
status() {
    curl -sk -o /dev/null -m 2 -w '%{http_code}' "$1" || true
}

# Whether the proxy, where it runs, leads requests to a replica. A new one has another address, which the proxy takes a second to find.
found() {
    case $(state proxy) in running*) ;; *) return 0 ;; esac
    inside proxy bash -c "exec 3<>/dev/tcp/127.0.0.1/8404 && printf 'GET /$1 HTTP/1.0\r\n\r\n' >&3 \
        && read -r _ status _ <&3 && [ \"\$status\" = 200 ]"
}

# Whether a service is ready, asked as whoever uses it asks.
ready() {
    case $1 in
    postgres) inside postgres pg_isready -q -h localhost ;;
    keycloak)
        inside keycloak bash -c 'exec 3<>/dev/tcp/localhost/8080 && printf "GET /auth/realms/inspire HTTP/1.0\r\n\r\n" >&3 \
            && read -r _ status _ <&3 && [ "$status" = 200 ]'
        ;;
    licensing-[12]) inside "$1" healthy && found "$1" ;;
    # It answers 503 where it has found no replica.
    proxy) case $(status "https://localhost:${INSPIRE_PORT:-8443}/") in 000 | 503) false ;; esac ;;
    prometheus) [ "$(status http://localhost:9090/-/ready)" = 200 ] ;;
    grafana) [ "$(status http://localhost:3000/api/health)" = 200 ] ;;
    *) case $(state "$1") in running*) ;; *) false ;; esac ;;
    esac
}

# How a service's container is, and how often it was started again.
state() {
    local container
    container=$("${compose[@]}" ps -a -q "$1")
    if [ -n "$container" ]; then
        docker inspect -f '{{.State.Status}} {{.RestartCount}}' "$container"
    else
        echo "missing 0"
    fi
}

tell() {
    "${compose[@]}" logs --tail=20 "$1" >&2
    echo "docker/${0##*/}: $1 $2. Above is what it says." >&2
}

# Watches services, all at once, until all are ready. One that ends meanwhile, or is started again, is named at once. What is known of
# them is found by their place, because the bash of macOS (3.2) has no arrays by name.
watch() {
    local services=("$@") begin=$SECONDS up=() first=() named=() waiting=yes i service now
    while [ -n "$waiting" ]; do
        waiting=
        for i in "${!services[@]}"; do
            service=${services[$i]}
            [ -z "${up[$i]-}" ] || continue
            if ready "$service"; then
                up[$i]=yes
                continue
            fi
            now=$(state "$service")
            [ -n "${first[$i]-}" ] || first[$i]=$now
            if [[ $now != running\ * && $now != created\ * && $now != starting\ * ]] || [ "${now#* }" != "${first[$i]#* }" ]; then
                tell "$service" "has ended"
                exit 1
            fi
            if [ $((SECONDS - begin)) -ge "$longest" ]; then
                tell "$service" "does not get ready"
                exit 1
            fi
            if [ $((SECONDS - begin)) -ge "$patience" ] && [ -z "${named[$i]-}" ]; then
                named[$i]=yes
                tell "$service" "is not ready after $patience seconds; waiting for it still"
            fi
            waiting=yes
        done
        [ -z "$waiting" ] || sleep 1
    done
}
