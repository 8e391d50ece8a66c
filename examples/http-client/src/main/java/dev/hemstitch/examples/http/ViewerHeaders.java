package dev.hemstitch.examples.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What ad servers want to know of the viewer's device when a server asks in its place. It is sent with each request, also
 * behind redirects and to the hosts of wrappers: ad servers hand on to each other, and each wants to know. Immutable.
 */
public final class ViewerHeaders {
    /** Nothing of a viewer: for what is shared, such as the playlists of ads. */
    public static final ViewerHeaders NONE = builder().build();

    private final Map<String, String> values;

    private ViewerHeaders(Builder builder) {
        this.values = Map.copyOf(builder.values);
    }

    /** {@return a builder without any header} */
    public static Builder builder() {
        return new Builder();
    }

    Map<String, String> values() {
        return values;
    }

    /** Collects headers. Values come from players, so they are checked: printable ASCII and spaces, 1 to 2,000 characters. */
    public static final class Builder {
        private static final int MOST_CHARACTERS = 2_000;

        private final Map<String, String> values = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets X-Device-IP.
         *
         * @param address the address of the viewer's device
         * @return this builder
         * @throws IllegalArgumentException if it cannot stand in a header
         */
        public Builder deviceIp(String address) {
            return set("X-Device-IP", address);
        }

        /**
         * Sets X-Device-User-Agent.
         *
         * @param userAgent what the viewer's player sent as User-Agent
         * @return this builder
         * @throws IllegalArgumentException if it cannot stand in a header
         */
        public Builder deviceUserAgent(String userAgent) {
            return set("X-Device-User-Agent", userAgent);
        }

        /**
         * Sets X-Forwarded-For.
         *
         * @param addresses the address of the viewer's device, perhaps with those of proxies, with commas between
         * @return this builder
         * @throws IllegalArgumentException if it cannot stand in a header
         */
        public Builder forwardedFor(String addresses) {
            return set("X-Forwarded-For", addresses);
        }

        /**
         * Sets User-Agent, for ad servers that look there for the viewer's player; without it, it names the JDK's client.
         *
         * @param userAgent the value
         * @return this builder
         * @throws IllegalArgumentException if it cannot stand in a header
         */
        public Builder userAgent(String userAgent) {
            return set("User-Agent", userAgent);
        }

        private Builder set(String name, String value) {
            boolean printable = value.chars().allMatch(c -> c >= ' ' && c <= '~');
            if (!printable || value.isBlank() || value.length() > MOST_CHARACTERS) {
                throw new IllegalArgumentException("the value cannot stand in the header " + name);
            }
            values.put(name, value);
            return this;
        }

        /** {@return the headers} */
        public ViewerHeaders build() {
            return new ViewerHeaders(this);
        }
    }
}
