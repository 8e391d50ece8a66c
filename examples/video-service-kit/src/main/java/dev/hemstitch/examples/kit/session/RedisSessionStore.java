package dev.hemstitch.examples.kit.session;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Sessions that all replicas share, in Redis. Each is a hash of a version and a value that expires by itself. A script compares
 * and sets, sent whole each time, so a Redis that was restarted knows it too. While Redis is down or hangs, one request a second
 * finds that out, and all others fail at once: waiting for it must not take the threads that viewers need.
 */
public final class RedisSessionStore implements SessionStore {
    private static final String PREFIX = "hemstitch:";
    private static final int DEFAULT_PORT = 6379;
    private static final int MOST_CONNECTIONS = 32;
    private static final int TIMEOUT_MILLIS = 500;

    private static final String LOAD = """
            local stored = redis.call('HMGET', KEYS[1], 'version', 'value', 'kept')
            if stored[1] then redis.call('PEXPIRE', KEYS[1], stored[3] or ARGV[1]) end
            return stored""";

    private static final String COMPARE_AND_SET = """
            if (redis.call('HGET', KEYS[1], 'version') or '') ~= ARGV[1] then return 0 end
            redis.call('HSET', KEYS[1], 'version', ARGV[2], 'value', ARGV[3], 'kept', ARGV[4])
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
            return 1""";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RedisClient redis;
    private final Duration longest;
    private volatile Optional<Failure> last = Optional.empty();

    /**
     * When Redis did not answer.
     *
     * @param at the time, by the system's clock of nanoseconds
     * @param cause why it did not
     */
    private record Failure(long at, JedisException cause) {}

    /**
     * A store. Nothing is connected yet.
     *
     * @param uri {@code redis://host:port}, perhaps with {@code user:password@} before the host; {@code rediss} for TLS
     * @param longest how long a session lives after it was last used
     */
    public RedisSessionStore(URI uri, Duration longest) {
        this.longest = longest;
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(MOST_CONNECTIONS);
        pool.setMaxIdle(MOST_CONNECTIONS);
        pool.setMaxWait(Duration.ofMillis(TIMEOUT_MILLIS));
        pool.setJmxEnabled(false);
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(TIMEOUT_MILLIS)
                .socketTimeoutMillis(TIMEOUT_MILLIS)
                .user(JedisURIHelper.getUser(uri))
                .password(JedisURIHelper.getPassword(uri));
        if (JedisURIHelper.isRedisSSLScheme(uri)) {
            client.sslOptions(SslOptions.defaults());
        }
        this.redis = RedisClient.builder()
                .hostAndPort(new HostAndPort(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort()))
                .clientConfig(client.build())
                .poolConfig(pool)
                .build();
    }

    @Override
    public Optional<Stored> load(String key) throws IOException {
        Object answer = asked(() -> redis.eval(LOAD, List.of(PREFIX + key), List.of(millis(longest))));
        return answer instanceof List<?> fields && fields.get(0) instanceof String version
                ? Optional.of(new Stored(String.valueOf(fields.get(1)), version))
                : Optional.empty();
    }

    @Override
    public Optional<Stored> compareAndSet(String key, Optional<Stored> expected, String value, Duration kept)
            throws IOException {
        String before = expected.map(Stored::version).orElse("");
        Stored next = new Stored(value, Stored.next(expected));
        String keptMillis = millis(kept.compareTo(longest) < 0 ? kept : longest);
        List<String> arguments = List.of(before, next.version(), value, keptMillis);
        Object answer = asked(() -> redis.eval(COMPARE_AND_SET, List.of(PREFIX + key), arguments));
        return Long.valueOf(1).equals(answer) ? Optional.of(next) : Optional.empty();
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    private Object asked(Supplier<Object> command) throws IOException {
        Optional<Failure> before = last;
        if (before.isPresent() && System.nanoTime() - before.get().at() < PAUSE.toNanos()) {
            throw new IOException(
                    "the session store did not answer a moment ago",
                    before.get().cause());
        }
        try {
            Object answer = commanded(command);
            last = Optional.empty();
            return answer;
        } catch (JedisException e) {
            last = Optional.of(new Failure(System.nanoTime(), e));
            throw new IOException("the session store does not answer", e);
        }
    }

    /** Connections that were open when Redis was restarted are all broken: after the first that is, new ones are made. */
    private Object commanded(Supplier<Object> command) {
        try {
            return command.get();
        } catch (JedisConnectionException e) {
            if (e.getCause() instanceof SocketTimeoutException) {
                throw e;
            }
            redis.getPool().clear();
            return command.get();
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
