package dev.hemstitch.examples.kit.config;

import dev.hemstitch.examples.settings.Setting;
import dev.hemstitch.examples.settings.SettingException;
import dev.hemstitch.examples.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * @param slates {@code slate.urls}: where the playlists of what fills the time that ads leave are, one for each kind of content; none
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
        List<String> slates,
        Duration originTimeout,
        Duration snapshotAge,
        Duration clientTimeout,
        Duration drain,
        boolean forwarded,
        String logLevel) {
    /** A title has many playlists; its first viewer waits for all of them. */
    private static final int FETCHES_OF_A_TITLE = 3;

    /** The settings of a video service. */
    public static final Set<Setting> SETTINGS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Setting.CATALOG_TITLES)));

    /**
     * Makes a configuration of settings.
     *
     * @param settings values by their keys; those that are missing have the values above
     * @return the configuration
     * @throws SettingException if a setting is unknown, or has a value that it cannot have
     */
    public static ServiceConfiguration of(Map<String, String> settings) {
        return of(Settings.of(SETTINGS, settings));
    }

    /**
     * Makes a configuration of settings.
     *
     * @param settings the settings; those that are missing have the values above
     * @return the configuration
     * @throws SettingException if a setting has a value that it cannot have
     */
    public static ServiceConfiguration of(Settings settings) {
        String store = settings.text(Setting.SESSION_STORE, "memory");
        return new ServiceConfiguration(
                settings.host(),
                settings.port(8081),
                settings.uri(Setting.CATALOG_URL, "http://127.0.0.1:8090", "http", "https"),
                store.equals("memory")
                        ? Optional.empty()
                        : Optional.of(settings.uri(Setting.SESSION_STORE, store, "redis", "rediss")),
                Duration.ofMinutes(settings.number(Setting.SESSION_MINUTES, 240, 1, 10_000)),
                settings.number(Setting.SESSION_MEMORY_MEGABYTES, 128, 1, 100_000) << 20,
                settings.millis(Setting.AD_TIMEOUT_MS, 800),
                settings.urls(Setting.SLATE_URLS),
                settings.millis(Setting.ORIGIN_TIMEOUT_MS, 2_000),
                Duration.ofMillis(settings.number(Setting.LIVE_SNAPSHOT_MS, 0, 0, 60_000)),
                settings.millis(Setting.CLIENT_TIMEOUT_MS, 15_000),
                Duration.ofMillis(settings.number(Setting.STOP_DRAIN_MS, 0, 0, 600_000)),
                settings.word(Setting.PROXY_FORWARDED, "false", "true", "false").equals("true"),
                settings.word(Setting.LOG_LEVEL, "info", "error", "warn", "info", "debug"));
    }

    /** {@return how long an answer may take: the first viewer of a title waits for its playlists, for ads, and for theirs} */
    public Duration longestAnswer() {
        return titleTimeout().plus(adTimeout).plus(originTimeout);
    }

    /** {@return how long the first viewer of a title waits for its playlists} */
    public Duration titleTimeout() {
        return originTimeout.multipliedBy(FETCHES_OF_A_TITLE);
    }
}
