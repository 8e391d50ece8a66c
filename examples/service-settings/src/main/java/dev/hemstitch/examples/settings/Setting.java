package dev.hemstitch.examples.settings;

import java.util.Locale;

/**
 * All settings, of whichever program: as the environment may be that of several of them, each knows what the others are set up with.
 * The key of {@code AD_TIMEOUT_MS} is {@code ad.timeout.ms}, its variable {@code HEMSTITCH_AD_TIMEOUT_MS}.
 */
public enum Setting {
    /** The address to listen on. */
    HOST("the address to listen on; 0.0.0.0 for all"),
    /** The port to listen on. */
    PORT("the port to listen on; 0 for any"),
    /** The catalog's file. */
    CATALOG_TITLES(
            "the file of the titles, which is written when they are edited; without it they end with the process"),
    /** Where the catalog is. */
    CATALOG_URL("where the catalog is"),
    /** Where sessions are kept. */
    SESSION_STORE("memory, or redis://user:password@host:port; rediss:// for TLS"),
    /** How long sessions are kept. */
    SESSION_MINUTES("how long a session is kept after it was last used"),
    /** The room for sessions. */
    SESSION_MEMORY_MEGABYTES("the most that sessions in memory take"),
    /** The time for ad responses. */
    AD_TIMEOUT_MS("how long a viewer waits for ad responses"),
    /** Where slates are. */
    SLATE_URLS("the playlists of what fills breaks where ads leave time, one for each kind of content, spaces between"),
    /** The time for playlists. */
    ORIGIN_TIMEOUT_MS("how long fetching a playlist may take"),
    /** The age of live snapshots. */
    LIVE_SNAPSHOT_MS("how long a live snapshot serves; 0 for half a target duration"),
    /** The time for requests. */
    CLIENT_TIMEOUT_MS("how long a client may take for a request"),
    /** The time before stopping. */
    STOP_DRAIN_MS("how long a stopping service still answers"),
    /** Whether there is a proxy in front. */
    PROXY_FORWARDED("true behind a proxy that sets X-Forwarded-For, else false"),
    /** What is logged. */
    LOG_LEVEL("error, warn, info or debug");

    static final String PREFIX = "HEMSTITCH_";

    private final String meaning;

    Setting(String meaning) {
        this.meaning = meaning;
    }

    /** {@return what it is called in a file} */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** {@return what it is called in the environment} */
    public String variable() {
        return PREFIX + name();
    }

    /** {@return what it says, in a line} */
    public String meaning() {
        return meaning;
    }
}
