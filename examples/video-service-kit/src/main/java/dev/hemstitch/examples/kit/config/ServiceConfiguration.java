package dev.hemstitch.examples.kit.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a service is set up.
 *
 * @param host {@code host}: the address to listen on; 127.0.0.1 if nothing is said, 0.0.0.0 for all
 * @param port {@code port}: the port to listen on, 0 for any; 8081
 * @param catalog {@code catalog.url}: where the catalog is; {@code http://127.0.0.1:8090}
 * @param redis {@code session.store}: where sessions are: {@code memory} (empty here) or {@code redis://host:port}; memory
 * @param sessionLength {@code session.minutes}: how long a session is kept after it was last used; 240 minutes
 * @param sessionBytes {@code session.memory.megabytes}: the most room that sessions take in memory; 128 MiB
 * @param adTimeout {@code ad.timeout.ms}: how long a viewer waits for ads; 800 ms
 * @param originTimeout {@code origin.timeout.ms}: how long fetching one playlist may take; 2,000 ms
 * @param snapshotAge {@code live.snapshot.ms}: how long a live snapshot serves without asking again; 0 for half a target duration; 0
 * @param clientTimeout {@code client.timeout.ms}: how long a client may neither send nor take anything; 15,000 ms
 * @param drain {@code stop.drain.ms}: how long a stopping service still answers while it says that it is down; 0
 * @param forwarded {@code proxy.forwarded}: whether {@code X-Forwarded-For} is believed, which only a proxy in front may send; false
 * @param logLevel {@code log.level}: {@code error}, {@code warn}, {@code info} or {@code debug}, which logs every request; info
 */
public record ServiceConfiguration(
        String host,
        int port,
        URI catalog,
        Optional<URI> redis,
        Duration sessionLength,
        long sessionBytes,
        Duration adTimeout,
        Duration originTimeout,
        Duration snapshotAge,
        Duration clientTimeout,
        Duration drain,
        boolean forwarded,
        String logLevel) {

    /**
     * Reads the settings of a process: those of its one argument, a properties file, and over them those of the environment, where
     * {@code ad.timeout.ms} is {@code HEMSTITCH_AD_TIMEOUT_MS}.
     *
     * @param arguments the arguments of the process
     * @return the configuration
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a setting is unknown, or has a value that it cannot have
     */
    public static ServiceConfiguration of(String... arguments) throws IOException {
        Optional<Path> file = arguments.length == 0 ? Optional.empty() : Optional.of(Path.of(arguments[0]));
        return of(Settings.load(file, System.getenv()));
    }

    /**
     * Makes a configuration of settings.
     *
     * @param settings values by their keys; those that are missing have the values above
     * @return the configuration
     * @throws IllegalArgumentException if a setting is unknown, or has a value that it cannot have
     */
    public static ServiceConfiguration of(Map<String, String> settings) {
        return of(Settings.of(settings));
    }

    private static ServiceConfiguration of(Settings settings) {
        String store = settings.text("session.store", "memory");
        ServiceConfiguration configuration = new ServiceConfiguration(
                settings.text("host", "127.0.0.1"),
                (int) settings.number("port", 8081, 0, 65_535),
                settings.uri("catalog.url", "http://127.0.0.1:8090", "http", "https"),
                store.equals("memory")
                        ? Optional.empty()
                        : Optional.of(settings.uri("session.store", store, "redis", "rediss")),
                Duration.ofMinutes(settings.number("session.minutes", 240, 1, 10_000)),
                settings.number("session.memory.megabytes", 128, 1, 100_000) << 20,
                settings.millis("ad.timeout.ms", 800),
                settings.millis("origin.timeout.ms", 2_000),
                Duration.ofMillis(settings.number("live.snapshot.ms", 0, 0, 60_000)),
                settings.millis("client.timeout.ms", 15_000),
                Duration.ofMillis(settings.number("stop.drain.ms", 0, 0, 600_000)),
                Boolean.parseBoolean(settings.text("proxy.forwarded", "false")),
                settings.text("log.level", "info"));
        settings.refuseUnknown();
        return configuration;
    }
}
